/** What a declared conflict of interest comes to where the rule takes it out of the base. */
import type { DecisionRule } from '@mufakat/tally';
import type { Id } from '../ids';
import type { Decision, Poll } from '../meeting/state';

/** [D15] Who casts nothing when the room is asked by this rule; nobody where they stay. */
export function leavingFor({ conflicts }: Decision, rule: DecisionRule): Id[] {
  return rule.conflicted === 'stay' ? [] : conflicts.map(({ personId }) => personId);
}

export function hasLeft({ conflicted }: Pick<Poll, 'conflicted'>, personId: Id): boolean {
  return conflicted?.includes(personId) ?? false;
}
