/**
 * Ranked pairs (Tideman): majorities are locked from the strongest down, each unless it would contradict those locked.
 *
 * Sources: Tideman, *Independence of clones as a criterion for voting rules*, Social Choice and Welfare 4 (1987);
 * equal majorities in the published order as in Zavist and Tideman, same journal 6 (1989). Without a published
 * order, what hangs on the order of equal majorities is left undecided, and all that does not is locked.
 * Never are equal ones locked together "unless they cycle": that is another rule, and not independent of clones.
 */
import type { RankedPairsElection } from './election';
import type { Lock, RankedPairsResult, Pairwise } from './method-result';
import { condorcetWinnerOf, pairwiseOf, strengthOf } from './pairwise';
import { countsOf, type OnProgress } from './papers';
import { refuseBroken } from './problems';
import { ranksAny } from './rankings';
import { Reach } from './reach';
import { indexes, seated, standingByBeats, unproportional } from './standing';

/** Throws RangeError on broken ballots. `onProgress` is called while ballots are compared. */
export function countRankedPairs(election: RankedPairsElection, onProgress?: OnProgress): RankedPairsResult {
  refuseBroken(election);
  const { options, seats, ballots, unranked, strength, tieOrder } = election;
  const counts = countsOf(ballots, ranksAny);
  const pairwise = pairwiseOf(election, unranked, onProgress);
  const locked = new Reach(options.length);
  const locks = locksOf(majoritiesOf(pairwise, election), election, locked);
  const standing = standingByBeats(indexes(options), (a, b) => locked.has(a, b), tieOrder);
  return {
    method: 'ranked-pairs',
    variant: `ranked-pairs-${strength}`,
    options: options.length,
    seats,
    counts,
    pairwise,
    locks,
    condorcetWinner: condorcetWinnerOf(pairwise),
    ...standing,
    ...seated(standing.ranking, seats, () => counts.valid > 0),
    proportional: unproportional(seats),
  };
}

type Majority = Omit<Lock, 'state'>;

/** Strongest first; equal ones with the earlier winner first, then the later loser, in the published order. */
function majoritiesOf(pairwise: Pairwise, { options, strength, tieOrder }: RankedPairsElection): Majority[] {
  const all = indexes(options);
  const order = tieOrder?.order ?? all;
  const placeOf = all.map((option) => order.indexOf(option));
  const place = (option: number): number => placeOf[option] ?? 0;
  return all
    .flatMap((winner) =>
      all.map((loser) => ({ winner, loser, strength: strengthOf(pairwise, winner, loser, strength) })),
    )
    .filter((majority) => majority.strength > 0)
    .sort(
      (a, b) =>
        b.strength - a.strength || place(a.winner) - place(b.winner) || place(b.loser) - place(a.loser),
    );
}

function locksOf(
  majorities: readonly Majority[],
  { tieOrder, options }: RankedPairsElection,
  locked: Reach,
): Lock[] {
  if (tieOrder) return majorities.map((majority) => ({ ...majority, state: lockOne(majority, locked) }));
  const open = new Reach(options.length);
  return groupedByStrength(majorities).flatMap((equals) => lockEquals(equals, locked, open));
}

function lockOne({ winner, loser }: Majority, locked: Reach): Lock['state'] {
  if (locked.has(loser, winner)) return 'cycle';
  locked.add(winner, loser);
  return 'locked';
}

function groupedByStrength(majorities: readonly Majority[]): Majority[][] {
  const groups: Majority[][] = [];
  for (const majority of majorities) {
    const group = groups.at(-1);
    if (group?.[0]?.strength === majority.strength) group.push(majority);
    else groups.push([majority]);
  }
  return groups;
}

/**
 * What holds whatever the order among equals: a majority that the locked ones contradict is out; one that is in no
 * cycle with all that may be locked is in; the rest hangs on a lot. `open` holds what is or may be locked.
 */
function lockEquals(equals: readonly Majority[], locked: Reach, open: Reach): Lock[] {
  const out = new Set(equals.filter(({ winner, loser }) => locked.has(loser, winner)));
  const rest = equals.filter((majority) => !out.has(majority));
  for (const { winner, loser } of rest) open.add(winner, loser);
  const inCycle = new Set(rest.filter(({ winner, loser }) => open.has(loser, winner)));
  for (const { winner, loser } of rest.filter((majority) => !inCycle.has(majority)))
    locked.add(winner, loser);
  return equals.map((majority) => {
    if (out.has(majority)) return { ...majority, state: 'cycle' };
    return { ...majority, state: inCycle.has(majority) ? 'undecided' : 'locked' };
  });
}
