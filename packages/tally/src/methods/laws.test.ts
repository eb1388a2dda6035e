/** What holds for every method, and what only some promise (the table in this package's README). */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  votingMethods,
  type Election,
  type FiguresBallot,
  type Method,
  type Poll,
  type RankedBallot,
} from './election';
import type { MethodResult } from './method-result';
import { tallyElection } from './tally-election';
import { electionProblems } from './problems';
import { anyElection, type Shape } from './testing';

/** Elections tried of each method for each law; every method has at least five laws, which together try ELECTIONS. */
const runs = { numRuns: Math.max(300, Math.ceil(Number(process.env['ELECTIONS'] ?? 0) / 5)) };
vi.setConfig({ testTimeout: 10_000 + runs.numRuns * 20 });

type Balloted = Exclude<Election, { method: 'hand-count' }>;

function balloted(method: Method, shape: Shape = {}): fc.Arbitrary<Balloted> {
  return anyElection(method, shape).filter((election): election is Balloted => 'ballots' in election);
}

describe.each(votingMethods)('%s', (method) => {
  test('[M1] the result is plain JSON, names every option once, and seats no more than there are', () => {
    fc.assert(
      fc.property(anyElection(method), (election) => {
        const result = tallyElection(election);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(JSON.stringify(result)).not.toMatch(/[\d]\.\d+e|null,null,null,null,null,null|NaN|Infinity/);
        expect(result.ranking.flat().toSorted((a, b) => a - b)).toEqual([...election.options.keys()]);
        expect(result.elected.length + (result.unfilled?.seats ?? 0)).toBeLessThanOrEqual(election.seats);
        expect(new Set(result.elected).size).toBe(result.elected.length);
        expect(result.counts.valid + result.counts.blank).toBe(result.counts.weight);
      }),
      runs,
    );
  });

  test('[M2] with a published order no tie is left, and without one none is broken by it', () => {
    fc.assert(
      fc.property(anyElection(method, { tieOrder: 'always' }), (election) => {
        const result = tallyElection(election);
        expect(result.unfilled).toBeNull();
        expect(result.ranking.every((group) => group.length === 1)).toBe(true);
        expect(result.ties.every(({ chosen }) => chosen !== null)).toBe(true);
      }),
      runs,
    );
    fc.assert(
      fc.property(anyElection(method, { tieOrder: 'never' }), (election) => {
        const { ties, ranking } = tallyElection(election);
        const steps = ties.flatMap((tie) => tie.steps.map(({ by }) => by));
        expect(steps).not.toContain('published-order');
        for (const group of ranking.filter(({ length }) => length > 1))
          expect(ties.some(({ chosen }) => chosen === null)).toBe(group.length > 0);
      }),
      runs,
    );
  });

  test('[M4] neutrality: named otherwise and listed otherwise, the options fare the same', () => {
    fc.assert(
      fc.property(anyElection(method), fc.infiniteStream(fc.nat()), (election, random) => {
        const turn = permutation(election.options.length, random);
        expect(comparable(tallyElection(turned(election, turn)))).toEqual(
          comparable(tallyElection(election), turn),
        );
      }),
      runs,
    );
  });

  if (method === 'hand-count') return;

  test('[M3] neither the order of ballots matters, nor whether equal ones come apart', () => {
    fc.assert(
      fc.property(balloted(method), (election) => {
        const result = tallyElection(election);
        const { counts } = result;
        expect(tallyElection(reversed(election))).toEqual(result);
        expect(tallyElection(splitUp(election))).toEqual({ ...result, counts });
      }),
      runs,
    );
  });

  test('[M5] a ballot of weight n counts like n ballots', () => {
    fc.assert(
      fc.property(balloted(method), (election) => {
        const { counts, ...result } = tallyElection(election);
        const { counts: weighted, ...same } = tallyElection(asWeights(election));
        expect(same).toEqual(result);
        expect({ ...weighted, papers: counts.papers }).toEqual(counts);
      }),
      runs,
    );
  });

  test('[M6] a broken election is named, and never counted', () => {
    fc.assert(
      fc.property(anyElection(method), fc.integer({ min: -2, max: 0 }), (election, bad) => {
        expect(electionProblems(election)).toEqual([]);
        const broken = { ...election, options: [] };
        expect(electionProblems(broken).map(({ code }) => code)).toContain('no_options');
        expect(() => tallyElection(broken)).toThrow(RangeError);
        const seats = method === 'temperature' ? bad - 1 : bad;
        expect(electionProblems({ ...election, seats }).map(({ code }) => code)).toContain('bad_seats');
      }),
      { numRuns: 50 },
    );
  });
});

