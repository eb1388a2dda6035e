/** Folds events of polls. */
import type { Envelope } from '../envelope';
import type { Meeting, Poll, VoidedCount } from '../meeting/state';
import { assertNever } from '../result';
import type { PollEvent } from './events';

export function evolvePolls(state: Meeting, event: PollEvent, { at }: Envelope): Meeting {
  switch (event.type) {
    case 'poll.opened': {
      const decision = state.decisions[event.decisionId];
      if (!decision) return state;
      const { type: _, pollId, ...rest } = event;
      const poll: Poll = {
        ...rest,
        id: pollId,
        textVersion: decision.text.version,
        openedAt: at,
        counted: event.rung !== 'acclamation',
        count: { status: 'open' },
      };
      return {
        ...state,
        polls: { ...state.polls, [pollId]: poll },
        decisions: {
          ...state.decisions,
          [decision.id]: { ...decision, polls: [...decision.polls, pollId] },
        },
      };
    }
    case 'poll.count-demanded':
      return change(state, event.pollId, { counted: true });
    case 'poll.closed': {
      const { type: _, pollId, ...rest } = event;
      return change(state, pollId, {
        count: { status: 'closed', at, voided: null, tieBreak: null, ...rest },
      });
    }
    case 'poll.voided':
      return makeVoid(state, event.pollId, { reason: event.reason, at });
    default:
      return assertNever(event);
  }
}

/** [B15] What was counted stays as it is, marked as void; a step taken because of it counts for nothing either. */
function makeVoid(state: Meeting, pollId: string, voided: VoidedCount): Meeting {
  const poll = state.polls[pollId];
  if (poll?.count.status !== 'closed' || poll.count.voided) return state;
  const changed: Poll = { ...poll, count: { ...poll.count, voided } };
  const decisions = withoutStepsOf(state.decisions, poll);
  return { ...state, decisions, polls: { ...state.polls, [pollId]: changed } };
}

function withoutStepsOf(decisions: Meeting['decisions'], poll: Poll): Meeting['decisions'] {
  const decision = decisions[poll.decisionId];
  if (!decision) return decisions;
  const quorumSteps = decision.quorumSteps.filter((step) => step.pollId !== poll.id);
  return { ...decisions, [decision.id]: { ...decision, quorumSteps } };
}

/** [B14] Only an open poll changes. */
function change(state: Meeting, id: string, part: Partial<Poll>): Meeting {
  const poll = state.polls[id];
  return poll?.count.status === 'open'
    ? { ...state, polls: { ...state.polls, [id]: { ...poll, ...part } } }
    : state;
}
