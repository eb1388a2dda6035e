/**
 * Hand count: numbers that were counted in the room and typed in, by whom stands in the result. Nobody can recount
 * it from ballots, and the result does not pretend so: it holds the numbers as they were said.
 *
 * Source: *Robert's Rules of Order Newly Revised* (12th ed.) §45, the counted vote.
 */
import type { HandCountElection } from './election';
import type { HandCountResult } from './method-result';
import { exactSum, placedByVotes, votesRows } from './by-votes';
import { refuseBroken } from './problems';
import { unproportional } from './standing';

/** Shares are of all hands. Throws RangeError where more are for an option than are present. */
export function countByHand(election: HandCountElection): HandCountResult {
  refuseBroken(election);
  const { options, seats, numbers, present, by } = election;
  const sum = exactSum(numbers);
  return {
    method: 'hand-count',
    variant: 'hand-count',
    options: options.length,
    seats,
    counts: { papers: sum, weight: sum, valid: sum, blank: 0 },
    rows: votesRows(numbers, sum),
    ...placedByVotes(election, numbers),
    present,
    by,
    proportional: unproportional(seats),
  };
}
