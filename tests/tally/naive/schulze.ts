/**
 * Schulze: paths are made wider and wider until none can be.
 * Source: M. Schulze, "The Schulze Method of Voting" (https://arxiv.org/abs/1804.02973), section 2.
 */
import { condorcetWinner, pairwise, strengthOf, type PairsPoll } from './pairs';
import { countsOf, firstPublished, indexes } from './papers';
import { places } from './places';

export function schulze(poll: PairsPoll) {
  const matrix = pairwise(poll);
  const direct = matrix.map((row, i) => row.map((_, j) => strengthOf(matrix, poll, i, j)));
  const paths = widest(direct);
  const beats = (i: number, j: number): boolean => (paths[i]?.[j] ?? 0) > (paths[j]?.[i] ?? 0);
  const counts = countsOf(poll.ballots, ({ ranking }) => ranking.flat().length > 0);
  return {
    counts,
    ...places(poll, layers(poll, indexes(poll), beats), () => counts.valid > 0),
    pairwise: matrix,
    paths,
    condorcetWinner: condorcetWinner(matrix),
  };
}

function widest(paths: number[][]): number[][] {
  const wider = paths.map((row, i) =>
    row.map((wide, j) => {
      if (i === j) return 0;
      return Math.max(wide, ...row.map((first, k) => Math.min(first, paths[k]?.[j] ?? 0)));
    }),
  );
  return JSON.stringify(wider) === JSON.stringify(paths) ? paths : widest(wider);
}

/** Those whom none of the others beats, then the same among the rest; one at a time where an order was published. */
export function layers(
  poll: PairsPoll,
  left: readonly number[],
  beats: (i: number, j: number) => boolean,
): number[][] {
  if (left.length === 0) return [];
  const unbeaten = left.filter((i) => !left.some((j) => beats(j, i)));
  const first = firstPublished(poll, unbeaten);
  const taken = first === undefined ? unbeaten : [first];
  return [
    taken,
    ...layers(
      poll,
      left.filter((option) => !taken.includes(option)),
      beats,
    ),
  ];
}
