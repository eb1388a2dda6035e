/** For the tests of the methods: short ways to say ballots, and arbitrary elections that favour ties and cycles. */
import fc from 'fast-check';
import type { Election, FiguresBallot, Method, Poll, RankedBallot, TieOrder } from './election';

/** "40 A>B=C" and so on: letters are options in the alphabet, `=` shares a rank, `-` skips one. */
export function ranked(...lines: string[]): RankedBallot[] {
  return lines.map((line) => {
    const [count = '', text = ''] = line.split(' ');
    const ranking = text === '' ? [] : text.split('>').map((rank) => (rank === '-' ? [] : lettersIn(rank)));
    return { count: Number(count), ranking };
  });
}

function lettersIn(rank: string): number[] {
  return rank.split('=').map((letter) => letter.charCodeAt(0) - 65);
}

/** The letters of options, best first; ties as "A=B". */
export function inLetters(ranking: readonly (readonly number[])[]): string {
  return ranking.map((group) => group.map((option) => String.fromCharCode(65 + option)).join('=')).join('>');
}

export function poll(size: number, more: Partial<Poll> = {}): Poll {
  const options = Array.from({ length: size }, (_, option) => String.fromCharCode(65 + option));
  return { options, seats: 1, tieOrder: null, ...more };
}

export function listed(...order: number[]): TieOrder {
  return { order, from: 'lot' };
}

/** One paper with these figures, or several. */
export function figures(count: number, ...marks: (number | null)[]): FiguresBallot {
  return { count, figures: marks };
}

const anyPapers = { count: fc.integer({ min: 1, max: 4 }) };

/** Short ballots, equal ranks and skipped ones included, unless only strict ones are wanted. */
function anyRanking(size: number, strict: boolean): fc.Arbitrary<number[][]> {
  const all = Array.from({ length: size }, (_, option) => option);
  const whole = fc.shuffledSubarray(all, { minLength: strict ? size : 0 });
  const singles = whole.map((options) => options.map((option) => [option]));
  if (strict) return singles;
  const blurred = fc
    .tuple(singles, fc.array(fc.integer({ min: 0, max: 5 }), { minLength: size, maxLength: size }))
    .map(([ranks, joins]) => blur(ranks, joins));
  return fc.oneof({ weight: 3, arbitrary: singles }, { weight: 1, arbitrary: blurred });
}

function blur(ranks: number[][], joins: readonly number[]): number[][] {
  const result: number[][] = [];
  for (const [at, rank] of ranks.entries()) {
    const last = result.at(-1);
    if (joins[at] === 0 && last) last.push(...rank);
    else result.push([...rank]);
    if (joins[at] === 1) result.push([]);
  }
  return result;
}

function anyFigures(size: number, least: number, most: number): fc.Arbitrary<(number | null)[]> {
  const figure = fc.option(fc.integer({ min: least, max: most }), { freq: 5 });
  return fc.array(figure, { minLength: size, maxLength: size });
}

export type Shape = {
  strict?: boolean;
  sizes?: [number, number];
  seats?: number;
  tieOrder?: 'always' | 'never';
};

/** An election of this method: few options, few voters, so that ties and cycles are common. */
export function anyElection(method: Method, shape: Shape = {}): fc.Arbitrary<Election> {
  const [min, max] = shape.sizes ?? [1, 5];
  return fc
    .record({
      size: fc.integer({ min, max }),
      seats: fc.integer({ min: 1, max: 3 }),
      ordered: fc.boolean(),
      salt: fc.integer({ min: 0, max: 5 }),
    })
    .chain(({ size, seats, ordered, salt }) => {
      const one = method === 'irv' || method === 'star' ? 1 : seats;
      const all = Array.from({ length: size }, (_, option) => option);
      const wanted = shape.tieOrder ?? (ordered ? 'always' : 'never');
      const tieOrder: fc.Arbitrary<TieOrder | null> =
        wanted === 'never'
          ? fc.constant(null)
          : fc.shuffledSubarray(all, { minLength: size }).map((order) => ({ order, from: 'lot' }));
      const of = method === 'temperature' ? 0 : (shape.seats ?? one);
      return tieOrder.chain((order) =>
        withBallots(method, poll(size, { seats: of, tieOrder: order }), salt, shape.strict ?? false),
      );
    });
}

function withBallots(method: Method, base: Poll, salt: number, strict: boolean): fc.Arbitrary<Election> {
  const size = base.options.length;
  const ranking = fc.array(fc.record({ ...anyPapers, ranking: anyRanking(size, strict) }), { maxLength: 9 });
  const of = (least: number, most: number): fc.Arbitrary<FiguresBallot[]> =>
    fc.array(fc.record({ ...anyPapers, figures: anyFigures(size, least, most) }), { maxLength: 9 });
  const unranked = salt % 2 ? 'last' : 'exhausted';
  const strength = salt % 3 ? 'margins' : 'winning';
  switch (method) {
    case 'plurality': {
      const choice = fc.option(fc.nat({ max: size - 1 }));
      const ballots = fc.array(fc.record({ ...anyPapers, choice }), { maxLength: 9 });
      return ballots.map((cast) => ({ ...base, method, ballots: cast }));
    }
    case 'approval': {
      const marks = fc.subarray(Array.from({ length: size }, (_, option) => option));
      const ballots = fc.array(fc.record({ ...anyPapers, marks }), { maxLength: 9 });
      return ballots.map((cast) => ({ ...base, method, most: null, ballots: cast }));
    }
    case 'score':
      return of(-1, 3).map((ballots) => ({
        ...base,
        method,
        least: -1,
        most: 3,
        unscored: salt % 2 ? 'zero' : 'skipped',
        by: salt % 3 ? 'mean' : 'sum',
        ballots,
      }));
    case 'dots':
      return of(0, 2).map((ballots) => ({
        ...base,
        method,
        budget: 2 * size,
        cap: 2,
        leftovers: 'allowed',
        ballots,
      }));
    case 'quadratic':
      return of(-2, 2).map((ballots) => ({
        ...base,
        method,
        credits: 4 * size,
        against: 'allowed',
        ballots,
      }));
    case 'star':
      return of(0, 3).map((ballots) => ({ ...base, method, most: 3, ballots }));
    case 'majority-judgment':
      return of(0, 3).map((ballots) => ({ ...base, method, grades: ['p', 'f', 'g', 'e'], ballots }));
    case 'temperature':
      return of(0, 4).map((ballots) => ({ ...base, method, ballots }));
    case 'hand-count': {
      const numbers = fc.array(fc.nat({ max: 5 }), { minLength: size, maxLength: size });
      return numbers.map((typed) => ({ ...base, method, numbers: typed, present: 5, by: 'Notulis' }));
    }
    case 'irv':
      return ranking.map((ballots) => ({
        ...base,
        method,
        unranked,
        skippedRanks: (['pass-over', 'exhaust', 'exhaust-at-two'] as const)[salt % 3] ?? 'pass-over',
        equalRanks:
          (['exhaust-while-several', 'exhaust', 'pass-over'] as const)[(salt >> 1) % 3] ?? 'exhaust',
        stopAt: salt % 2 ? 'two' : 'majority',
        ballots,
      }));
    case 'schulze':
    case 'ranked-pairs':
      return ranking.map((ballots) => ({ ...base, method, unranked, strength, ballots }));
    case 'borda':
      return ranking.map((ballots) => ({
        ...base,
        method,
        unrankedPoints: (['average', 'zero', 'modified'] as const)[salt % 3] ?? 'average',
        ballots,
      }));
    default:
      return ranking.map((ballots) => ({ ...base, method, ballots }));
  }
}
