/** Rules of polls (SPEC.md, B5 to B8, B15); what a closed poll says is made in count.ts (B9 to B12). */
import type { DecisionRule, Rung } from '@mufakat/tally';
import { needed, type Context } from '../context';
import { leavingFor } from '../conflicts/views';
import { lastPoll, openPoll, ruleInForce } from '../decisions/views';
import type { MeetingEvent } from '../meeting-events';
import type { Decision, Meeting, Poll } from '../meeting/state';
import { sessionProblem } from '../meeting/views';
import { chamberOf, isVoter } from '../people/views';
import { assertNever, ok, refused, type Result } from '../result';
import type { RefusalCode } from '../refusals';
import type { PollCommand } from './commands';
import { electorateAt, publishedBallots, publishedTally, remarksOf, tallyOf } from './count';
import type { PollOpened } from './events';
import { peopleOf } from './partner-people';
import { voiceOf } from './ballot';
import { revoteFrom, tiedTwice, waitingTie, withoutRevote } from '../ties/views';

export function decidePoll(state: Meeting, command: PollCommand, context: Context): Result<MeetingEvent[]> {
  if (command.type === 'poll.open') return open(state, command.decisionId, context);
  const poll = state.polls[command.pollId];
  if (!poll) return refused('poll_unknown');
  if (command.type === 'poll.void') return makeVoid(state, poll, command.reason, context);
  if (poll.count.status === 'closed') return refused('poll_not_open');
  switch (command.type) {
    case 'poll.demand-count':
      return demandCount(state, poll, context);
    case 'poll.close':
      return close(state, poll, context);
    default:
      return assertNever(command);
  }
}

/** [B5] A poll asks about a frozen text, by a rule and a roll that are fixed with the same event. */
function open(state: Meeting, decisionId: string, context: Context): Result<MeetingEvent[]> {
  const decision = state.decisions[decisionId];
  if (!decision) return refused('decision_unknown');
  if (decision.outcome.status !== 'pending') return refused('decision_over');
  const problem = sessionProblem(state);
  if (problem) return refused(problem);
  if (decision.text.status === 'open') return refused('text_not_frozen');
  if (openPoll(state, decision)) return refused('poll_open');
  const last = lastPoll(state, decision);
  if (last?.count.status === 'closed' && last.count.passes) return refused('poll_passed');
  const tied = tieProblem(state, decision, context.now);
  if (tied) return refused(tied);
  const { rung, electorate, text } = decision;
  const rule = withoutRevote(state, decision, ruleInForce(decision));
  const roll = rollOf(state, decision);
  const leaving = leavingFor(decision, rule);
  const people = peopleOf(state, decision, roll, leaving);
  if (roll.length === 0 || people.people?.members.length === 0) return refused('nobody_on_the_roll');
  return ok([
    {
      type: 'poll.opened',
      pollId: context.newId(),
      decisionId,
      rung,
      textHash: text.hash,
      electorate,
      rule,
      roll,
      ...people,
      ...(leaving.length > 0 && { conflicted: leaving }),
      ...lotOf(rule, rung, context),
    },
  ]);
}

/** [D13] A lot that the rule asks for is drawn before the room is asked anew. [D14] A second vote waits for its time. */
function tieProblem(state: Meeting, decision: Decision, now: number): RefusalCode | null {
  if (waitingTie(state, decision)?.waits === 'awaits-lot') return 'lot_waits';
  if (tiedTwice(state, decision)) return 'tied_twice';
  const from = revoteFrom(state, decision);
  return from !== null && now < from ? 'revote_too_early' : null;
}

/** [D13] Where a tie would go to the lot, the hash of its seed is told with the opening. */
function lotOf({ tie }: DecisionRule, rung: Rung, context: Context): Pick<PollOpened, 'lot'> {
  const counts = rung === 'qualified' || rung === 'vote';
  return tie.kind === 'lot' && counts ? { lot: needed(context, 'lot') } : {};
}

/** [B6] The roll: people who hold a vote, or the partners invited, each with its chamber and weight. */
function rollOf(state: Meeting, decision: Decision): PollOpened['roll'] {
  if (decision.electorate === 'partner') {
    return state.plan.partners.map(({ id: key, chamber, weight }) => ({ key, chamber, weight }));
  }
  return state.people
    .values()
    .filter(isVoter)
    .map((person) => ({ key: person.id, chamber: chamberOf(state, person.partnerId), weight: 1 }));
}

/** [B7] Anyone on the roll may ask for a count while an acclamation stands; no reason is needed. */
function demandCount(state: Meeting, poll: Poll, context: Context): Result<MeetingEvent[]> {
  if (poll.counted) return refused('already_counting');
  if (context.actor.kind !== 'person' || voiceOf(state, poll, context.actor.personId) === null) {
    return refused('not_on_the_roll');
  }
  return ok([{ type: 'poll.count-demanded', pollId: poll.id }]);
}

/**
 * [B8] Closing counts the locked box once and says everything that a recount needs. It waits for the end of a pause,
 * so that a break cuts nobody off; ballots are taken meanwhile.
 */
function close(state: Meeting, poll: Poll, context: Context): Result<MeetingEvent[]> {
  const problem = sessionProblem(state);
  if (problem) return refused(problem);
  const ballots = needed(context, 'ballots');
  const counted = electorateAt(state, poll, needed(context, 'present'), ballots);
  const { roll: _, ...electorate } = counted;
  const tally = tallyOf(poll, ballots, counted);
  return ok([
    {
      type: 'poll.closed',
      pollId: poll.id,
      turnout: ballots.length,
      boxHash: needed(context, 'hashBox')(poll.id, publishedBallots(ballots)),
      electorate,
      tally: publishedTally(tally),
      passes: tally.passes,
      remarks: remarksOf(state, poll, ballots, context.newId),
    },
  ]);
}

/**
 * [B15] A count that was closed in haste is made void with a reason while its decision is pending: it stays in the
 * record and counts for nothing, and the room may be asked anew.
 */
function makeVoid(state: Meeting, poll: Poll, text: string, context: Context): Result<MeetingEvent[]> {
  const problem = sessionProblem(state);
  if (problem) return refused(problem);
  if (poll.count.status === 'open') return refused('poll_open');
  if (poll.count.voided) return refused('poll_void');
  if (state.decisions[poll.decisionId]?.outcome.status !== 'pending') return refused('decision_over');
  if (text === '') return refused('reason_needed');
  return ok([{ type: 'poll.voided', pollId: poll.id, reason: { id: context.newId(), text } }]);
}
