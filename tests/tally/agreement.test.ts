/**
 * Two counts of the same election, written apart, must come to the same: who is elected, the ranking, every round, matrix,
 * path, lock and number. The second one is naive/; it shares no code with packages/tally.
 *
 * ELECTIONS sets how many for each method (10,000 here; `pnpm test:elections` counts 1,000,000). A seed is printed with a failure.
 */
import { tallyElection, votingMethods, type Election, type MethodResult } from '@mufakat/tally';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { electionsOf } from './elections';
import { secondCount } from './naive/second-count';

const elections = Number(process.env.ELECTIONS ?? 10_000);
const msPerElection = 20;

/** What both say, side by side: the second says less, since it does not tell how ties were broken. */
function bothOf(election: Election): [first: Record<string, unknown>, second: Record<string, unknown>] {
  const second = secondCount(election);
  const first: Record<string, unknown> = { ...tallyElection(election) };
  return [Object.fromEntries(Object.keys(second).map((key) => [key, first[key]])), second];
}

describe('both counts come to the same', () => {
  test.each(votingMethods)(
    '%s',
    (method) => {
      fc.assert(
        fc.property(electionsOf(method), (election) => {
          const [first, second] = bothOf(election);
          // Faster than expect, which is asked only where they differ.
          if (JSON.stringify(first) !== JSON.stringify(second)) expect(first).toEqual(second);
        }),
        { numRuns: elections },
      );
    },
    60_000 + elections * msPerElection,
  );
});

const plain = { tieOrder: null, seats: 1 };
const onceApart: [what: string, election: Election][] = [
  [
    'STAR: blank papers are not among those without a preference in the runoff',
    {
      ...plain,
      method: 'star',
      most: 3,
      options: ['A', 'B'],
      ballots: [
        { count: 1, figures: [null, null] },
        { count: 1, figures: [null, 0] },
      ],
    },
  ],
  [
    'STAR: a lot decides only among those whom nothing tells apart',
    {
      ...plain,
      method: 'star',
      most: 3,
      options: ['A', 'B', 'C'],
      ballots: [
        { count: 3, figures: [2, 3, 2] },
        { count: 1, figures: [3, null, 3] },
      ],
    },
  ],
  [
    'instant runoff: a paper spent by equals stays spent when all but one of them are out',
    {
      ...plain,
      method: 'irv',
      unranked: 'last',
      skippedRanks: 'pass-over',
      equalRanks: 'exhaust-while-several',
      stopAt: 'majority',
      options: ['A', 'B', 'C', 'D'],
      ballots: [
        { count: 3, ranking: [[1]] },
        { count: 1, ranking: [[2], [], [0, 3], [1]] },
        { count: 1, ranking: [[0], [2], [1], [3]] },
        { count: 1, ranking: [[0], [3], [2], [1]] },
        { count: 1, ranking: [[3], [2], [0], [1]] },
        { count: 2, ranking: [[3], [0], [1], [2]] },
      ],
    },
  ],
  [
    'ranked pairs: what stronger majorities close is never locked, and keeps no equal one undecided',
    {
      ...plain,
      method: 'ranked-pairs',
      unranked: 'last',
      strength: 'margins',
      options: ['A', 'B', 'C', 'D', 'E'],
      ballots: [
        { count: 1, ranking: [[4], [0], [2], [1], [3]] },
        { count: 2, ranking: [[3], [0], [1], [4], [2]] },
        { count: 1, ranking: [[0, 1, 2, 4], [3]] },
        { count: 2, ranking: [[2], [3], [1], [4], [0]] },
      ],
    },
  ],
  [
    'Scottish STV: those who reach the quota at once and equal in all share a rank',
    {
      ...plain,
      seats: 2,
      method: 'stv-scottish',
      options: ['A', 'B', 'C', 'D', 'E'],
      ballots: [
        { count: 3, ranking: [[3], [4], [2], [0], [1]] },
        { count: 3, ranking: [[1], [3], [2], [0], [4]] },
      ],
    },
  ],
];

