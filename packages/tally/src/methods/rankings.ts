/**
 * Ranked papers made ready to count: equal ones merged, and each flattened into a stretch of one array, so that a
 * hundred thousand of them are walked quickly. An entry is an option, or below 0 where several options share a rank.
 *
 * Not here: what a rank of equals means; each method says that in the `rules` it passes.
 */
import type { RankedBallot } from './election';
import { merged } from './papers';

export type Ranking = RankedBallot['ranking'];

/** Ballot b is `entries[starts[b]]` up to `entries[starts[b + 1]]`. */
export type Rankings = {
  size: number;
  /** Weight of all of them. */
  valid: number;
  weights: Float64Array;
  starts: Int32Array;
  entries: Int32Array;
  /** Options of the shared rank that an entry −1, −2 … stands for. */
  shared: readonly (readonly number[])[];
};

/** `prepare` applies the method's rules to a ranking; what it leaves empty is left out. */
export function rankingsOf(
  ballots: readonly RankedBallot[],
  prepare: (ranking: Ranking) => Ranking,
): Rankings {
  const distinct = merged(
    ballots.map((ballot) => ({ ...ballot, ranking: prepare(ballot.ranking) })),
    ({ ranking }) => keyOf(ranking),
  ).filter(({ paper }) => paper.ranking.length > 0);
  const shared: (readonly number[])[] = [];
  const starts = new Int32Array(distinct.length + 1);
  const entries: number[] = [];
  distinct.forEach(({ paper }, ballot) => {
    for (const rank of paper.ranking) entries.push(entryOf(rank, shared));
    starts[ballot + 1] = entries.length;
  });
  return {
    size: distinct.length,
    valid: distinct.reduce((sum, { weight }) => sum + weight, 0),
    weights: Float64Array.from(distinct, ({ weight }) => weight),
    starts,
    entries: Int32Array.from(entries),
    shared,
  };
}

/** The same for the same ranking, whatever the order within a rank: a character an option, and marks around the others. */
export function keyOf(ranking: Ranking): string {
  let key = '';
  for (const rank of ranking) {
    if (rank.length === 1) key += String.fromCharCode((rank[0] ?? 0) + 2);
    else
      key += `\0${String.fromCharCode(...rank.toSorted((a, b) => a - b).map((option) => option + 2))}\u0001`;
  }
  return key;
}

function entryOf(rank: readonly number[], shared: (readonly number[])[]): number {
  if (rank.length === 1 && rank[0] !== undefined) return rank[0];
  return -shared.push(rank);
}

/** Up to the first rank that is skipped or shared: what counts in STV. */
export function upToDoubt(ranking: Ranking): Ranking {
  const end = ranking.findIndex((rank) => rank.length !== 1);
  return end < 0 ? ranking : ranking.slice(0, end);
}

/** Says something: ranks an option at all. */
export function ranksAny({ ranking }: RankedBallot): boolean {
  return ranking.some((rank) => rank.length > 0);
}

/** One more rank at the end, of every option that is not ranked; a ballot that ranks none stays empty. */
export function withUnrankedLast(ranking: Ranking, options: readonly number[]): Ranking {
  const named = new Set(ranking.flat());
  if (named.size === 0 || named.size === options.length) return ranking;
  return [...ranking, options.filter((option) => !named.has(option))];
}
