/**
 * Approval and multiple choice: any number of marks a paper, or so many at most; shares are of papers, not of marks.
 *
 * Source: Brams and Fishburn, *Approval Voting* (1983). With several seats this is block voting, which lets the
 * largest group take them all, and the result says so.
 * Not here: approval by chamber, and by voters of a roll (../tally-approval.ts).
 */
import type { ApprovalElection } from './election';
import type { ApprovalResult } from './method-result';
import { exactSum, placedByVotes, votesRows } from './by-votes';
import { countsOf, weightOf } from './papers';
import { refuseBroken } from './problems';
import { unproportional } from './standing';

/** A paper without a mark approves none, and counts in the shares. Throws RangeError on broken ballots. */
export function countApproval(election: ApprovalElection): ApprovalResult {
  refuseBroken(election);
  const { options, seats, most, ballots } = election;
  const counts = countsOf(ballots, () => true);
  const votes = options.map(() => 0);
  for (const paper of ballots) {
    for (const option of paper.marks) votes[option] = (votes[option] ?? 0) + weightOf(paper);
  }
  const single = most === null ? 'approval' : 'multiple-choice';
  return {
    method: 'approval',
    variant: seats > 1 ? 'block-approval' : single,
    options: options.length,
    seats,
    counts,
    most,
    marks: exactSum(votes),
    rows: votesRows(votes, counts.valid),
    ...placedByVotes(election, votes),
    proportional: unproportional(seats),
  };
}