const ranking = ['irv', 'stv-scottish', 'stv-meek', 'schulze', 'ranked-pairs', 'borda'] as const;
type Ranking = (typeof ranking)[number];

/** A single seat by strict and whole ballots, without a published order: what the theorems speak of. */
function anyStrict(method: Ranking): fc.Arbitrary<Extract<Election, { method: Ranking }>> {
  return anyElection(method, { strict: true, seats: 1, tieOrder: 'never', sizes: [2, 5] }).filter(
    (election): election is Extract<Election, { method: Ranking }> =>
      'ballots' in election && election.method === method,
  );
}

describe.each(ranking)('%s', (method) => {
  test('[M7] unanimity: what every ballot puts first wins', () => {
    fc.assert(
      fc.property(anyStrict(method), (election) => {
        fc.pre(election.ballots.length > 0);
        const ballots = election.ballots.map((ballot) => ({ ...ballot, ranking: movedUp(ballot, 0) }));
        expect(tallyElection({ ...election, ballots }).elected).toEqual([0]);
      }),
      runs,
    );
  });
});

describe.each(['irv', 'stv-scottish', 'stv-meek', 'schulze', 'ranked-pairs'] as const)('%s', (method) => {
  test('[M8] majority: what more than half put first wins', () => {
    fc.assert(
      fc.property(anyStrict(method), (election) => {
        const count = election.ballots.reduce((sum, ballot) => sum + ballot.count, 1);
        const first = election.options.map((_, option) => [option]);
        const ballots = [...election.ballots, { count, ranking: first }];
        expect(tallyElection({ ...election, ballots }).elected).toEqual([0]);
      }),
      runs,
    );
  });
});

describe.each(['schulze', 'ranked-pairs'] as const)('%s', (method) => {
  test('[M9] Condorcet: who beats each of the others wins, on any ballots, also where equal majorities cycle', () => {
    fc.assert(
      fc.property(anyElection(method, { tieOrder: 'never', seats: 1 }), (election) => {
        const result = tallyElection(election);
        if (result.method !== method || result.condorcetWinner === null) return;
        if (result.counts.valid > 0) expect(result.elected).toEqual([result.condorcetWinner]);
      }),
      runs,
    );
  });

  test('[M10] monotonicity: to be put higher by somebody never makes the winner lose', () => {
    fc.assert(
      fc.property(anyStrict(method), fc.nat({ max: 8 }), (election, at) => {
        const [winner] = tallyElection(election).elected;
        fc.pre(winner !== undefined);
        const ballots = election.ballots.map((ballot, index) =>
          index === at ? { ...ballot, ranking: movedUp(ballot, winner) } : ballot,
        );
        expect(tallyElection({ ...election, ballots }).elected).toEqual([winner]);
      }),
      runs,
    );
  });

  test('[M11] clone independence: a twin next to an option on every ballot changes who wins only among twins', () => {
    fc.assert(
      fc.property(
        anyStrict(method),
        fc.nat({ max: 4 }),
        fc.infiniteStream(fc.boolean()),
        (election, of, random) => {
          const [winner] = tallyElection(election).elected;
          const cloned = of % election.options.length;
          fc.pre(winner !== undefined);
          const result = tallyElection(withTwin(election, cloned, random));
          const twins = [cloned, election.options.length];
          const expected = winner === cloned ? twins : [winner];
          const winners = result.elected.length > 0 ? result.elected : (result.unfilled?.between ?? []);
          expect(winners.every((option) => expected.includes(option))).toBe(true);
        },
      ),
      runs,
    );
  });
});

