/**
 * The papers of an election: how much each says, and equal ones as one.
 *
 * Invariants: count and weight are positive integers, and their sum over all papers is a safe integer, so that
 * every sum of votes is exact as a number.
 */
import { total } from '../casters';
import { exactProduct } from './decimals';
import type { Papers } from './election';
import type { BallotCounts } from './method-result';

/** Called between pieces of work with how much of it is done; what it throws stops the count. */
export type OnProgress = (done: number, of: number) => void;

/** Weight of these papers together. Throws RangeError where it is not exact. */
export function weightOf({ count, weight = 1 }: Papers): number {
  return exactProduct(count, weight);
}

/** `says` is whether a paper says anything that counts. */
export function countsOf<P extends Papers>(papers: readonly P[], says: (paper: P) => boolean): BallotCounts {
  return countsWith(papers, total(papers.filter(says).map(weightOf)));
}

/** Where the weight of those that say something is known. */
export function countsWith(papers: readonly Papers[], valid: number): BallotCounts {
  const weight = total(papers.map(weightOf));
  return { papers: total(papers.map(({ count }) => count)), weight, valid, blank: weight - valid };
}

/** Weight by what the papers say, as `keyOf` writes it; the first paper stands for its equals. */
export function merged<P extends Papers>(
  papers: readonly P[],
  keyOf: (paper: P) => string,
): { paper: P; weight: number }[] {
  const byKey = new Map<string, { paper: P; weight: number }>();
  for (const paper of papers) {
    const key = keyOf(paper);
    const equals = byKey.get(key);
    if (equals) equals.weight += weightOf(paper);
    else byKey.set(key, { paper, weight: weightOf(paper) });
  }
  return [...byKey.values()];
}
