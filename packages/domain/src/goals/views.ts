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
 * The goals of a coalition as its meetings left them: of each goal what was done to it last, wherever that was.
 * `meetings` in any order.
 */
export function latestGoals(meetings: readonly { goals: Record<string, Goal> }[]): CarriedGoal[] {
  const latest = new Map<string, Goal>();
  for (const goal of meetings.flatMap(({ goals }) => Object.values(goals))) {
    const before = latest.get(goal.id);
    if (goal.changedAt !== null && goal.changedAt >= (before?.changedAt ?? 0)) latest.set(goal.id, goal);
  }
  return [...latest.values()].map(carriedFrom);
}
