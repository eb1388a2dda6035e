/** Whose ballots a poll takes. Apart from the counting, so that a page that shows the turnout does not load it. */
import type { Poll } from '../meeting/state';

/** With the chamber that each counts in: the roll, or the people of those on it; nobody who left. */
export function castersIn(
  poll: Pick<Poll, 'roll' | 'people' | 'conflicted'>,
): readonly { key: string; chamber: string | null }[] {
  const { roll, people, conflicted } = poll;
  if (!people) return conflicted ? roll.filter(({ key }) => !conflicted.includes(key)) : roll;
  const chamberOf = new Map(roll.map(({ key, chamber }) => [key, chamber]));
  return people.members.map(({ key, partner }) => ({ key, chamber: chamberOf.get(partner) ?? null }));
}
