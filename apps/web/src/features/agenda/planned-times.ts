// When each item is planned to begin. Before the agenda runs: from the meeting's start and the minutes before it. While it runs:
// what was done stands at the time when it began, and what is to come follows the running item with its extensions. Times do
// not creep while an item runs over; they move when the host moves on.
import type { AgendaItem, Meeting } from '@mufakat/domain';

interface Timed {
  readonly minutes: number;
}

const minuteMs = 60_000;

export function plannedTimes(startsAt: number, items: readonly Timed[]): number[] {
  let at = startsAt;
  return items.map(({ minutes }) => {
    const begins = at;
    at += minutes * minuteMs;
    return begins;
  });
}

export function totalMinutes(items: readonly Timed[]): number {
  return items.reduce((sum, item) => sum + item.minutes, 0);
}

export interface PlannedRow {
  readonly item: AgendaItem;
  readonly at: number;
  readonly is: 'done' | 'running' | 'coming';
}

/** The adopted agenda, row by row. */
export function adoptedRows(meeting: Pick<Meeting, 'agenda' | 'plan'>): PlannedRow[] {
  const { items, running, done } = meeting.agenda;
  // The last time that it was done counts.
  const times = new Map(done.map((one) => [one.itemId, one]));
  let at = meeting.plan.startsAt;
  return items.map((item): PlannedRow => {
    const begun = times.get(item.id);
    if (running?.item.id === item.id) {
      at = running.startedAt + running.stoodMs + running.minutes * minuteMs;
      return { item, at: running.startedAt, is: 'running' };
    }
    if (begun) {
      at = begun.endedAt;
      return { item, at: begun.startedAt, is: 'done' };
    }
    const begins = at;
    at += item.minutes * minuteMs;
    return { item, at: begins, is: 'coming' };
  });
}
