/**
 * Plurality: one mark a paper, the option with the most votes wins, with a majority or without.
 *
 * Source: *Robert's Rules of Order Newly Revised* (12th ed.) 44:11. With several seats and still one mark a paper,
 * the `seats` options with the most votes; the result says that this is not proportional.
 */
import type { PluralityElection } from './election';
import type { PluralityResult } from './method-result';
import { placedByVotes, votesRows } from './by-votes';
import { countsOf, weightOf } from './papers';
import { refuseBroken } from './problems';
import { unproportional } from './standing';

/** Shares are of papers that are not blank. Throws RangeError on broken ballots. */
export function countPlurality(election: PluralityElection): PluralityResult {
  refuseBroken(election);
  const { options, seats, ballots } = election;
  const counts = countsOf(ballots, ({ choice }) => choice !== null);
  const votes = options.map(() => 0);
  for (const paper of ballots) {
    if (paper.choice !== null) votes[paper.choice] = (votes[paper.choice] ?? 0) + weightOf(paper);
  }
  return {
    method: 'plurality',
    variant: seats > 1 ? 'block-plurality' : 'plurality',
    options: options.length,
    seats,
    counts,
    rows: votesRows(votes, counts.valid),
    ...placedByVotes(election, votes),
    proportional: unproportional(seats),
  };
}
