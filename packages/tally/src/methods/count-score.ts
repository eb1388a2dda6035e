/**
 * Score: whole figures on a scale for each option; by sum, or by mean as an exact fraction.
 *
 * Source: Smith, *Range voting* (2000). Whether an option that a ballot leaves out gets 0 or is skipped is a field:
 * skipped, a sum favours what many know, a mean what few love, so the result shows sum, mean and count.
 */
import type { ScoreElection } from './election';
import type { ScoreResult, ScoreRow } from './method-result';
import { exactSum } from './by-votes';
import { exactProduct, fraction } from './decimals';
import { countsOf, weightOf } from './papers';
import { refuseBroken } from './problems';
import { indexes, moreFirst, seated, standingBy, unproportional } from './standing';

/** Throws RangeError on broken ballots and where a sum is not exact. */
export function countScore(election: ScoreElection): ScoreResult {
  refuseBroken(election);
  const { options, seats, ballots, unscored, by, tieOrder } = election;
  const counts = countsOf(ballots, ({ figures }) => figures.some((figure) => figure !== null));
  const rows = options.map((_, option) => rowOf(option, election, counts.valid));
  const standing = standingBy(indexes(options), better(rows, election), tieOrder);
  return {
    method: 'score',
    variant: `${by}-unscored-${unscored}`,
    options: options.length,
    seats,
    counts,
    rows,
    ...standing,
    ...seated(standing.ranking, seats, (option) => (rows[option]?.count ?? 0) > 0),
    proportional: unproportional(seats),
  };
}

function rowOf(option: number, { ballots, unscored }: ScoreElection, valid: number): ScoreRow {
  const scored = ballots.flatMap((paper) => {
    const figure = paper.figures[option];
    return typeof figure === 'number' ? [{ figure, weight: weightOf(paper) }] : [];
  });
  const sum = exactSum(scored.map(({ figure, weight }) => exactProduct(figure, weight)));
  const count = exactSum(scored.map(({ weight }) => weight));
  return { sum, count, mean: fraction(sum, unscored === 'zero' ? valid : count) };
}

/** Means are compared by cross-multiplication; an option without one comes last. */
function better(
  rows: readonly ScoreRow[],
  { by, unscored }: ScoreElection,
): (a: number, b: number) => number {
  if (by === 'sum' || unscored === 'zero') return moreFirst(rows.map(({ sum }) => sum));
  return (a, b) => {
    const [x, y] = [rows[a], rows[b]];
    if (!x?.count || !y?.count) return (y?.count ? 1 : 0) - (x?.count ? 1 : 0);
    const [left, right] = [BigInt(x.sum) * BigInt(y.count), BigInt(y.sum) * BigInt(x.count)];
    return left === right ? 0 : left > right ? -1 : 1;
  };
}