describe('irv', () => {
  test('[M11] clone independence, where no tie is broken', () => {
    fc.assert(
      fc.property(
        anyStrict('irv'),
        fc.nat({ max: 4 }),
        fc.infiniteStream(fc.boolean()),
        (election, of, random) => {
          const before = tallyElection(election);
          const cloned = of % election.options.length;
          const after = tallyElection(withTwin(election, cloned, random));
          const tied = ({ ties }: MethodResult): boolean => ties.some(({ at }) => at === 'exclusion');
          fc.pre(before.elected.length > 0 && !tied(before) && !tied(after));
          const twins = [cloned, election.options.length];
          expect(before.elected[0] === cloned ? twins : before.elected).toContain(after.elected[0]);
        },
      ),
      { ...runs, maxSkipsPerRun: 1000 },
    );
  });
});

describe.each(['plurality', 'approval', 'score', 'dots', 'star', 'majority-judgment', 'borda'] as const)(
  '%s',
  (method) => {
    test('[M10] monotonicity: more support from one more ballot never makes the winner lose', () => {
      fc.assert(
        fc.property(
          balloted(method, { tieOrder: 'never', seats: 1, strict: true, sizes: [2, 5] }),
          (election) => {
            fc.pre(!(election.method === 'score' && election.by === 'mean'));
            const [winner] = tallyElection(election).elected;
            fc.pre(winner !== undefined);
            expect(tallyElection(withMore(election, winner)).elected).toEqual([winner]);
          },
        ),
        { ...runs, maxSkipsPerRun: 1000 },
      );
    });
  },
);

describe.each(['stv-scottish', 'stv-meek'] as const)('%s', (method) => {
  test('[M12] proportionality for solid coalitions: who fills k quotas together has k seats', () => {
    fc.assert(
      fc.property(anyElection(method, { strict: true, tieOrder: 'always', sizes: [2, 5] }), (election) => {
        if (election.method !== method) return;
        const result = tallyElection(election);
        const valid = result.counts.valid;
        fc.pre(valid > 0 && election.options.length >= election.seats);
        const quota = Math.floor(valid / (election.seats + 1)) + 1;
        for (const { ranking: first } of election.ballots) {
          for (let size = 1; size < first.length; size++) {
            const solid = new Set(first.slice(0, size).flat());
            const together = election.ballots
              .filter((ballot) =>
                ballot.ranking
                  .slice(0, size)
                  .flat()
                  .every((option) => solid.has(option)),
              )
              .reduce((sum, ballot) => sum + ballot.count, 0);
            const due = Math.min(Math.floor(together / quota), size, election.seats);
            const has = result.elected.filter((option) => solid.has(option)).length;
            expect(has).toBeGreaterThanOrEqual(due);
          }
        }
      }),
      runs,
    );
  });
});

function reversed(election: Balloted): Election {
  return { ...election, ballots: election.ballots.toReversed() } as Election;
}

/** Each paper by itself, the second ones after all the first. */
function splitUp(election: Balloted): Election {
  const most = Math.max(1, ...election.ballots.map(({ count }) => count));
  const ballots = Array.from({ length: most }, (_, n) =>
    election.ballots.filter(({ count }) => count > n).map((ballot) => ({ ...ballot, count: 1 })),
  ).flat();
  return { ...election, ballots } as Election;
}

function asWeights(election: Balloted): Election {
  const ballots = election.ballots.map((ballot) => ({ ...ballot, count: 1, weight: ballot.count }));
  return { ...election, ballots } as Election;
}

/** `turn[old]` is the new index. */
function permutation(size: number, random: Iterator<number>): number[] {
  const places = Array.from({ length: size }, (_, index) => index);
  for (let last = size - 1; last > 0; last--) {
    const other = (random.next().value as number) % (last + 1);
    [places[last], places[other]] = [places[other]!, places[last]!];
  }
  return places;
}

