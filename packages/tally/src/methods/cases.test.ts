/** Cases that separate right from nearly right, and what each method's own rule says at its edges. */
import { describe, expect, test } from 'vitest';
import { countApproval } from './count-approval';
import { countBorda } from './count-borda';
import { countByHand } from './count-by-hand';
import { countDots } from './count-dots';
import { countIrv } from './count-irv';
import { countMajorityJudgment } from './count-majority-judgment';
import { countMeekStv } from './count-meek-stv';
import { countPlurality } from './count-plurality';
import { countQuadratic } from './count-quadratic';
import { countRankedPairs } from './count-ranked-pairs';
import { countSchulze } from './count-schulze';
import { countScore } from './count-score';
import { countScottishStv } from './count-scottish-stv';
import { countStar } from './count-star';
import { countTemperature } from './count-temperature';
import type { IrvElection, RankedBallot } from './election';
import { figures, inLetters, listed, poll, ranked } from './testing';

const irvRules = {
  method: 'irv',
  unranked: 'exhausted',
  skippedRanks: 'pass-over',
  equalRanks: 'exhaust',
  stopAt: 'majority',
} as const;

function irv(size: number, ballots: RankedBallot[], more: Partial<IrvElection> = {}) {
  return countIrv({ ...poll(size), ...irvRules, ballots, ...more });
}

function pairs(size: number, ballots: RankedBallot[], more: { tieOrder?: ReturnType<typeof listed> } = {}) {
  const election = { ...poll(size), unranked: 'last' as const, ballots, ...more };
  return {
    schulze: countSchulze({ ...election, method: 'schulze', strength: 'winning' }),
    rankedPairs: countRankedPairs({ ...election, method: 'ranked-pairs', strength: 'margins' }),
  };
}

describe('Tennessee: Memphis A, Nashville B, Chattanooga C, Knoxville D', () => {
  const ballots = ranked('42 A>B>C>D', '26 B>C>D>A', '15 C>D>B>A', '17 D>C>B>A');

  test('plurality: Memphis', () => {
    const choices = [42, 26, 15, 17].map((count, choice) => ({ count, choice }));
    const result = countPlurality({ ...poll(4), method: 'plurality', ballots: choices });
    expect(result).toMatchObject({ elected: [0], variant: 'plurality', proportional: 'one-seat' });
    expect(result.rows[0]).toEqual({ votes: 42, share: '21/50' });
  });

  test('instant-runoff: Knoxville by 58 to 42', () => {
    const result = irv(4, ballots);
    expect(result.elected).toEqual([3]);
    expect(result.rounds.map(({ votes }) => votes)).toEqual([
      [42, 26, 15, 17],
      [42, 26, null, 32],
      [42, null, null, 58],
    ]);
    expect(inLetters(result.ranking)).toBe('D>A>B>C');
  });

  test('Schulze and ranked pairs: N, C, K, M', () => {
    const { schulze, rankedPairs } = pairs(4, ballots);
    expect(inLetters(schulze.ranking)).toBe('B>C>D>A');
    expect(inLetters(rankedPairs.ranking)).toBe('B>C>D>A');
    expect([schulze.condorcetWinner, rankedPairs.condorcetWinner]).toEqual([1, 1]);
    expect(rankedPairs.locks.every(({ state }) => state === 'locked')).toBe(true);
  });

  test('Borda: N 194, C 173, M 126, K 107', () => {
    const result = countBorda({ ...poll(4), method: 'borda', unrankedPoints: 'zero', ballots });
    expect(result.points).toEqual(['126', '194', '173', '107']);
    expect(inLetters(result.ranking)).toBe('B>C>A>D');
  });
});

