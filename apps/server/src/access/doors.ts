/**
 * The open code: six letters that let anyone in as a guest until it expires.
 *
 * Guessing, and three hundred people behind one router of whom one guesses:
 * - Only failures count, so whoever types the right code costs their neighbours nothing.
 * - The same wrong code from the same address is one failure: a hall that copies a misprint from a slide is one.
 * - A failure costs the session, where there is one, and the address. A session's bucket is small: a guesser with a
 *   cookie is stopped before the neighbours notice. The address's is wide, since without a cookie nobody can be told
 *   apart behind it (and a forged cookie is no session).
 * - A code that has let someone look in from an address works there until it expires, whatever else is tried. The
 *   guesser learns by it only what stands on the wall of that hall already; every look costs the address a token of
 *   a second, much wider bucket, right or wrong.
 *
 * With 20^6 codes, an address without sessions makes half a guess a second over time: decades for one open code.
 */
import { ok, refused, type RefusalCode, type Result } from '@mufakat/domain';
import { addressKey } from '../platform/address-key';
import { BoundedMap } from '../platform/bounded-map';
import { codeLength, codeLetters } from '../platform/ids';
import type { Clock } from '../platform/ports';
import { TokenBuckets } from '../platform/token-bucket';
import type { AccessStore } from '../store/ports';
import type { Session } from './sessions';

/** Who stands at the door. */
export interface Caller {
  address: string;
  session: Session | null;
}

export interface Doors {
  /** The meeting behind a code, or why not. The caller pays for failures. */
  find(typed: string, caller: Caller): Promise<Result<{ meetingId: string }>>;
}

const pattern = new RegExp(`^[${codeLetters}]{${codeLength}}$`);
/** How long the same wrong code is the same mistake. */
const sameMistakeMs = 10 * 60_000;
const maxRemembered = 50_000;

export function createDoors(store: Pick<AccessStore, 'findCode'>, clock: Clock): Doors {
  const looks = new TokenBuckets(50, 2_000);
  const failures = new FailureBuckets();
  /** By address and code: until when that code is known to be right there. */
  const known = new BoundedMap<string, number>(maxRemembered);

  return {
    find: async (typed, caller) => {
      const now = clock.now();
      const code = normalCode(typed);
      const place = `${addressKey(caller.address)} ${code}`;
      if (!looks.take(addressKey(caller.address), now)) return refused('too_many_requests');
      // No code of ours looks like this, so it is no guess either.
      if (!pattern.test(code)) return refused('code_unknown');
      const isKnownHere = (known.get(place) ?? 0) > now;
      if (!isKnownHere && !failures.mayTry(caller, now)) return refused('too_many_requests');
      const found = await store.findCode(code);
      if (found && found.until > now) {
        known.set(place, found.until);
        return ok({ meetingId: found.stream });
      }
      failures.count(caller, code, now);
      return refused((found ? 'code_expired' : 'code_unknown') satisfies RefusalCode);
    },
  };
}

/** Failures of sessions and of addresses. */
class FailureBuckets {
  readonly #ofSessions = new TokenBuckets(0.1, 20);
  readonly #ofAddresses = new TokenBuckets(0.5, 300);
  /** By address and wrong code: when it was counted. */
  readonly #mistakes = new BoundedMap<string, number>(maxRemembered);

  mayTry({ address, session }: Caller, now: number): boolean {
    const ownLeft = session === null || this.#ofSessions.has(session.hash, now);
    return ownLeft && this.#ofAddresses.has(addressKey(address), now);
  }

  count({ address, session }: Caller, code: string, now: number): void {
    if (session) this.#ofSessions.take(session.hash, now);
    const key = addressKey(address);
    const mistake = `${key} ${code}`;
    if (now - (this.#mistakes.get(mistake) ?? -Infinity) < sameMistakeMs) return;
    this.#mistakes.set(mistake, now);
    this.#ofAddresses.take(key, now);
  }
}

/** People type codes with blanks, hyphens and small letters. */
export function normalCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '');
}
