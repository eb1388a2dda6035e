/**
 * How long a count of a hundred thousand different ballots of twenty options takes on one core: the median of some
 * runs, printed and not asserted, since it measures the machine as well. `BALLOTS`, `OPTIONS`, `RUNS` for other sizes.
 */
import { expect, test } from 'vitest';
import { tallyElection, type Election, type RankedBallot } from '@mufakat/tally';

const size = { ballots: number('BALLOTS', 100_000), options: number('OPTIONS', 20), runs: number('RUNS', 3) };

const options = Array.from({ length: size.options }, (_, option) => `Usulan ${option + 1}`);
const poll = { options, tieOrder: { order: [...options.keys()], from: 'lot' as const } };
const pairwise = { unranked: 'last', strength: 'winning' } as const;
const ballots = Array.from({ length: size.ballots }, (_, ballot) => shuffled(ballot));

const elections: Election[] = [
  {
    ...poll,
    method: 'irv',
    seats: 1,
    unranked: 'exhausted',
    skippedRanks: 'pass-over',
    equalRanks: 'exhaust',
    stopAt: 'two',
    ballots,
  },
  { ...poll, method: 'schulze', seats: 1, ...pairwise, ballots },
  { ...poll, method: 'ranked-pairs', seats: 1, ...pairwise, ballots },
  { ...poll, method: 'borda', seats: 1, unrankedPoints: 'average', ballots },
  { ...poll, method: 'stv-scottish', seats: 5, ballots },
  { ...poll, method: 'stv-meek', seats: 5, ballots },
];

test.each(elections)('$method', (election) => {
  let told = 0;
  const times = Array.from({ length: size.runs }, () => {
    const start = performance.now();
    const result = tallyElection(election, () => told++);
    expect(result.elected).toHaveLength(election.seats);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  console.log(
    `${election.method}: ${Math.round(median)} ms for ${size.ballots} ballots of ${size.options} options (${told} steps told)`,
  );
});

/** Fisher and Yates with a generator of its own (Numerical Recipes' constants), so that every run counts the same. */
function shuffled(seed: number): RankedBallot {
  const ranking = Array.from({ length: size.options }, (_, option) => [option]);
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  for (let last = ranking.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [ranking[last], ranking[other]] = [ranking[other]!, ranking[last]!];
  }
  return { count: 1, ranking };
}

function number(name: string, otherwise: number): number {
  return Number(process.env[name] ?? otherwise);
}
