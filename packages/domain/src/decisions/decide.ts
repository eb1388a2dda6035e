/**
 * Rules of decisions (SPEC.md, D1 to D11): wording first, then *mufakat?*, then, rung by rung and only with a
 * reason, whatever the rule agreed beforehand still allows.
 */
import { needed, type Context } from '../context';
import type { MeetingEvent } from '../meeting-events';
import { isCountable } from '../meeting/decide';
import type { Decision, Meeting } from '../meeting/state';
import { sessionProblem } from '../meeting/views';
import { assertNever, ok, refused, type Result } from '../result';
import type { DecisionCommand } from './commands';
import { waitingTie } from '../ties/views';
import { lackedQuorum, lastPoll, nextQuorumStep, nextRung, openPoll } from './views';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

type Of<T extends DecisionCommand['type']> = Extract<DecisionCommand, { type: T }>;

/**
 * [D9] Once there is an outcome only voiding is left. [D10] Freezing, reopening, descending and declaring are acts of
 * the room in session; drafting, proposing and voiding are not bound to it.
 */
export function decideDecision(
  state: Meeting,
  command: DecisionCommand,
  context: Context,
): Result<MeetingEvent[]> {
  if (command.type === 'decision.draft') return draft(state, command, context);
  const decision = state.decisions[command.decisionId];
  if (!decision) return refused('decision_unknown');
  if (command.type === 'decision.void') return makeVoid(state, decision, command, context);
  if (decision.outcome.status !== 'pending') return refused('decision_over');
  if (command.type === 'text.propose') return propose(decision, command, context);
  const problem = sessionProblem(state);
  if (problem) return refused(problem);
  switch (command.type) {
    case 'text.freeze':
      return freeze(decision, context);
    case 'text.reopen':
      return reopen(state, decision, command, context);
    case 'rung.descend':
      return descend(state, decision, command, context);
    case 'quorum.step':
      return stepQuorum(state, decision, command, context);
    case 'decision.decide':
      return decide(state, decision, command, context);
    default:
      return assertNever(command);
  }
}

/** [D1] A decision takes the meeting's rule and electorate unless it brings its own; an item it names must exist. */
function draft(state: Meeting, command: Of<'decision.draft'>, context: Context): Result<MeetingEvent[]> {
  const rule = command.rule ?? state.plan.rule;
  if (!isCountable(rule, state.plan.chambers)) return refused('rule_invalid');
  const { itemId } = command;
  const isAdopted = state.agenda.items.some((item) => item.id === itemId);
  if (itemId !== null && !isAdopted) return refused('item_unknown');
  const electorate = command.electorate ?? state.plan.electorate;
  const { partnerVote } = command;
  if (partnerVote && electorate !== 'partner') return refused('rule_invalid');
  return ok([
    {
      type: 'decision.drafted',
      decisionId: context.newId(),
      title: command.title,
      itemId,
      rule,
      electorate,
      ...(partnerVote && { partnerVote }),
    },
  ]);
}

/** [D2] Freezing takes the wording as it stands on the server; an empty one is refused. */
function freeze(decision: Decision, context: Context): Result<MeetingEvent[]> {
  if (decision.text.status === 'frozen') return refused('text_frozen');
  const { text, plain, hash } = needed(context, 'text');
  if (plain.trim() === '') return refused('text_empty');
  const document = `wording/${decision.id}`;
  const { version } = decision.text;
  return ok([{ type: 'text.frozen', decisionId: decision.id, version, document, text, plain, hash }]);
}

/** [D3] A frozen wording is reopened with a reason and not while it is asked; answers given to it stay with it. */
function reopen(
  state: Meeting,
  decision: Decision,
  command: Of<'text.reopen'>,
  context: Context,
): Result<MeetingEvent[]> {
  if (decision.text.status === 'open') return refused('text_not_frozen');
  if (openPoll(state, decision)) return refused('poll_open');
  if (command.reason === '') return refused('reason_needed');
  const reason = { id: context.newId(), text: command.reason };
  return ok([{ type: 'text.reopened', decisionId: decision.id, reason }]);
}

/** [D4] Words written offline into a text frozen meanwhile become a proposal beside it. */
function propose(decision: Decision, command: Of<'text.propose'>, context: Context): Result<MeetingEvent[]> {
  if (decision.text.status === 'open') return refused('text_not_frozen');
  if (decision.text.hash !== command.base) return refused('text_changed_since');
  if (context.actor.kind !== 'person') return refused('not_allowed');
  return ok([
    {
      type: 'text.proposed',
      decisionId: decision.id,
      proposalId: context.newId(),
      base: command.base,
      text: { id: context.newId(), text: command.text },
      by: context.actor.personId,
    },
  ]);
}

