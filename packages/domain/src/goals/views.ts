/** Questions about goals. */
import type { CarriedGoal } from '../meeting/events';
import type { Goal, GoalText } from '../meeting/state';

/** [G6] Whether its clauses may be written from this meeting: its text is open, and this is where it is written. */
export function isGoalOpen(goal: Goal): boolean {
  return goal.text.status === 'open' && goal.home === 'here';
}

/** What the next meeting of the coalition starts with. */
function carriedFrom({ id, title, languages, version, text }: Goal): CarriedGoal {
  return { id, title, languages: [...languages], version, text: carriedText(text) };
}

function carriedText(text: GoalText): CarriedGoal['text'] {
  return text.status === 'open' ? text : { ...text, clauses: [...text.clauses] };
}

/**
 * [G6] The goals of a coalition as its meetings left them, by title: of each goal the text that came last, wherever
 * that was. Also a meeting that only carried a goal hands it on, since the one that wrote it may have been deleted.
 * `meetings` in any order.
 */
export function latestGoals(meetings: readonly { goals: Record<string, Goal> }[]): CarriedGoal[] {
  const copies = meetings.flatMap(({ goals }) => Object.values(goals)).sort(byAge);
  const latest = new Map(copies.map((goal) => [goal.id, goal]));
  return [...latest.values()].sort(byTitle).map(carriedFrom);
}

/** A version is open first and locked then; of copies that stand alike, the one changed last comes last. */
function byAge(a: Goal, b: Goal): number {
  return (
    a.version - b.version ||
    hashOf(a).length - hashOf(b).length ||
    (a.changedAt ?? 0) - (b.changedAt ?? 0) ||
    compare(hashOf(a), hashOf(b))
  );
}

/** Of the locked text; empty while it is open. */
function hashOf({ text }: Goal): string {
  return text.status === 'frozen' ? text.hash : '';
}

function byTitle(a: Goal, b: Goal): number {
  return compare(a.title, b.title) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
