/** Questions about a meeting as a whole: whether the room is in session, whether it takes more people. */
import { limits } from '../limits';
import type { RefusalCode } from '../refusals';
import { assertNever } from '../result';
import type { Meeting } from './state';

/** [M12] Why the room cannot act now; null while it is in session. */
export function sessionProblem({ phase }: Meeting): RefusalCode | null {
  switch (phase.status) {
    case 'open':
      return null;
    case 'paused':
      return 'meeting_paused';
    case 'planned':
    case 'lobby':
    case 'closed':
      return 'not_open';
    default:
      return assertNever(phase);
  }
}

/** [M9] Whether as many people have come as a meeting takes; whoever was removed still counts. */
export function isFull(state: Meeting): boolean {
  return state.people.size >= limits.peopleInMeeting;
}
