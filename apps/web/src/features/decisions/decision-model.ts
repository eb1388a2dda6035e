// What a decision shows on stage: which step its wording is at, which rungs lie behind and ahead, and the numbers that its rule
// is said with. Rules themselves are said by packages/tally and decided by packages/domain.
import { lastPoll, openPoll, type Decision, type Meeting, type Poll } from '@mufakat/domain';
import type { MajorityBase, QuorumBase, RuleNumbers, Rung } from '@mufakat/tally';
import { voicesOf } from '../people/voices';

export const wordingSteps = ['written', 'read', 'corrected', 'asked'] as const;
export type WordingStep = (typeof wordingSteps)[number];

/** Written first, read aloud once locked, corrected when opened again, asked from then on. */
export function stepOf(meeting: Meeting, decision: Decision): WordingStep {
  const { text } = decision;
  if (text.status === 'open') return text.version > 1 ? 'corrected' : 'written';
  return lastPoll(meeting, decision) || decision.outcome.status !== 'pending' ? 'asked' : 'read';
}

export type Situation =
  | { kind: 'writing' }
  | { kind: 'locked' }
  | { kind: 'asked'; poll: Poll }
  | { kind: 'counted'; poll: Poll; closed: ClosedCount }
  | { kind: 'decided'; poll: Poll | null }
  | { kind: 'not-decided'; poll: Poll | null }
  | { kind: 'void' };

export type ClosedCount = Extract<Poll['count'], { status: 'closed' }>;

export function situationOf(meeting: Meeting, decision: Decision): Situation {
  const { outcome } = decision;
  if (outcome.status === 'void') return { kind: 'void' };
  if (outcome.status !== 'pending') {
    const poll = outcome.pollId === null ? null : (meeting.polls[outcome.pollId] ?? null);
    return { kind: outcome.status, poll };
  }
  const open = openPoll(meeting, decision);
  if (open) return { kind: 'asked', poll: open };
  const last = decision.text.status === 'frozen' ? lastPoll(meeting, decision) : null;
  if (last?.count.status === 'closed') return { kind: 'counted', poll: last, closed: last.count };
  return { kind: decision.text.status === 'frozen' ? 'locked' : 'writing' };
}

/** First eight hex digits in two groups: "4f2a 91c7". */
export function fingerprint(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}

/** The bases as they stand now, so that "more than half" can be said as a number where it is known before the count. */
export function ruleNumbers(meeting: Meeting, decision: Decision, rung: Rung): RuleNumbers {
  const { rule } = decision;
  const threshold = rung === 'qualified' ? rule.qualified : rule;
  const base = threshold ? sizeOf(meeting, decision, threshold.majority.base) : undefined;
  const quorumBase = rule.quorum ? sizeOf(meeting, decision, rule.quorum.base) : undefined;
  return { ...(base === undefined ? {} : { base }), ...(quorumBase === undefined ? {} : { quorumBase }) };
}

function sizeOf(
  meeting: Meeting,
  { electorate }: Decision,
  base: MajorityBase | QuorumBase,
): number | undefined {
  // Who is connected at the close, and what is cast, are not known before.
  const known = base === 'roll' || base === 'invited' || base === 'attended';
  return known ? voicesOf(meeting, electorate, base) : undefined;
}

/** Names of chambers by id, as packages/tally wants them. */
export function chamberNames(meeting: Meeting): Record<string, string> {
  return Object.fromEntries(meeting.plan.chambers.map((chamber) => [chamber.id, chamber.name]));
}

export function isMufakat(rung: Rung): boolean {
  return rung === 'acclamation' || rung === 'consent';
}