describe("Schulze's 45 voters", () => {
  const ballots = ranked(
    '5 A>C>B>E>D',
    '5 A>D>E>C>B',
    '8 B>E>D>A>C',
    '3 C>A>B>E>D',
    '7 C>A>E>B>D',
    '2 C>B>A>D>E',
    '7 D>C>E>B>A',
    '8 E>B>A>D>C',
  );

  test('Schulze E, A, C, B, D; ranked pairs A, C, E, B, D', () => {
    const { schulze, rankedPairs } = pairs(5, ballots);
    expect(inLetters(schulze.ranking)).toBe('E>A>C>B>D');
    expect(inLetters(rankedPairs.ranking)).toBe('A>C>E>B>D');
    expect(schulze.paths[4]).toEqual([25, 28, 28, 31, 0]);
    expect(schulze.condorcetWinner).toBeNull();
  });

  test('instant-runoff: D goes out, then B and E tie at 8, which looking back cannot break', () => {
    const result = irv(5, ballots);
    expect(result.rounds.map(({ end }) => end)).toEqual([
      { kind: 'excluded', option: 3 },
      { kind: 'awaits-lot', between: [1, 4] },
    ]);
    expect(result).toMatchObject({ elected: [], unfilled: { seats: 1, between: [0, 1, 2, 4] } });
    expect(result.ties).toEqual([{ at: 'exclusion', round: 2, between: [1, 4], steps: [], chosen: null }]);
    expect(inLetters(result.ranking)).toBe('A=B=C=E>D');
    const decided = irv(5, ballots, { tieOrder: listed(4, 3, 2, 1, 0) });
    expect(decided.rounds[1]?.end).toEqual({ kind: 'excluded', option: 1 });
    expect(decided.ties[0]?.steps).toEqual([{ by: 'published-order', from: 'lot', left: [1] }]);
  });
});

test('a cycle of 40, 35 and 25: Schulze and ranked pairs A, B, C', () => {
  const { schulze, rankedPairs } = pairs(3, ranked('40 A>B>C', '35 B>C>A', '25 C>A>B'));
  expect(inLetters(schulze.ranking)).toBe('A>B>C');
  expect(inLetters(rankedPairs.ranking)).toBe('A>B>C');
  expect(rankedPairs.locks.map(({ winner, loser, state }) => [winner, loser, state])).toEqual([
    [1, 2, 'locked'],
    [0, 1, 'locked'],
    [2, 0, 'cycle'],
  ]);
});

describe('ranked pairs with equal majorities', () => {
  const ballots = ranked('1 A>B>C', '1 B>C>A', '1 C>A>B');

  test('without a published order the cycle is left undecided', () => {
    const { rankedPairs } = pairs(3, ballots);
    expect(rankedPairs.locks.every(({ state }) => state === 'undecided')).toBe(true);
    expect(rankedPairs).toMatchObject({ elected: [], unfilled: { seats: 1, between: [0, 1, 2] } });
  });

  test('with one, the earlier winner is locked first', () => {
    const { rankedPairs } = pairs(3, ballots, { tieOrder: listed(2, 1, 0) });
    expect(inLetters(rankedPairs.ranking)).toBe('B>C>A');
    expect(rankedPairs.locks.map(({ winner, loser, state }) => [winner, loser, state])).toEqual([
      [2, 0, 'locked'],
      [1, 2, 'locked'],
      [0, 1, 'cycle'],
    ]);
  });

  test('equal majorities that do not cycle are locked whatever their order', () => {
    const { rankedPairs } = pairs(3, ranked('2 A>B>C'));
    expect(rankedPairs.locks.map(({ state }) => state)).toEqual(['locked', 'locked', 'locked']);
  });
});

test('Scottish STV: orange, pear, chocolate, strawberry, bonbon for three seats', () => {
  const ballots = ranked('4 A', '2 B>A', '8 C>D', '4 C>E', '1 D', '1 E');
  const result = countScottishStv({ ...poll(5, { seats: 3 }), method: 'stv-scottish', ballots });
  expect(result.quota).toBe(6);
  expect(result.elected).toEqual([2, 0, 3]);
  expect(result.rounds[1]).toEqual({
    stage: { kind: 'surplus', option: 2 },
    votes: ['4.00000', '2.00000', '6.00000', '5.00000', '3.00000'],
    nonTransferable: '0.00000',
    truncated: '0.00000',
    elected: [],
    lastVacancies: false,
  });
  expect(result.rounds.at(-1)?.lastVacancies).toBe(true);
});

