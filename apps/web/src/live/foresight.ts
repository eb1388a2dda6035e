/**
 * The rules by which a refusal is foretold, once they are here: they are loaded at the first touch of the page, since whoever only
 * looks on never needs them. Until then, and where they did not arrive, the server alone says what is refused.
 */
import type { foretell, foretellBallot } from './predict';

export interface Rules {
  readonly foretell: typeof foretell;
  readonly foretellBallot: typeof foretellBallot;
}

export interface Foresight {
  readonly rules: Rules | null;
  /** Nobody asks any more. */
  stop(): void;
}

const touches = ['pointerdown', 'keydown'] as const;

export function openForesight(load: () => Promise<Rules> = () => import('./predict')): Foresight {
  let rules: Rules | null = null;
  const options = { capture: true, passive: true };
  const stop = (): void => {
    for (const touch of touches) removeEventListener(touch, touched, options);
  };
  const listen = (): void => {
    for (const touch of touches) addEventListener(touch, touched, options);
  };
  function touched(): void {
    stop();
    // The next touch tries again.
    load().then((arrived) => (rules = arrived), listen);
  }
  listen();
  return {
    get rules() {
      return rules;
    },
    stop,
  };
}
