import type { Electorate } from './electorate';
import type { Answer, ConsentTally } from './result';
import type { DecisionRule } from './rule';

export type ConsentInput = {
  rule: DecisionRule;
  answers: readonly { voter: string; answer: Answer }[];
  electorate: Electorate;
};

export function tallyConsent(_input: ConsentInput): ConsentTally {
  throw new Error('not written yet');
}
