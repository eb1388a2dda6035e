/**
 * Ranked pairs, looked at one majority after the other. Without a published order a majority is decided only where every order
 * of the equal ones would say the same.
 * Source: T. N. Tideman, "Independence of clones as a criterion for voting rules" (1987), and T. M. Zavist and T. N. Tideman, "Complete
 * independence of clones in the ranked pairs rule" (1989), for equal majorities.
 */
import { condorcetWinner, pairwise, strengthOf, type PairsPoll } from './pairs';
import { countsOf, indexes } from './papers';
import { places } from './places';
import { layers } from './schulze';

type Edge = { winner: number; loser: number };
type Lock = Edge & { strength: number; state: 'locked' | 'cycle' | 'undecided' };

export function rankedPairs(poll: PairsPoll) {
  const matrix = pairwise(poll);
  const locks = lockAll(poll, majorities(poll, matrix));
  const locked = locks.filter(({ state }) => state === 'locked');
  const beats = (i: number, j: number): boolean =>
    locked.some(({ winner, loser }) => winner === i && loser === j);
  const says = countsOf(poll.ballots, ({ ranking }) => ranking.flat().length > 0);
  return {
    counts: says,
    ...places(poll, layers(poll, indexes(poll), beats), () => says.valid > 0),
    pairwise: matrix,
    locks,
    condorcetWinner: condorcetWinner(matrix),
  };
}

/** Stronger first; equal ones as published (earlier winner, then later loser), otherwise so by index. */
function majorities(poll: PairsPoll, matrix: number[][]): Omit<Lock, 'state'>[] {
  const winners = poll.tieOrder?.order ?? indexes(poll);
  const losers = winners.toReversed();
  const inOrder = winners.flatMap((winner) =>
    losers.map((loser) => ({ winner, loser, strength: strengthOf(matrix, poll, winner, loser) })),
  );
  const strengths = [...new Set(inOrder.map(({ strength }) => strength))].filter((each) => each > 0);
  return strengths
    .sort((a, b) => b - a)
    .flatMap((strength) => inOrder.filter((majority) => majority.strength === strength));
}

function lockAll(poll: PairsPoll, left: Omit<Lock, 'state'>[], done: Lock[] = []): Lock[] {
  const [first] = left;
  if (!first) return done;
  const equals = poll.tieOrder ? [first] : left.filter(({ strength }) => strength === first.strength);
  const locked = done.filter(({ state }) => state === 'locked');
  const open = done.filter(({ state }) => state === 'undecided');
  const closed = equals.filter(({ winner, loser }) => leads(locked, loser, winner));
  const possible = [...locked, ...open, ...equals.filter((edge) => !closed.includes(edge))];
  const looked = equals.map((edge): Lock => {
    if (closed.includes(edge)) return { ...edge, state: 'cycle' };
    return { ...edge, state: leads(possible, edge.loser, edge.winner) ? 'undecided' : 'locked' };
  });
  return lockAll(poll, left.slice(equals.length), [...done, ...looked]);
}

/** Whether a way leads from one to the other. */
function leads(edges: readonly Edge[], from: number, to: number): boolean {
  return (
    from === to ||
    edges.some(
      (edge) =>
        edge.winner === from &&
        leads(
          edges.filter((other) => other.winner !== from),
          edge.loser,
          to,
        ),
    )
  );
}