test.each(onceApart)('%s', (_what, election) => {
  const [first, second] = bothOf(election);
  expect(first).toEqual(second);
});

/** What has to happen among the made-up elections, so that agreeing on them means something. */
const hard: Record<string, (result: MethodResult) => boolean> = {
  'a tie that takes a lot': ({ ties }) => ties.some(({ chosen }) => chosen === null),
  'a seat that a tie keeps empty': ({ unfilled }) => unfilled !== null,
  'looking back': ({ ties }) => hasStep(ties, 'look-back'),
  'two steps for one tie': ({ ties }) => ties.some(({ steps }) => steps.length > 1),
  'head to head': ({ ties }) => hasStep(ties, 'head-to-head'),
  'top marks': ({ ties }) => hasStep(ties, 'top-marks'),
  'medians removed': ({ ties }) => hasStep(ties, 'medians-removed'),
  'a surplus moved': (result) =>
    result.method === 'stv-scottish' && result.rounds.some(({ stage }) => stage.kind === 'surplus'),
  'remainders ignored': (result) =>
    result.method === 'stv-scottish' && result.rounds.some(({ truncated }) => Number(truncated) > 0),
  'last vacancies without the quota': (result) =>
    result.method === 'stv-scottish' && result.rounds.some(({ lastVacancies }) => lastVacancies),
  'many iterations': (result) =>
    result.method === 'stv-meek' && result.rounds.some(({ iterations }) => iterations > 5),
  'a cycle at the top': (result) => result.method === 'schulze' && isCycle(result.pairwise),
  'a majority not locked': (result) =>
    result.method === 'ranked-pairs' && result.locks.some(({ state }) => state === 'cycle'),
  'a majority that hangs on a lot': (result) =>
    result.method === 'ranked-pairs' && result.locks.some(({ state }) => state === 'undecided'),
  'spent papers': (result) => result.method === 'irv' && result.rounds.some(({ exhausted }) => exhausted > 0),
};

function hasStep(ties: MethodResult['ties'], by: string): boolean {
  return ties.some(({ steps }) => steps.some((step) => step.by === by));
}

/** Everyone loses to somebody. */
function isCycle(pairwise: readonly (readonly number[])[]): boolean {
  return pairwise.every((row, i) => row.some((pro, j) => pro < (pairwise[j]?.[i] ?? 0)));
}

test('the elections hold all that is hard, already among a thousand of each method', () => {
  const seen = new Map(Object.keys(hard).map((what) => [what, 0]));
  for (const method of votingMethods) {
    for (const election of fc.sample(electionsOf(method), { numRuns: 1000, seed: 1 })) {
      const result = tallyElection(election);
      for (const [what, happened] of Object.entries(hard))
        if (happened(result)) seen.set(what, (seen.get(what) ?? 0) + 1);
    }
  }
  expect([...seen].filter(([, times]) => times === 0)).toEqual([]);
});

test('ranked pairs: what is decided without a published order is so under every one', () => {
  const withoutOrder = electionsOf('ranked-pairs').map((election) => ({ ...election, tieOrder: null }));
  fc.assert(
    fc.property(withoutOrder, (election) => {
      const decided = locksOf(election);
      for (const order of permutations([...election.options.keys()])) {
        const ordered = locksOf({ ...election, tieOrder: { order, from: 'listed' } });
        for (const [pair, state] of decided) if (state !== 'undecided') expect(ordered.get(pair)).toBe(state);
      }
    }),
    { numRuns: Math.ceil(elections / 50) },
  );
}, 120_000);

function locksOf(election: Election): Map<string, string> {
  const result = tallyElection(election);
  if (result.method !== 'ranked-pairs') throw new Error('not ranked pairs');
  return new Map(result.locks.map(({ winner, loser, state }) => [`${winner}>${loser}`, state]));
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) =>
    permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}
