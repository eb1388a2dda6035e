/**
 * The open code: six letters that let anyone in as a guest until it expires. Guessing is limited per address by
 * failures alone, so that three hundred people behind one router come in unhindered.
 */
import { ok, refused, type Result } from '@mufakat/domain';
import type { Clock } from '../platform/ports';
import { TokenBuckets } from '../platform/token-bucket';
import type { AccessStore } from '../store/ports';
import { codeLength, codeLetters } from '../platform/ids';

export interface Doors {
  /** The meeting behind a code, or why not. `address` pays for failures. */
  find(code: string, address: string): Promise<Result<{ meetingId: string }>>;
}

const pattern = new RegExp(`^[${codeLetters}]{${codeLength}}$`);

export function createDoors(store: AccessStore, clock: Clock): Doors {
  // One guess every two seconds over time: 20^6 codes keep a guesser busy for decades.
  const failures = new TokenBuckets(0.5, 30);
  return {
    find: async (typed, address) => {
      const now = clock.now();
      if (!failures.has(address, now)) return refused('too_many_requests');
      const code = normalCode(typed);
      const found = pattern.test(code) ? await store.findCode(code) : null;
      if (found && found.until > now) return ok({ meetingId: found.stream });
      failures.take(address, now);
      return refused(found ? 'code_expired' : 'code_unknown');
    },
  };
}

/** People type codes with blanks, hyphens and small letters. */
export function normalCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '');
}