/** [D6] Down a rung only with a reason, after the rung was tried and did not pass. */
function descend(
  state: Meeting,
  decision: Decision,
  command: Of<'rung.descend'>,
  context: Context,
): Result<MeetingEvent[]> {
  if (openPoll(state, decision)) return refused('poll_open');
  const poll = lastPoll(state, decision);
  if (!poll || poll.count.status === 'open') return refused('poll_missing');
  if (poll.count.passes) return refused('poll_passed');
  if (waitingTie(state, decision)?.waits === 'awaits-lot') return refused('lot_waits');
  const to = nextRung(decision);
  if (!to) return refused('no_rung_left');
  if (command.reason === '') return refused('reason_needed');
  const reason = { id: context.newId(), text: command.reason };
  return ok([{ type: 'rung.descended', decisionId: decision.id, from: decision.rung, to, reason }]);
}

/**
 * [D11] After a count that lacked its quorum the rule's next step is taken: a wait or a second call, during which the
 * meeting is paused, or going on with those who are here; one step a count, and none that the rule does not have.
 */
function stepQuorum(
  state: Meeting,
  decision: Decision,
  { until }: Of<'quorum.step'>,
  context: Context,
): Result<MeetingEvent[]> {
  if (openPoll(state, decision)) return refused('poll_open');
  const poll = lastPoll(state, decision);
  if (!poll || !lackedQuorum(poll)) return refused('quorum_not_lacking');
  if (decision.quorumSteps.some((step) => step.pollId === poll.id)) return refused('poll_missing');
  const next = nextQuorumStep(decision);
  if (!next) return refused('no_step_left');
  const { id: decisionId } = decision;
  if (next.step === 'proceed') {
    return ok([{ type: 'quorum.stepped', decisionId, step: 'proceed', until: null }]);
  }
  const latest = context.now + (next.step === 'wait' ? next.hours * hourMs : next.days * dayMs);
  if (until === null || until <= context.now) return refused('until_in_the_past');
  if (until > latest) return refused('until_too_late');
  const reason = { id: context.newId(), text: '' };
  return ok([
    { type: 'quorum.stepped', decisionId, step: next.step, until },
    { type: 'meeting.paused', kind: 'quorum', reason, until },
  ]);
}

/**
 * [D7] The outcome is an act of the chair, but not against the count: *decided* needs a poll on this very text that
 * passed, *not decided* that none has. [D13] A lot that the rule asks for is drawn before.
 */
function decide(
  state: Meeting,
  decision: Decision,
  command: Of<'decision.decide'>,
  context: Context,
): Result<MeetingEvent[]> {
  if (openPoll(state, decision)) return refused('poll_open');
  const poll = decision.text.status === 'frozen' ? lastPoll(state, decision) : null;
  const passed = poll?.count.status === 'closed' && poll.count.passes;
  if (command.outcome === 'decided' && !passed) return refused(poll ? 'poll_not_passed' : 'poll_missing');
  if (command.outcome === 'not-decided' && passed) return refused('poll_passed');
  if (waitingTie(state, decision)?.waits === 'awaits-lot') return refused('lot_waits');
  if (command.outcome === 'not-decided' && command.statement === '') return refused('reason_needed');
  return ok([
    {
      type: 'decision.decided',
      decisionId: decision.id,
      outcome: command.outcome,
      rung: decision.rung,
      pollId: poll?.id ?? null,
      statement: { id: context.newId(), text: command.statement },
    },
  ]);
}

/** [D8] A decision is made void with a reason, also after it was taken, until the meeting closes; not in a pause. */
function makeVoid(
  state: Meeting,
  decision: Decision,
  command: Of<'decision.void'>,
  context: Context,
): Result<MeetingEvent[]> {
  if (decision.outcome.status === 'void') return refused('decision_over');
  if (state.phase.status === 'paused') return refused('meeting_paused');
  if (openPoll(state, decision)) return refused('poll_open');
  if (command.reason === '') return refused('reason_needed');
  const reason = { id: context.newId(), text: command.reason };
  return ok([{ type: 'decision.voided', decisionId: decision.id, reason }]);
}