describe('Scottish STV', () => {
  test('five decimals, the remainder ignored, is what each paper loses', () => {
    const ballots = ranked('7 A>B', '2 B', '2 C');
    const result = countScottishStv({ ...poll(3, { seats: 2 }), method: 'stv-scottish', ballots });
    expect(result.quota).toBe(4);
    // 3 × 1 ÷ 7 = 0.42857…
    expect(result.rounds[1]).toMatchObject({
      votes: ['4.00000', '4.99999', '2.00000'],
      truncated: '0.00001',
    });
  });

  test('equal surpluses: the one that was ahead at an earlier stage goes first, else a lot', () => {
    const ballots = ranked('6 A>C', '6 B>D', '1 C', '1 D');
    const election = { ...poll(4, { seats: 3 }), method: 'stv-scottish' as const, ballots };
    const open = countScottishStv(election);
    expect(open).toMatchObject({ elected: [0, 1], unfilled: { seats: 1, between: [2, 3] } });
    expect(open.ties.at(-1)).toMatchObject({ at: 'surplus', between: [0, 1], chosen: null });
    const lot = countScottishStv({ ...election, tieOrder: listed(1, 3, 0, 2) });
    expect(lot.rounds[1]?.stage).toEqual({ kind: 'surplus', option: 1 });
    expect(lot.elected.slice(0, 2)).toEqual([1, 0]);
  });

  test('a paper counts up to its first skipped or equal rank, and one that starts so is not valid', () => {
    const ballots = ranked('3 A>->B', '1 A=B', '1 ->A', '2 B');
    const result = countScottishStv({ ...poll(3), method: 'stv-scottish', ballots });
    expect(result.counts).toEqual({ papers: 7, weight: 7, valid: 5, blank: 2 });
    expect(result.rounds[0]?.votes).toEqual(['3.00000', '2.00000', '0.00000']);
  });

  test('with no more candidates than seats all are elected at once; with no valid paper nobody is', () => {
    const election = { ...poll(2, { seats: 3 }), method: 'stv-scottish' as const };
    expect(countScottishStv({ ...election, ballots: ranked('3 A', '1 B') }).elected).toEqual([0, 1]);
    expect(countScottishStv({ ...election, ballots: [] })).toMatchObject({ elected: [], rounds: [] });
  });
});

describe('Meek STV', () => {
  test('an elected candidate keeps just the quota, and those excluded nothing', () => {
    const ballots = ranked('4 A', '2 B>A', '8 C>D', '4 C>E', '1 D', '1 E');
    const election = { ...poll(5, { seats: 3 }), method: 'stv-meek' as const, ballots };
    const result = countMeekStv(election);
    expect(result.elected).toEqual([2, 3, 0]);
    const first = result.rounds[0];
    expect(first).toMatchObject({ quota: '5.000000001', elected: [2], iterations: 1 });
    expect(first?.votes).toEqual([
      '4.000000000',
      '2.000000000',
      '12.000000000',
      '1.000000000',
      '1.000000000',
    ]);
  });

  test('with no round at all the last seats are filled', () => {
    const result = countMeekStv({ ...poll(2, { seats: 2 }), method: 'stv-meek', ballots: ranked('1 A') });
    expect(result).toMatchObject({ elected: [0, 1], lastSeats: [0, 1], rounds: [], quota: null });
  });
});