function turned(election: Election, turn: readonly number[]): Election {
  const spread = <T>(list: readonly T[]): T[] => {
    const result = [...list];
    list.forEach((item, index) => (result[turn[index]!] = item));
    return result;
  };
  const base: Poll = {
    options: spread(election.options),
    seats: election.seats,
    tieOrder: election.tieOrder && {
      ...election.tieOrder,
      order: election.tieOrder.order.map((option) => turn[option]!),
    },
  };
  if (election.method === 'hand-count') return { ...election, ...base, numbers: spread(election.numbers) };
  const ballots = election.ballots.map((ballot) => {
    if ('choice' in ballot)
      return { ...ballot, choice: ballot.choice === null ? null : turn[ballot.choice]! };
    if ('marks' in ballot) return { ...ballot, marks: ballot.marks.map((option) => turn[option]!) };
    if ('ranking' in ballot)
      return { ...ballot, ranking: ballot.ranking.map((rank) => rank.map((option) => turn[option]!)) };
    return { ...ballot, figures: spread(ballot.figures) };
  });
  return { ...election, ...base, ballots } as Election;
}

/** What must not depend on the list: places, seats, ties, and the votes of each round by option. */
function comparable(result: MethodResult, turn?: readonly number[]): unknown {
  const to = (option: number): number => turn?.[option] ?? option;
  const set = (options: readonly number[]): number[] => options.map(to).sort((a, b) => a - b);
  const votesOf = (votes: readonly unknown[]): unknown[] => {
    const list: unknown[] = [...votes];
    votes.forEach((vote, option) => (list[to(option)] = vote));
    return list;
  };
  return {
    elected: set(result.elected),
    ranking: result.ranking.map(set),
    unfilled: result.unfilled && { ...result.unfilled, between: set(result.unfilled.between) },
    ties: result.ties.map(({ at, round, between, chosen }) => [
      at,
      round,
      set(between),
      chosen && set(chosen),
    ]),
    rounds: 'rounds' in result ? result.rounds.map(({ votes }) => votesOf(votes)) : [],
    rows: 'rows' in result ? votesOf(result.rows) : [],
    points: 'points' in result ? votesOf(result.points) : [],
    paths: 'paths' in result ? votesOf(result.paths.map(votesOf)) : [],
    pairwise: 'pairwise' in result ? votesOf(result.pairwise.map(votesOf)) : [],
    locks:
      'locks' in result
        ? result.locks.map((lock) => `${to(lock.winner)}>${to(lock.loser)} ${lock.state}`).sort()
        : [],
  };
}

function movedUp({ ranking: ranks }: RankedBallot, option: number): number[][] {
  return [
    [option],
    ...ranks.map((rank) => rank.filter((other) => other !== option)).filter(({ length }) => length),
  ];
}

function withTwin<E extends { options: readonly string[]; ballots: readonly RankedBallot[] }>(
  election: E,
  of: number,
  random: Iterator<boolean>,
): E {
  const twin = election.options.length;
  const ballots = election.ballots.map((ballot) => {
    const ahead = random.next().value as boolean;
    const pair = ahead ? [[twin], [of]] : [[of], [twin]];
    return { ...ballot, ranking: ballot.ranking.flatMap((rank) => (rank.includes(of) ? pair : [rank])) };
  });
  return { ...election, options: [...election.options, 'twin'], ballots };
}

/** One more ballot, for the winner alone, with the best that the method can say. */
function withMore(election: Balloted, winner: number): Election {
  const alone = election.options.map((_, option) => [option]);
  const more = (best: number): FiguresBallot => ({
    count: 1,
    figures: election.options.map((_, option) => (option === winner ? best : null)),
  });
  switch (election.method) {
    case 'plurality':
      return { ...election, ballots: [...election.ballots, { count: 1, choice: winner }] };
    case 'approval':
      return { ...election, ballots: [...election.ballots, { count: 1, marks: [winner] }] };
    case 'borda':
      return {
        ...election,
        ballots: [...election.ballots, { count: 1, ranking: movedUp({ count: 1, ranking: alone }, winner) }],
      };
    case 'majority-judgment':
    case 'score':
    case 'star':
      return { ...election, ballots: [...election.ballots, more(3)] };
    case 'dots':
      return { ...election, ballots: [...election.ballots, more(2)] };
    default:
      return election;
  }
}
