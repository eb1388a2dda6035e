import type { Electorate } from './electorate';
import type { Ballot, VoteTally } from './result';
import type { DecisionRule } from './rule';

export type VoteInput = {
  rule: DecisionRule;
  rung: 'qualified' | 'vote';
  ballots: readonly Ballot[];
  electorate: Electorate;
  /** The chair's casting vote on a tie, where the rule gives one. */
  casting?: 'yes' | 'no';
  /** The vote was taken anew after a tie: a second tie fails. */
  again?: boolean;
};

export function tallyVote(_input: VoteInput): VoteTally {
  throw new Error('not written yet');
}
