/**
 * Borda: n−1 points for the first of n options down to 0 for the last; the most points win.
 *
 * Sources: Borda, *Mémoire sur les élections au scrutin* (1781); equals share the mean of their places, as Black,
 * *The Theory of Committees and Elections* (1958); what a short ballot gives is a field, since it decides elections:
 * the mean of the places left, nothing, or m … 1 for the m options ranked (de Borda Institute).
 */
import type { BordaElection, RankedBallot } from './election';
import type { BordaResult } from './method-result';
import { exactSum } from './by-votes';
import { exactProduct } from './decimals';
import { countsOf, merged } from './papers';
import { refuseBroken } from './problems';
import { keyOf, ranksAny } from './rankings';
import { indexes, moreFirst, seated, standingBy, unproportional } from './standing';

/** Throws RangeError on broken ballots and where points are not exact. */
export function countBorda(election: BordaElection): BordaResult {
  refuseBroken(election);
  const { options, seats, ballots, tieOrder, unrankedPoints } = election;
  const counts = countsOf(ballots, ranksAny);
  const halves = halfPointsOf(election);
  const standing = standingBy(indexes(options), moreFirst(halves), tieOrder);
  return {
    method: 'borda',
    variant: unrankedPoints === 'modified' ? 'borda-modified' : `borda-unranked-${unrankedPoints}`,
    options: options.length,
    seats,
    counts,
    points: halves.map((sum) => (sum % 2 === 0 ? `${sum / 2}` : `${(sum - 1) / 2}.5`)),
    ...standing,
    ...seated(standing.ranking, seats, () => counts.valid > 0),
    proportional: unproportional(seats),
  };
}

/** Means of places are whole or halves: everything is counted twice. */
function halfPointsOf({ options, ballots, unrankedPoints }: BordaElection): number[] {
  const sums = options.map(() => 0);
  const distinct = merged(ballots.filter(ranksAny), ({ ranking }) => keyOf(ranking));
  for (const { paper, weight } of distinct) {
    for (const [option, halves] of halvesOn(paper, options.length, unrankedPoints))
      sums[option] = exactSum([sums[option] ?? 0, exactProduct(halves, weight)]);
  }
  return sums;
}

/** Twice the points that one ballot gives to each option it gives any. */
function halvesOn(
  { ranking }: RankedBallot,
  size: number,
  unrankedPoints: BordaElection['unrankedPoints'],
): [number, number][] {
  const named = ranking.flat();
  const first = unrankedPoints === 'modified' ? named.length : size - 1;
  const points: [number, number][] = [];
  let place = 0;
  for (const rank of ranking) {
    const halves = 2 * (first - place) - (rank.length - 1);
    points.push(...rank.map((option): [number, number] => [option, halves]));
    place += rank.length;
  }
  if (unrankedPoints !== 'average') return points;
  const ranked = new Set(named);
  const rest = Array.from({ length: size }, (_, option) => option).filter((option) => !ranked.has(option));
  return [...points, ...rest.map((option): [number, number] => [option, rest.length - 1])];
}
