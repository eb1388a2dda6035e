/**
 * Schulze: one option is before another when the widest path of majorities from it is wider than the one back. A path
 * is as wide as its weakest majority.
 *
 * Source: Schulze, *A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method*, Social Choice and Welfare 36 (2011), §2; widest paths as in his §2.3 (Floyd and Warshall).
 * A tie stays a tie unless an order was published.
 */
import type { SchulzeElection } from './election';
import type { Pairwise, SchulzeResult } from './method-result';
import { condorcetWinnerOf, pairwiseOf, strengthOf } from './pairwise';
import { countsOf, type OnProgress } from './papers';
import { refuseBroken } from './problems';
import { ranksAny } from './rankings';
import { indexes, seated, standingByBeats, unproportional } from './standing';

/** Throws RangeError on broken ballots. `onProgress` is called while ballots are compared. */
export function countSchulze(election: SchulzeElection, onProgress?: OnProgress): SchulzeResult {
  refuseBroken(election);
  const { options, seats, ballots, unranked, strength, tieOrder } = election;
  const counts = countsOf(ballots, ranksAny);
  const pairwise = pairwiseOf(election, unranked, onProgress);
  const paths = widestPaths(pairwise, strength);
  const beats = (a: number, b: number): boolean => (paths[a]?.[b] ?? 0) > (paths[b]?.[a] ?? 0);
  const standing = standingByBeats(indexes(options), beats, tieOrder);
  return {
    method: 'schulze',
    variant: `schulze-${strength}`,
    options: options.length,
    seats,
    counts,
    pairwise,
    paths,
    condorcetWinner: condorcetWinnerOf(pairwise),
    ...standing,
    ...seated(standing.ranking, seats, () => counts.valid > 0),
    proportional: unproportional(seats),
  };
}

function widestPaths(pairwise: Pairwise, strength: SchulzeElection['strength']): Pairwise {
  const all = indexes(pairwise);
  const paths = all.map((a) => all.map((b) => strengthOf(pairwise, a, b, strength)));
  for (const via of all) {
    const onward = paths[via] ?? [];
    for (const from of all) {
      const row = paths[from] ?? [];
      const first = row[via] ?? 0;
      for (const to of all) {
        if (to === from || to === via || from === via) continue;
        row[to] = Math.max(row[to] ?? 0, Math.min(first, onward[to] ?? 0));
      }
    }
  }
  return paths;
}
