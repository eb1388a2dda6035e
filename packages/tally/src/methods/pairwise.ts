/**
 * Every two options against each other: how many ballots put one before the other, and the majorities in it.
 *
 * Equal ranks count for neither. An option that a ballot does not rank is tied last on it, or not compared at all,
 * as the field says. Cost: ballots × options², on typed arrays.
 */
import type { FiguresBallot, RankedBallot, Strength, Unranked } from './election';
import type { Pairwise } from './method-result';
import { merged, weightOf, type OnProgress } from './papers';
import { keyOf } from './rankings';

/** Ballots between two calls of `onProgress`. */
const stretch = 8192;

/** Of ranked ballots. */
export function pairwiseOf(
  { options, ballots }: { options: readonly string[]; ballots: readonly RankedBallot[] },
  unranked: Unranked,
  onProgress?: OnProgress,
): Pairwise {
  const distinct = merged(ballots, ({ ranking }) => keyOf(ranking));
  const sums = new Float64Array(options.length ** 2);
  const places = new Int32Array(options.length);
  for (const [index, { paper, weight }] of distinct.entries()) {
    if (index % stretch === 0) onProgress?.(index, distinct.length);
    const ranked = placeInto(places, paper.ranking);
    addBallot(sums, places, ranked, unranked, weight);
  }
  return rowsOf(sums, options.length);
}

/** Of figures: the higher one is before the other; null is 0. */
export function pairwiseOfFigures(options: readonly string[], ballots: readonly FiguresBallot[]): Pairwise {
  const sums = new Float64Array(options.length ** 2);
  for (const paper of ballots) {
    const places = Int32Array.from(paper.figures, (figure) => -(figure ?? 0));
    addBallot(sums, places, [...places.keys()], 'exhausted', weightOf(paper));
  }
  return rowsOf(sums, options.length);
}

const last = 2 ** 31 - 1;

/** Writes the rank of each option, `last` where it has none; returns those that have one, best first. */
function placeInto(places: Int32Array, ranking: RankedBallot['ranking']): number[] {
  places.fill(last);
  const ranked: number[] = [];
  for (const [rank, options] of ranking.entries()) {
    for (const option of options) {
      places[option] = rank;
      ranked.push(option);
    }
  }
  return ranked;
}

function addBallot(
  sums: Float64Array,
  places: Int32Array,
  ranked: readonly number[],
  unranked: Unranked,
  weight: number,
): void {
  const size = places.length;
  for (const option of ranked) {
    const place = places[option] ?? last;
    for (let other = 0; other < size; other++) {
      const against = places[other] ?? last;
      if (place < against && (against !== last || unranked === 'last'))
        sums[option * size + other] = (sums[option * size + other] ?? 0) + weight;
    }
  }
}

function rowsOf(sums: Float64Array, size: number): Pairwise {
  return Array.from({ length: size }, (_, row) => Array.from(sums.subarray(row * size, (row + 1) * size)));
}

/** How strong the majority of a over b is; 0 where there is none. */
export function strengthOf(pairwise: Pairwise, a: number, b: number, strength: Strength): number {
  const [for_, against] = [pairwise[a]?.[b] ?? 0, pairwise[b]?.[a] ?? 0];
  if (for_ <= against) return 0;
  return strength === 'winning' ? for_ : for_ - against;
}

/** Beats every other option by a majority; null where none does. */
export function condorcetWinnerOf(pairwise: Pairwise): number | null {
  const winner = pairwise.findIndex((row, a) =>
    row.every((votes, b) => a === b || votes > (pairwise[b]?.[a] ?? 0)),
  );
  return winner < 0 ? null : winner;
}
