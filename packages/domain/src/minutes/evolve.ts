/** Folds events of the minutes. Locking keeps what the minutes told just then ([N2]). */
import type { Envelope } from '../envelope';
import type { Correction, LockedMinutes, Meeting, MinutesText } from '../meeting/state';
import { assertNever } from '../result';
import type { MinutesEvent } from './events';
import { minutesOf } from './minutes-of';

export function evolveMinutes(state: Meeting, event: MinutesEvent, { at }: Envelope): Meeting {
  const { minutes } = state;
  switch (event.type) {
    case 'minutes.frozen': {
      const { type: _, ...rest } = event;
      const locked = { ...rest, at, facts: minutesOf(state), signatures: [], reopened: null };
      return put(state, { ...minutes, locked: [...minutes.locked, locked] });
    }
    case 'minutes.reopened': {
      const { reason, version } = event;
      return changeVersion(state, version, () => ({ reopened: { reason, at } }));
    }
    case 'minutes.signed': {
      const { personId, as, version } = event;
      return changeVersion(state, version, ({ signatures }) => ({
        signatures: [...signatures, { personId, as, at }],
      }));
    }
    case 'minutes.correction-asked': {
      const { correctionId: id, part, text, by } = event;
      const asked: Correction = { id, part, text, by, at, outcome: 'asked' };
      return put(state, { ...minutes, corrections: [...minutes.corrections, asked] });
    }
    case 'minutes.correction-settled': {
      if (!minutes.corrections.some(({ id }) => id === event.correctionId)) return state;
      const settle = (one: Correction): Correction =>
        one.id === event.correctionId ? { ...one, outcome: event.taken ? 'taken' : 'left' } : one;
      return put(state, { ...minutes, corrections: minutes.corrections.map(settle) });
    }
    default:
      return assertNever(event);
  }
}

/** [L4] A version that is not there changes nothing. */
function changeVersion(
  state: Meeting,
  version: number,
  part: (locked: LockedMinutes) => Partial<LockedMinutes>,
): Meeting {
  const { minutes } = state;
  if (!minutes.locked.some((one) => one.version === version)) return state;
  const change = (one: LockedMinutes) => (one.version === version ? { ...one, ...part(one) } : one);
  return put(state, { ...minutes, locked: minutes.locked.map(change) });
}

function put(state: Meeting, minutes: MinutesText): Meeting {
  return { ...state, minutes };
}