describe('instant-runoff', () => {
  test('a tie for last: who had fewer at the latest earlier round goes out', () => {
    const result = irv(4, ranked('5 A', '3 B', '2 C', '1 D>C'));
    expect(result.rounds[1]).toMatchObject({ votes: [5, 3, 3, null], end: { kind: 'excluded', option: 2 } });
    expect(result.ties).toEqual([
      {
        at: 'exclusion',
        round: 2,
        between: [1, 2],
        steps: [{ by: 'look-back', round: 1, left: [2] }],
        chosen: [2],
      },
    ]);
  });

  test('it stops at more than half, or goes on to two', () => {
    const ballots = ranked('6 A', '3 B', '1 C>B');
    expect(irv(3, ballots).rounds).toHaveLength(1);
    expect(irv(3, ballots, { stopAt: 'two' }).rounds.map(({ votes }) => votes)).toEqual([
      [6, 3, 1],
      [6, 4, null],
    ]);
  });

  test('skipped ranks are passed over, end the ballot, or end it where two follow each other', () => {
    const ballots = ranked('4 A', '3 B', '1 C>->B', '1 C>->->B');
    const last = (more: Partial<IrvElection>) => irv(3, ballots, more).rounds.at(-1)?.votes;
    expect(last({})).toEqual([4, 5, null]);
    expect(last({ skippedRanks: 'exhaust' })).toEqual([4, 3, null]);
    expect(last({ skippedRanks: 'exhaust-at-two', tieOrder: listed(1, 0, 2) })).toEqual([4, 4, null]);
  });

  test('equal ranks end the ballot, are passed over, or wait until one of them is left', () => {
    const ballots = ranked('4 A', '3 B', '1 C>A=B', '1 C=D>B', '2 D>C=B');
    const last = (more: Partial<IrvElection>) => {
      const { rounds } = irv(4, ballots, { ...more, tieOrder: listed(0, 1, 2, 3) });
      return rounds.at(-1)?.votes;
    };
    expect(last({})).toEqual([4, 3, null, null]);
    expect(last({ equalRanks: 'pass-over' })).toEqual([4, 4, null, null]);
    expect(last({ equalRanks: 'exhaust-while-several' })).toEqual([4, 5, null, null]);
  });

  test('the one option that a ballot leaves out is last on it where unranked means last', () => {
    const ballots = ranked('2 A>B', '3 C');
    expect(irv(3, ranked('2 A>B', '3 C', '2 B>A'), { tieOrder: listed(0, 1, 2) }).elected).toEqual([0]);
    expect(irv(3, ballots, { unranked: 'last' }).elected).toEqual([2]);
  });

  test('nobody is elected where no ballot says anything', () => {
    expect(irv(2, ranked('3 '))).toMatchObject({
      elected: [],
      unfilled: null,
      counts: { papers: 3, weight: 3, valid: 0, blank: 3 },
      rounds: [{ end: { kind: 'nobody' } }],
    });
  });
});

describe('pairwise', () => {
  test('equal ranks count for neither; unranked is tied last, or not compared at all', () => {
    const ballots = ranked('2 A=B', '1 C');
    const of = (unranked: 'last' | 'exhausted') =>
      countSchulze({ ...poll(3), method: 'schulze', strength: 'margins', unranked, ballots }).pairwise;
    expect(of('last')).toEqual([
      [0, 0, 2],
      [0, 0, 2],
      [1, 1, 0],
    ]);
    expect(of('exhausted').flat()).toEqual(Array.from({ length: 9 }, () => 0));
  });

  test('a tie stays a tie unless an order was published', () => {
    const ballots = ranked('1 A>B', '1 B>A');
    expect(inLetters(pairs(2, ballots).schulze.ranking)).toBe('A=B');
    expect(inLetters(pairs(2, ballots, { tieOrder: listed(1, 0) }).schulze.ranking)).toBe('B>A');
  });
});

test('Borda: equals share the mean of their places; a short ballot gives what the rule says', () => {
  const points = (unrankedPoints: 'average' | 'zero' | 'modified') =>
    countBorda({ ...poll(4), method: 'borda', unrankedPoints, ballots: ranked('1 A=B', '1 C') }).points;
  expect(points('average')).toEqual(['3.5', '3.5', '3.5', '1.5']);
  expect(points('zero')).toEqual(['2.5', '2.5', '3', '0']);
  expect(points('modified')).toEqual(['1.5', '1.5', '1', '0']);
});

