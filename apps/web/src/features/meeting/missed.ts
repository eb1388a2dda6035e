// What happened in a meeting while somebody was not there, from its facts alone, in order of time: for who comes late, and for who
// comes back. Phases, the agenda, items done, texts locked, decisions taken, the chair's passing.
import type { Meeting, Moment } from '@mufakat/domain';

export type Missed = { at: number } & (
  | { kind: 'course'; moment: Moment }
  | { kind: 'item-done'; itemId: string; title: string }
  | { kind: 'decision-locked'; decisionId: string; title: string }
  | { kind: 'goal-locked'; goalId: string; title: string }
  | { kind: 'outcome'; decisionId: string; title: string; outcome: 'decided' | 'not-decided' | 'void' }
);

/** Away for less than this, nobody need be told anything. */
export const awayMs = 5 * 60_000;

/** Everything after `since` (server time); null for someone who was never here: from the beginning. */
export function missedSince(meeting: Meeting, since: number | null): Missed[] {
  return [...courseOf(meeting), ...itemsOf(meeting), ...decisionsOf(meeting), ...goalsOf(meeting)]
    .filter(({ at }) => since === null || at > since)
    .sort((a, b) => a.at - b.at);
}

/**
 * Whether to show it unasked: in session, and either first here well after the opening, or back after a while. `now` is
 * the server's.
 */
export function isToldUnasked(meeting: Meeting, since: number | null, now: number): boolean {
  if (meeting.phase.status !== 'open' && meeting.phase.status !== 'paused') return false;
  const openedAt = meeting.course.find((moment) => moment.kind === 'opened')?.at;
  if (openedAt === undefined || missedSince(meeting, since).length === 0) return false;
  return now - (since ?? openedAt) > awayMs;
}

function courseOf({ course }: Meeting): Missed[] {
  return course.map((moment) => ({ kind: 'course', at: moment.at, moment }));
}

function itemsOf({ agenda }: Meeting): Missed[] {
  return agenda.done.flatMap(({ itemId, endedAt }): Missed[] => {
    const item = agenda.items.find((one) => one.id === itemId);
    return item ? [{ kind: 'item-done', at: endedAt, itemId, title: item.title }] : [];
  });
}

function decisionsOf({ decisions }: Meeting): Missed[] {
  return Object.values(decisions).flatMap(({ id, title, text, outcome }): Missed[] => [
    ...(text.status === 'frozen'
      ? [{ kind: 'decision-locked' as const, at: text.at, decisionId: id, title }]
      : []),
    ...(outcome.status === 'pending'
      ? []
      : [{ kind: 'outcome' as const, at: outcome.at, decisionId: id, title, outcome: outcome.status }]),
  ]);
}

/** What was locked in earlier meetings and carried in is nothing that was missed here. */
function goalsOf({ goals }: Meeting): Missed[] {
  return Object.values(goals).flatMap(({ id, title, locked }) =>
    locked.map(({ at }): Missed => ({ kind: 'goal-locked', at, goalId: id, title })),
  );
}
