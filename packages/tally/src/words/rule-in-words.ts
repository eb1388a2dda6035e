import type { DecisionRule, Rung } from '../rule';

export type Lang = 'id' | 'en';
/** Names of chambers (and of options, for an approval) by id; an id without a name stands for itself. */
export type Names = Readonly<Record<string, string>>;
/** The base as it stands now, so that "more than half" can be said as a number. */
export type RuleNumbers = { base?: number; quorumBase?: number };

/** Short sentences, the majority first. */
export function ruleInWords(
  _rule: DecisionRule,
  _rung: Rung,
  _lang: Lang,
  _names: Names,
  _numbers: RuleNumbers = {},
): string[] {
  throw new Error('not written yet');
}
