/**
 * From a file to an election that can be counted: the file's own method, seats, strength and order for ties, unless
 * something else is wished for. Who has withdrawn is taken off the ballots; their rank is then none that was skipped.
 *
 * What nobody says follows the method: unranked is `last` for Schulze and ranked pairs and says nothing for the others;
 * Schulze counts winning votes and ranked pairs margins; scores, budgets and credits go as far as the ballots do. Methods that
 * rank read marks as a ranking, the highest mark first; methods that need marks read no ranking.
 */
import {
  ballotMethods,
  type BallotMethod,
  type Election,
  type FiguresBallot,
  type Poll,
  type RankedBallot,
} from '../methods/election';
import type { ElectionFile } from './election-file';

/** Each undefined where the file may say. `tieOrder`: indexes into the file's candidates, null for none. */
export type CountWishes = {
  method?: string | undefined;
  seats?: number | undefined;
  strength?: 'margins' | 'winning' | undefined;
  tieOrder?: readonly number[] | null | undefined;
};

export const countProblemCodes = [
  'no_method',
  'unknown_method',
  'needs_marks',
  'several_marks',
  'one_seat',
  'bad_order',
  'all_withdrawn',
] as const;
export type CountProblemCode = (typeof countProblemCodes)[number];
export type CountProblem = { code: CountProblemCode; found: string };

export type Countable = { ok: true; election: Election } | { ok: false; problem: CountProblem };

/** Never throws on a file that was read. */
export function electionOfFile(file: ElectionFile, wishes: CountWishes): Countable {
  const said = wishes.method ?? file.method;
  const method = methodOf(said);
  if (said === null) return refused('no_method');
  if (method === undefined) return refused('unknown_method', said);
  const kept = [...file.candidates.keys()].filter((index) => !file.withdrawn.includes(index));
  if (kept.length === 0) return refused('all_withdrawn');
  const order = wishes.tieOrder === undefined ? file.tieOrder : wishes.tieOrder;
  if (order && !isOrder(order, file.candidates.length)) return refused('bad_order');
  const seats = method === 'temperature' ? 0 : (wishes.seats ?? file.seats);
  if ((method === 'irv' || method === 'star') && seats > 1) return refused('one_seat', String(seats));
  const poll: Poll = {
    options: kept.map((index) => file.candidates[index] ?? ''),
    seats,
    tieOrder: order && { order: order.flatMap((index) => place(kept, index)), from: 'listed' },
  };
  return new Shaping(file, wishes, kept, poll).election(method);
}

function methodOf(said: string | null): BallotMethod | undefined {
  const aliases: Record<string, BallotMethod> = {
    stv: 'stv-scottish',
    meek: 'stv-meek',
    'majority-judgement': 'majority-judgment',
  };
  const name = said === null ? null : Object.hasOwn(aliases, said) ? aliases[said] : said;
  return ballotMethods.find((method) => method === name);
}

class Shaping {
  readonly #file: ElectionFile;
  readonly #wishes: CountWishes;
  readonly #kept: readonly number[];
  readonly #poll: Poll;

  constructor(file: ElectionFile, wishes: CountWishes, kept: readonly number[], poll: Poll) {
    this.#file = file;
    this.#wishes = wishes;
    this.#kept = kept;
    this.#poll = poll;
  }

