/** Folds events of decisions. */
import type { Envelope } from '../envelope';
import type { Id } from '../ids';
import type { Decision, Meeting } from '../meeting/state';
import { assertNever } from '../result';
import type { DecisionEvent } from './events';
import { lastPoll } from './views';

export function evolveDecisions(state: Meeting, event: DecisionEvent, envelope: Envelope): Meeting {
  if (event.type === 'decision.drafted') {
    return put(state, startDecision(event, envelope));
  }
  const decision = state.decisions[event.decisionId];
  if (!decision) return state;
  return event.type === 'quorum.stepped'
    ? put(state, stepQuorum(state, decision, event, envelope))
    : put(state, evolveDecision(decision, event, envelope));
}

/** [D11] The step is remembered with the count that led to it. */
function stepQuorum(
  state: Meeting,
  decision: Decision,
  { step, until }: Extract<DecisionEvent, { type: 'quorum.stepped' }>,
  { at }: Envelope,
): Decision {
  const pollId = lastPoll(state, decision)?.id ?? null;
  return { ...decision, quorumSteps: [...decision.quorumSteps, { step, until, at, pollId }] };
}

function startDecision(
  event: Extract<DecisionEvent, { type: 'decision.drafted' }>,
  { at }: Envelope,
): Decision {
  const { type: _, decisionId, ...rest } = event;
  return {
    ...rest,
    id: decisionId,
    text: { status: 'open', version: 1 },
    rung: event.rule.ladder[0] ?? 'vote',
    descents: [],
    conflicts: [],
    quorumSteps: [],
    draftedAt: at,
    polls: [],
    proposals: [],
    reopenings: [],
    outcome: { status: 'pending' },
  };
}

function evolveDecision(
  decision: Decision,
  event: Exclude<DecisionEvent, { type: 'decision.drafted' | 'quorum.stepped' }>,
  { at }: Envelope,
): Decision {
  switch (event.type) {
    case 'text.frozen': {
      const { version, text, plain, hash } = event;
      return { ...decision, text: { status: 'frozen', version, text, plain, hash, at } };
    }
    // [D5] New words are asked about anew, from the first rung.
    case 'text.reopened':
      return {
        ...decision,
        text: { status: 'open', version: decision.text.version + 1 },
        rung: decision.rule.ladder[0] ?? 'vote',
        quorumSteps: [],
        reopenings: [...decision.reopenings, event.reason],
      };
    case 'text.proposed': {
      const { proposalId: id, base, text, by } = event;
      return { ...decision, proposals: [...decision.proposals, { id, base, text, by }] };
    }
    case 'rung.descended': {
      const { from, to, reason } = event;
      return { ...decision, rung: to, descents: [...decision.descents, { from, to, reason }] };
    }
    case 'decision.decided': {
      const { outcome: status, rung, pollId, statement } = event;
      return { ...decision, outcome: { status, rung, pollId, statement, at } };
    }
    case 'decision.voided':
      return { ...decision, outcome: { status: 'void', reason: event.reason, at } };
    default:
      return assertNever(event);
  }
}

function put(state: Meeting, decision: Decision): Meeting {
  const id: Id = decision.id;
  return { ...state, decisions: { ...state.decisions, [id]: decision } };
}
