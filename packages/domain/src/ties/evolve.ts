/** Folds the breaking of a tie: the count comes to what it would have come to had it known. */
import { breakTie } from '@mufakat/tally';
import type { Envelope } from '../envelope';
import type { Meeting, Poll, TieBreak } from '../meeting/state';
import type { TieEvent } from './events';

/** [L4] What names no tie that waits for it changes nothing. */
export function evolveTies(state: Meeting, event: TieEvent, { at }: Envelope): Meeting {
  const poll = state.polls[event.pollId];
  if (poll?.count.status !== 'closed' || poll.count.tally.method !== 'yes-no-abstain') return state;
  const waits = event.type === 'tie.settled' ? 'awaits-chair' : 'awaits-lot';
  if (poll.count.tally.tie?.state !== waits) return state;
  const tally = breakTie(poll.count.tally, event.choice);
  const tieBreak: TieBreak =
    event.type === 'tie.settled'
      ? { by: 'chair', choice: event.choice, personId: event.by, at }
      : { by: 'lot', choice: event.choice, seed: event.seed, at };
  const broken: Poll = { ...poll, count: { ...poll.count, tally, passes: tally.passes, tieBreak } };
  return { ...state, polls: { ...state.polls, [poll.id]: broken } };
}
