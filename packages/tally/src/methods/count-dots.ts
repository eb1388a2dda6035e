/**
 * Dots: each paper spreads a budget of whole dots over the options, so many on one at most.
 *
 * Source: cumulative voting, as in Cole, Taebel and Engstrom, *Cumulative Voting in a Municipal Election* (Western
 * Political Quarterly 43, 1990), with stickers for marks. Whether dots may be left over is a field; a ballot that spends nothing is blank.
 */
import type { DotsElection } from './election';
import type { DotsResult } from './method-result';
import { exactSum, placedByVotes, spendRows } from './by-votes';
import { exactProduct } from './decimals';
import { countsOf } from './papers';
import { refuseBroken } from './problems';
import { unproportional } from './standing';

/** Throws RangeError on broken ballots: over the budget, over the cap, or under it where all must be spent. */
export function countDots(election: DotsElection): DotsResult {
  refuseBroken(election);
  const { options, seats, ballots, budget, leftovers } = election;
  const counts = countsOf(ballots, ({ figures }) => figures.some((dots) => dots));
  const rows = spendRows(options, ballots);
  const votes = rows.map((row) => row.votes);
  return {
    method: 'dots',
    variant: leftovers === 'allowed' ? 'dots' : 'dots-all-spent',
    options: options.length,
    seats,
    counts,
    rows,
    leftover: exactProduct(counts.valid, budget) - exactSum(votes),
    ...placedByVotes(election, votes),
    proportional: unproportional(seats),
  };
}
