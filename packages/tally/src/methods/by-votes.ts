/**
 * What methods share that add up votes for options and seat those with the most: places, seats, and the rows of
 * their results. An option without a vote is not elected, even to an empty seat.
 */
import { shareOf } from '../fraction';
import type { FiguresBallot, Poll } from './election';
import type { SpendRow, VotesRow } from './method-result';
import { exactProduct } from './decimals';
import { weightOf } from './papers';
import { indexes, moreFirst, seated, standingBy, type Seated, type Standing } from './standing';

/** Most votes first; the first `seats` of those that have any. */
export function placedByVotes(
  { options, seats, tieOrder }: Poll,
  votes: readonly number[],
): Standing & Seated {
  const standing = standingBy(indexes(options), moreFirst(votes), tieOrder);
  return { ...standing, ...seated(standing.ranking, seats, (option) => (votes[option] ?? 0) > 0) };
}

/** Votes with their share of all that count. */
export function votesRows(votes: readonly number[], of: number): VotesRow[] {
  return votes.map((have) => ({ votes: have, share: shareOf(have, of) }));
}

/** What each option was given together, weighted, and by how many. Throws RangeError where it is not exact. */
export function spendRows(options: readonly string[], ballots: readonly FiguresBallot[]): SpendRow[] {
  return options.map((_, option) => {
    const given = ballots.map((paper) => ({ figure: paper.figures[option] ?? 0, weight: weightOf(paper) }));
    return {
      votes: exactSum(given.map(({ figure, weight }) => exactProduct(figure, weight))),
      supporters: exactSum(given.map(({ figure, weight }) => (figure > 0 ? weight : 0))),
    };
  });
}

/** Sums may be below 0. Throws RangeError where the sum is not exact. */
export function exactSum(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => {
    if (!Number.isSafeInteger(sum + n)) throw new RangeError('too large to count exactly');
    return sum + n;
  }, 0);
}
