/** Questions about decisions. */
import type { Decision, Meeting, Poll } from '../meeting/state';
import type { DecisionRule, QuorumStep, Rung } from '@mufakat/tally';

export function openPoll(state: Meeting, decision: Decision): Poll | null {
  return pollsOf(state, decision).find((poll) => poll.count.status === 'open') ?? null;
}

/** [B15] The last poll taken on the text as it is now, on the rung where the room stands, and not made void. */
export function lastPoll(state: Meeting, decision: Decision): Poll | null {
  const { text, rung } = decision;
  const polls = pollsOf(state, decision).filter(
    (poll) => poll.textVersion === text.version && poll.rung === rung && !isVoided(poll),
  );
  return polls.at(-1) ?? null;
}

function isVoided({ count }: Poll): boolean {
  return count.status === 'closed' && count.voided !== null;
}

/** Whether it did not pass because too few were there, in the whole or in a chamber. */
export function lackedQuorum({ count }: Poll): boolean {
  if (count.status === 'open' || count.passes) return false;
  return count.tally.reasons.some(({ code }) => code === 'no_quorum' || code === 'chamber_no_quorum');
}

/** What the rule says to do next when a count has lacked its quorum; null where it says nothing more. */
export function nextQuorumStep(decision: Decision): QuorumStep | null {
  return decision.rule.quorum?.ifNot[decision.quorumSteps.length] ?? null;
}

/** [D11] The rule by which the room is asked now: once it was said to go on with those here, no quorum is asked for. */
export function ruleInForce({ rule, quorumSteps }: Decision): DecisionRule {
  if (!quorumSteps.some(({ step }) => step === 'proceed')) return rule;
  const { qualified } = rule;
  return {
    ...rule,
    quorum: null,
    chambers: withoutQuorum(rule.chambers),
    qualified: qualified && { ...qualified, chambers: withoutQuorum(qualified.chambers) },
  };
}

function withoutQuorum(chambers: DecisionRule['chambers']): DecisionRule['chambers'] {
  return chambers.map(({ id, majority }) => ({ id, majority }));
}

export function nextRung(decision: Decision): Rung | null {
  const { ladder } = decision.rule;
  return ladder[ladder.indexOf(decision.rung) + 1] ?? null;
}

/** Whether its wording may be written: the text is open and the decision still pending. */
export function isWordingOpen(decision: Decision): boolean {
  return decision.text.status === 'open' && decision.outcome.status === 'pending';
}

/** In the order in which they were opened. */
export function pollsOf(state: Meeting, decision: Decision): Poll[] {
  return decision.polls.flatMap((id) => state.polls[id] ?? []);
}
