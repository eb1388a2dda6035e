import type { Electorate } from './electorate';
import type { ApprovalTally } from './result';

/** A ballot by a voter of the roll, or `count` equal ballots whose link to their voters is gone. */
export type ApprovalBallot =
  | { voter: string; approves: readonly string[] }
  | { approves: readonly string[]; chamber: string | null; weight: number; count: number };

export type ApprovalInput = {
  options: readonly string[];
  ballots: readonly ApprovalBallot[];
  electorate: Electorate;
  seats: number;
};

export function tallyApproval(_input: ApprovalInput): ApprovalTally {
  throw new Error('not written yet');
}