describe('STAR', () => {
  const star = (size: number, ballots: ReturnType<typeof figures>[], tieOrder = listed()) =>
    countStar({
      ...poll(size, { tieOrder: tieOrder.order.length ? tieOrder : null }),
      method: 'star',
      most: 5,
      ballots,
    });

  test('the two with the most stars run off; who is before whom on more ballots wins', () => {
    const result = star(3, [figures(3, 5, 4, 0), figures(2, 0, 4, 5), figures(1, 2, 3, 0)]);
    expect(result).toMatchObject({ scores: [17, 23, 10], finalists: [1, 0], elected: [1] });
    expect(result.runoff).toEqual({ for: [3, 3], equal: 0 });
    expect(result.ties[0]).toMatchObject({ at: 'runoff', steps: [{ by: 'score', left: [1] }] });
  });

  test('a tie for the runoff: who loses the most match-ups goes out, then who has the fewest top marks', () => {
    const match = star(3, [figures(2, 5, 1, 0), figures(1, 5, 0, 2)]);
    expect(match.ties[0]).toMatchObject({ at: 'finalists', steps: [{ by: 'head-to-head', left: [1] }] });
    const top = star(3, [figures(1, 5, 5, 3), figures(1, 5, 1, 3)]);
    expect(top.scores).toEqual([10, 6, 6]);
    expect(top.ties[0]).toMatchObject({ at: 'finalists', steps: [{ by: 'top-marks', left: [1] }] });
  });

  test('what the ballots cannot tell apart waits for a lot, or takes the published order', () => {
    const ballots = [figures(1, 5, 3, 3), figures(1, 4, 3, 3)];
    expect(star(3, ballots)).toMatchObject({ elected: [], finalists: null, unfilled: { between: [1, 2] } });
    expect(star(3, ballots, listed(2, 1, 0))).toMatchObject({ elected: [0], finalists: [0, 2] });
  });
});

describe('majority judgment, grades Poor, Fair, Good, Excellent', () => {
  const grades = ['Poor', 'Fair', 'Good', 'Excellent'];
  const judged = (ballots: ReturnType<typeof figures>[]) =>
    countMajorityJudgment({ ...poll(2), method: 'majority-judgment', grades, ballots });

  test('X Good, Good, Fair, Poor is before Y Excellent, Fair, Fair, Fair', () => {
    const result = judged([figures(1, 2, 3), figures(1, 2, 1), figures(1, 1, 1), figures(1, 0, 1)]);
    expect(result.rows.map(({ median }) => median)).toEqual([1, 1]);
    expect(result.elected).toEqual([0]);
    expect(result.ties[0]?.steps).toEqual([{ by: 'medians-removed', removed: 1, left: [0] }]);
  });

  test('a lower median of an even number; no opinion is the worst grade', () => {
    expect(judged([figures(1, 0, 1), figures(1, 3, 1)]).elected).toEqual([1]);
    expect(judged([figures(1, null, 1), figures(1, 3, 1)]).rows[0]).toEqual({
      grades: [1, 0, 0, 1],
      median: 0,
    });
  });

  test('the same as removing medians one by one, for any grades', () => {
    for (let seed = 0; seed < 4 ** 5; seed++) {
      const of = (salt: number) =>
        Array.from({ length: 5 }, (_, i) => Math.floor((seed * salt) / 4 ** i) % 4);
      const [x, y] = [of(1), of(7)];
      const ballots = x.map((grade, i) => figures(1, grade, y[i]!));
      expect(judged(ballots).ranking[0]).toEqual(firstByRemoval(x, y));
    }
  });
});

function firstByRemoval(x: number[], y: number[]): number[] {
  const [a, b] = [x.toSorted((p, q) => p - q), y.toSorted((p, q) => p - q)];
  while (a.length > 0) {
    const middle = Math.ceil(a.length / 2) - 1;
    if (a[middle] !== b[middle]) return a[middle]! > b[middle]! ? [0] : [1];
    a.splice(middle, 1);
    b.splice(middle, 1);
  }
  return [0, 1];
}

