/** Questions about ties: which one waits, and for whom; when a vote may be taken anew. */
import type { DecisionRule, TieResult } from '@mufakat/tally';
import { lastPoll, pollsOf } from '../decisions/views';
import type { Decision, Meeting, Poll } from '../meeting/state';

const hourMs = 3_600_000;

type Waiting = Extract<TieResult['state'], `awaits-${string}`>;

/** What the last count of this decision waits for; null where it is no tie that waits. */
export function waitingTie(state: Meeting, decision: Decision): { poll: Poll; waits: Waiting } | null {
  const poll = lastPoll(state, decision);
  if (!poll) return null;
  const waits = tieStateOf(poll);
  return waits === 'awaits-chair' || waits === 'awaits-lot' || waits === 'awaits-revote'
    ? { poll, waits }
    : null;
}

/** [D14] From when the vote may be taken anew, server time in milliseconds; null where no tie waits for that. */
export function revoteFrom(state: Meeting, decision: Decision): number | null {
  const tie = waitingTie(state, decision);
  if (tie?.waits !== 'awaits-revote' || tie.poll.count.status === 'open') return null;
  const { rule } = tie.poll;
  return rule.tie.kind === 'revote' ? tie.poll.count.at + rule.tie.afterHours * hourMs : null;
}

/** [D14] The vote was taken anew after a tie, and ended in one again: this wording falls. */
export function tiedTwice(state: Meeting, decision: Decision): boolean {
  const last = lastPoll(state, decision);
  if (last?.count.status !== 'closed' || last.count.tally.method !== 'yes-no-abstain') return false;
  const { tie, reasons } = last.count.tally;
  const onlyTied = tie?.state === 'fails' && reasons.every(({ code }) => code === 'tied');
  return onlyTied && wasTied(state, decision);
}

/** [D14] A vote that is taken anew knows no third: by its rule a tie fails. */
export function withoutRevote(state: Meeting, decision: Decision, rule: DecisionRule): DecisionRule {
  return wasTied(state, decision) ? { ...rule, tie: { kind: 'fails' } } : rule;
}

/** Whether a count of the text as it is now, on the rung where the room stands, asked for a second vote. */
function wasTied(state: Meeting, decision: Decision): boolean {
  return pollsOf(state, decision).some(
    (poll) =>
      poll.textVersion === decision.text.version &&
      poll.rung === decision.rung &&
      tieStateOf(poll) === 'awaits-revote',
  );
}

/** [B15] A count that was made void has no tie. */
function tieStateOf({ count }: Poll): TieResult['state'] | null {
  if (count.status === 'open' || count.voided || count.tally.method !== 'yes-no-abstain') return null;
  return count.tally.tie?.state ?? null;
}
