/**
 * Rules of ties (SPEC.md, D12 to D14): after the count, in the open, and only where the rule fixed before gives the
 * tie to the chair or to the lot. The chair has seen nothing that the room has not.
 */
import { yesOrNoByLot } from '@mufakat/tally';
import { hasLeft } from '../conflicts/views';
import { needed, type Context } from '../context';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting, Poll } from '../meeting/state';
import { sessionProblem } from '../meeting/views';
import { ok, refused, type Result } from '../result';
import type { TieCommand } from './commands';
import { waitingTie } from './views';

export function decideTie(state: Meeting, command: TieCommand, context: Context): Result<MeetingEvent[]> {
  const poll = state.polls[command.pollId];
  if (!poll) return refused('poll_unknown');
  const decision = state.decisions[poll.decisionId];
  if (decision?.outcome.status !== 'pending') return refused('decision_over');
  const problem = sessionProblem(state);
  if (problem) return refused(problem);
  const tie = waitingTie(state, decision);
  if (tie?.poll.id !== poll.id) return refused('no_tie');
  return command.type === 'tie.cast'
    ? cast(poll, tie.waits, command, context)
    : draw(tie.waits, command.pollId, context);
}

type Waits = NonNullable<ReturnType<typeof waitingTie>>['waits'];

/** [D12] A chair's casting vote, where the rule gives one. */
function cast(
  poll: Poll,
  waits: Waits,
  { pollId, choice }: Extract<TieCommand, { type: 'tie.cast' }>,
  { actor }: Context,
): Result<MeetingEvent[]> {
  if (waits !== 'awaits-chair') return refused('no_tie');
  if (actor.kind !== 'person') return refused('not_allowed');
  if (hasLeft(poll, actor.personId)) return refused('conflict_declared');
  return ok([{ type: 'tie.settled', pollId, choice, by: actor.personId }]);
}

/** [D13] The lot, from the seed whose hash was told when the poll opened. */
function draw(waits: Waits, pollId: string, context: Context): Result<MeetingEvent[]> {
  if (waits !== 'awaits-lot') return refused('no_tie');
  const seed = needed(context, 'lotSeed');
  if (seed === 'lost') return refused('lot_lost');
  return ok([{ type: 'tie.drawn', pollId, choice: yesOrNoByLot(seed), seed }]);
}
