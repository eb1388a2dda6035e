/**
 * When a decision lapses: one that was taken in an emergency is in force through its last day, unless the
 * coalition confirms it. Days are those of the meeting's own time zone, written `YYYY-MM-DD`.
 */
import type { DecisionRule } from './rule';

/** Throws RangeError where `day` is not written so: the comparison is of text. */
export function hasLapsed({ expires }: Pick<DecisionRule, 'expires'>, day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`not a day: ${day}`);
  return expires !== null && day > expires;
}