  election(method: BallotMethod): Countable {
    switch (method) {
      case 'plurality':
        return this.#plurality();
      case 'irv':
      case 'stv-scottish':
      case 'stv-meek':
      case 'schulze':
      case 'ranked-pairs':
      case 'borda':
        return accepted(this.#ranked(method));
      case 'approval':
        return this.#approval();
      case 'score':
      case 'dots':
      case 'quadratic':
      case 'star':
      case 'majority-judgment':
      case 'temperature':
        return this.#file.kind === 'marked' ? accepted(this.#marked(method)) : refused('needs_marks', method);
    }
  }

  #ranked(method: 'irv' | 'stv-scottish' | 'stv-meek' | 'schulze' | 'ranked-pairs' | 'borda'): Election {
    const { unranked, settings } = this.#file;
    const poll = { ...this.#poll, ballots: this.#rankings() };
    const strength = this.#wishes.strength ?? this.#file.strength;
    switch (method) {
      case 'irv':
        return {
          ...poll,
          method,
          unranked: unranked ?? 'exhausted',
          skippedRanks: settings.skippedRanks ?? 'pass-over',
          equalRanks: settings.equalRanks ?? 'exhaust',
          stopAt: settings.stopAt ?? 'majority',
        };
      case 'schulze':
        return { ...poll, method, unranked: unranked ?? 'last', strength: strength ?? 'winning' };
      case 'ranked-pairs':
        return { ...poll, method, unranked: unranked ?? 'last', strength: strength ?? 'margins' };
      case 'borda': {
        const points = unranked === 'last' ? 'average' : 'zero';
        return { ...poll, method, unrankedPoints: settings.unrankedPoints ?? points };
      }
      case 'stv-scottish':
        return { ...poll, method };
      case 'stv-meek':
        return { ...poll, method };
    }
  }

  #marked(method: 'score' | 'dots' | 'quadratic' | 'star' | 'majority-judgment' | 'temperature'): Election {
    const { settings, grades, unranked } = this.#file;
    const ballots = this.#figures();
    const poll = { ...this.#poll, ballots };
    const given = ballots.flatMap(({ figures }) => figures.filter((figure) => figure !== null));
    const [least, most] = [smallestOf(given), largestOf(given)];
    switch (method) {
      case 'score':
        return {
          ...poll,
          method,
          least: settings.least ?? Math.min(0, least),
          most: settings.most ?? Math.max(1, most),
          unscored: settings.unscored ?? (unranked === 'exhausted' ? 'skipped' : 'zero'),
          by: settings.by ?? 'sum',
        };
      case 'dots': {
        const budget = settings.budget ?? Math.max(1, largestOf(ballots.map(sumOf)));
        return {
          ...poll,
          method,
          budget,
          cap: settings.cap ?? null,
          leftovers: settings.leftovers ?? 'allowed',
        };
      }
      case 'quadratic': {
        const credits = settings.credits ?? Math.max(1, largestOf(ballots.map(costOf)));
        return { ...poll, method, credits, against: settings.against ?? (least < 0 ? 'allowed' : 'refused') };
      }
      case 'star':
        return { ...poll, method, most: settings.most ?? 5 };
      case 'majority-judgment':
        return {
          ...poll,
          method,
          grades: grades ?? Array.from({ length: Math.max(2, most + 1) }, (_, grade) => String(grade)),
        };
      case 'temperature':
        return { ...poll, method };
    }
  }

  /** A first choice that is shared is no mark. */
  #plurality(): Countable {
    if (this.#file.kind === 'marked') {
      const several = this.#figures().find(({ figures }) => approvedIn(figures).length > 1);
      if (several) return refused('several_marks', String(approvedIn(several.figures).length));
    }
    const ballots = this.#rankings().map(({ count, ranking }) => {
      const first = ranking.find((rank) => rank.length > 0) ?? [];
      return { count, choice: first.length === 1 ? (first[0] ?? null) : null };
    });
    return accepted({ ...this.#poll, method: 'plurality', ballots });
  }

  /** A ranking of one rank approves those who stand on it. */
  #approval(): Countable {
    if (this.#file.kind === 'marked') {
      const ballots = this.#figures().map(({ count, figures }) => ({ count, marks: approvedIn(figures) }));
      return accepted({ ...this.#poll, method: 'approval', most: this.#file.settings.most ?? null, ballots });
    }
    const rankings = this.#rankings();
    if (rankings.some(({ ranking }) => ranking.length > 1)) return refused('needs_marks', 'approval');
    const ballots = rankings.map(({ count, ranking }) => ({ count, marks: ranking[0] ?? [] }));
    return accepted({ ...this.#poll, method: 'approval', most: this.#file.settings.most ?? null, ballots });
  }

  #rankings(): RankedBallot[] {
    const moved = (rank: readonly number[]): number[] => rank.flatMap((index) => place(this.#kept, index));
    if (this.#file.kind === 'marked')
      return this.#figures().map(({ count, figures }) => ({ count, ranking: rankingOf(figures) }));
    return this.#file.ballots.map(({ count, ranking }) => ({
      count,
      ranking: ranking.filter((rank) => rank.length === 0 || moved(rank).length > 0).map(moved),
    }));
  }

  #figures(): FiguresBallot[] {
    if (this.#file.kind === 'ranked') return [];
    return this.#file.ballots.map(({ count, marks }) => ({
      count,
      figures: this.#kept.map((index) => marks[index] ?? null),
    }));
  }
}

/** The highest figure first; no figure is no rank, and neither is 0 where it is all that was said. */
function rankingOf(figures: readonly (number | null)[]): number[][] {
  const given = [...new Set(figures)].filter((figure) => figure !== null).sort((a, b) => b - a);
  return given.map((figure) => figures.flatMap((each, index) => (each === figure ? [index] : [])));
}

function approvedIn(figures: readonly (number | null)[]): number[] {
  return figures.flatMap((figure, index) => (figure !== null && figure > 0 ? [index] : []));
}

function sumOf({ figures }: FiguresBallot): number {
  return figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
}

function costOf({ figures }: FiguresBallot): number {
  return figures.reduce<number>((sum, figure) => sum + (figure ?? 0) ** 2, 0);
}

function largestOf(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0);
}

function smallestOf(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), 0);
}

/** Where a candidate stands among those who are left; nowhere if withdrawn. */
function place(kept: readonly number[], index: number): number[] {
  const at = kept.indexOf(index);
  return at < 0 ? [] : [at];
}

function isOrder(order: readonly number[], length: number): boolean {
  return order.length === length && [...order].sort((a, b) => a - b).every((index, i) => index === i);
}

function accepted(election: Election): Countable {
  return { ok: true, election };
}

function refused(code: CountProblemCode, found = ''): Countable {
  return { ok: false, problem: { code, found } };
}