describe('figures', () => {
  const score = { ...poll(3), method: 'score' as const, least: 0, most: 5 };
  const ballots = [figures(2, 5, null, 3), figures(1, null, 4, 3)];

  test('score: unscored is 0 or skipped, by sum or by mean', () => {
    const zero = countScore({ ...score, unscored: 'zero', by: 'mean', ballots });
    expect(zero.rows).toEqual([
      { sum: 10, count: 2, mean: '10/3' },
      { sum: 4, count: 1, mean: '4/3' },
      { sum: 9, count: 3, mean: '3/1' },
    ]);
    const skipped = countScore({ ...score, unscored: 'skipped', by: 'mean', ballots });
    expect(skipped.rows.map(({ mean }) => mean)).toEqual(['5/1', '4/1', '3/1']);
    expect(inLetters(skipped.ranking)).toBe('A>B>C');
    expect(inLetters(countScore({ ...score, unscored: 'skipped', by: 'sum', ballots }).ranking)).toBe(
      'A>C>B',
    );
  });

  test('dots: sums, supporters and what is left over', () => {
    const dots = { ...poll(2), method: 'dots' as const, budget: 5, cap: 3, leftovers: 'allowed' as const };
    const result = countDots({ ...dots, ballots: [figures(2, 3, 1), figures(1, 0, 2), figures(1, 0, 0)] });
    expect(result.rows).toEqual([
      { votes: 6, supporters: 2 },
      { votes: 4, supporters: 3 },
    ]);
    expect(result.leftover).toBe(2 * 1 + 3);
    expect(result.counts).toMatchObject({ valid: 3, blank: 1 });
    expect(() => countDots({ ...dots, ballots: [figures(1, 4, 0)] })).toThrow('above_most');
    expect(() => countDots({ ...dots, ballots: [figures(1, 3, 3)] })).toThrow('over_budget');
    expect(() => countDots({ ...dots, leftovers: 'refused', ballots: [figures(1, 3, 1)] })).toThrow(
      'under_budget',
    );
  });

  test('quadratic: v votes cost v², and weight multiplies votes, not credits', () => {
    const election = { ...poll(2), method: 'quadratic' as const, credits: 10, against: 'allowed' as const };
    const result = countQuadratic({ ...election, ballots: [{ count: 1, weight: 2, figures: [3, -1] }] });
    expect(result.rows.map(({ votes }) => votes)).toEqual([6, -2]);
    expect(result).toMatchObject({ elected: [0], leftover: 0 });
    expect(() => countQuadratic({ ...election, ballots: [figures(1, 3, 2)] })).toThrow('over_budget');
    expect(() => countQuadratic({ ...election, against: 'refused', ballots: [figures(1, 1, -1)] })).toThrow(
      'below_least',
    );
  });

  test('temperature: five steps, nothing is elected', () => {
    const election = { ...poll(1, { seats: 0 }), method: 'temperature' as const };
    const result = countTemperature({
      ...election,
      ballots: [figures(2, 4), figures(1, 1), figures(1, null)],
    });
    expect(result.rows).toEqual([{ steps: [0, 1, 0, 0, 2], count: 3, mean: '3/1' }]);
    expect(result.elected).toEqual([]);
  });
});

