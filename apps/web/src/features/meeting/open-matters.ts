// What would be left open if the meeting closed now: named before the host closes it.
import type { Meeting } from '@mufakat/domain';

export interface OpenMatters {
  /** Titles of adopted items that were neither done nor are running, breaks aside. */
  readonly items: readonly string[];
  /** Titles of decisions without an outcome. */
  readonly decisions: readonly string[];
  /** The decision on which a poll is open: the meeting cannot close over it. */
  readonly asked: string | null;
}

export function openMatters(meeting: Meeting): OpenMatters {
  const { items, running, done } = meeting.agenda;
  const met = new Set([...done.map((one) => one.itemId), running?.item.id]);
  const decisions = Object.values(meeting.decisions);
  const poll = Object.values(meeting.polls).find((one) => one.count.status === 'open');
  return {
    items: items.filter((item) => item.kind !== 'break' && !met.has(item.id)).map((item) => item.title),
    decisions: decisions.filter((one) => one.outcome.status === 'pending').map((one) => one.title),
    asked: decisions.find((one) => one.id === poll?.decisionId)?.title ?? null,
  };
}
