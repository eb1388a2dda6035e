/** Questions about decisions. */
import type { Decision, Meeting, Poll } from '../meeting/state';
import type { Rung } from '@mufakat/tally';

export function openPoll(state: Meeting, decision: Decision): Poll | null {
  return pollsOf(state, decision).find((poll) => poll.count.status === 'open') ?? null;
}

/** The last poll taken on the text as it is frozen now, on the rung where the room stands. */
export function lastPoll(state: Meeting, decision: Decision): Poll | null {
  const { text, rung } = decision;
  const polls = pollsOf(state, decision).filter(
    (poll) => poll.textVersion === text.version && poll.rung === rung,
  );
  return polls.at(-1) ?? null;
}

export function nextRung(decision: Decision): Rung | null {
  const { ladder } = decision.rule;
  return ladder[ladder.indexOf(decision.rung) + 1] ?? null;
}

/** Whether its wording may be written: the text is open and the decision still pending. */
export function isWordingOpen(decision: Decision): boolean {
  return decision.text.status === 'open' && decision.outcome.status === 'pending';
}

function pollsOf(state: Meeting, decision: Decision): Poll[] {
  return decision.polls.flatMap((id) => state.polls[id] ?? []);
}