describe('marks', () => {
  test('approval: shares are of papers; several seats are block voting, and it says so', () => {
    const ballots = [
      { count: 6, marks: [0, 1] },
      { count: 3, marks: [2] },
      { count: 1, marks: [] },
    ];
    const election = { ...poll(3, { seats: 2 }), method: 'approval' as const, most: null, ballots };
    expect(countApproval(election)).toMatchObject({
      variant: 'block-approval',
      proportional: 'not-proportional',
      elected: [0, 1],
      marks: 15,
      rows: [{ votes: 6, share: '3/5' }, { votes: 6 }, { votes: 3, share: '3/10' }],
    });
    expect(() => countApproval({ ...election, most: 1 })).toThrow('too_many_marks');
    expect(() => countApproval({ ...election, ballots: [{ count: 1, marks: [0, 0] }] })).toThrow(
      'option_twice',
    );
  });

  test('a tie at the last seat elects nobody of it, unless an order was published', () => {
    const ballots = [0, 1, 2].map((choice) => ({ count: choice === 0 ? 3 : 1, choice }));
    const election = { ...poll(3, { seats: 2 }), method: 'plurality' as const, ballots };
    expect(countPlurality(election)).toMatchObject({ elected: [0], unfilled: { seats: 1, between: [1, 2] } });
    const lot = countPlurality({ ...election, tieOrder: listed(2, 1, 0) });
    expect(lot).toMatchObject({ elected: [0, 2], unfilled: null });
    expect(lot.ties).toEqual([
      {
        at: 'rank',
        round: null,
        between: [1, 2],
        steps: [{ by: 'published-order', from: 'lot', left: [2, 1] }],
        chosen: [2, 1],
      },
    ]);
  });

  test('numbers counted by hand say by whom, and are never more than are present', () => {
    const election = { ...poll(2), method: 'hand-count' as const, present: 20, by: 'Ibu Ratna' };
    expect(countByHand({ ...election, numbers: [12, 7] })).toMatchObject({ elected: [0], by: 'Ibu Ratna' });
    expect(() => countByHand({ ...election, numbers: [21, 0] })).toThrow('more_than_present');
  });
});

test('sums that are no safe integers are refused, not rounded', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const ballots = [
    { count: most, choice: 0 },
    { count: 1, choice: 0 },
  ];
  expect(() => countPlurality({ ...poll(1), method: 'plurality', ballots })).toThrow('too large');
  const borda = { ...poll(2), method: 'borda' as const, unrankedPoints: 'zero' as const };
  expect(() => countBorda({ ...borda, ballots: [{ count: most, ranking: [[0]] }] })).toThrow('too large');
  const stv = { ...poll(2), method: 'stv-scottish' as const, ballots: [{ count: most - 1, ranking: [[0]] }] };
  expect(countScottishStv(stv).rounds[0]?.votes[0]).toBe(`${most - 1}.00000`);
  expect(countMeekStv({ ...stv, method: 'stv-meek' }).rounds[0]?.votes[0]).toBe(`${most - 1}.000000000`);
});

describe('what a method does not promise, it breaks', () => {
  const borda = (ballots: RankedBallot[], size = 3) =>
    countBorda({ ...poll(size), method: 'borda', unrankedPoints: 'zero', ballots });

  test('[M10] instant-runoff: ten people put the winner higher, and the winner loses', () => {
    expect(irv(3, ranked('39 A>B>C', '35 B>C>A', '26 C>A>B')).elected).toEqual([0]);
    expect(irv(3, ranked('49 A>B>C', '25 B>C>A', '26 C>A>B')).elected).toEqual([2]);
  });

  test('[M8] Borda: three of five put A first, and B wins', () => {
    expect(borda(ranked('3 A>B>C', '2 B>C>A')).elected).toEqual([1]);
  });

  test('[M11] Borda: a twin of B makes B win', () => {
    expect(borda(ranked('3 A>B', '2 B>A'), 2).elected).toEqual([0]);
    expect(borda(ranked('3 A>B>C', '2 B>C>A')).elected).toEqual([1]);
  });

  test('[M9] instant-runoff: who beats each of the others goes out first', () => {
    const ballots = ranked('4 A>C>B', '3 B>C>A', '2 C>A>B');
    expect(pairs(3, ballots).schulze.condorcetWinner).toBe(2);
    expect(irv(3, ballots).elected).toEqual([0]);
  });

  test('[M8] STAR: three of five score A highest, and A does not come into the runoff', () => {
    const ballots = [figures(3, 5, 4, 4), figures(2, 0, 5, 5)];
    expect(countStar({ ...poll(3), method: 'star', most: 5, ballots }).finalists).toEqual([1, 2]);
  });
});
