/**
 * Quadratic voting: v votes for an option cost v² of a paper's credits, so that strength of feeling counts and
 * piling on one option is dear. Weight multiplies the votes, not the credits.
 *
 * Source: Lalley and Weyl, *Quadratic Voting* (AEA Papers and Proceedings 108, 2018). Votes against cost the same
 * and are a field; an option at or below 0 is not elected.
 */
import type { FiguresBallot, QuadraticElection } from './election';
import type { QuadraticResult } from './method-result';
import { exactSum, placedByVotes, spendRows } from './by-votes';
import { exactProduct } from './decimals';
import { countsOf, weightOf } from './papers';
import { refuseBroken } from './problems';
import { unproportional } from './standing';

/** `leftover` are credits of ballots that are not blank. Throws RangeError on broken ballots. */
export function countQuadratic(election: QuadraticElection): QuadraticResult {
  refuseBroken(election);
  const { options, seats, ballots, against, credits } = election;
  const says = ({ figures }: FiguresBallot): boolean => figures.some((votes) => votes);
  const rows = spendRows(options, ballots);
  const left = ballots
    .filter(says)
    .map((paper) => exactProduct(credits - costOf(paper.figures), weightOf(paper)));
  return {
    method: 'quadratic',
    variant: against === 'allowed' ? 'quadratic-with-against' : 'quadratic',
    options: options.length,
    seats,
    counts: countsOf(ballots, says),
    rows,
    leftover: exactSum(left),
    ...placedByVotes(
      election,
      rows.map(({ votes }) => votes),
    ),
    proportional: unproportional(seats),
  };
}

function costOf(figures: FiguresBallot['figures']): number {
  return figures.reduce<number>((sum, votes) => sum + (votes ?? 0) ** 2, 0);
}
