/**
 * A result as one object for programs: everything by name instead of by index. Votes are numbers where they are whole and
 * text where a method counts in decimals, so that nothing is rounded by whoever reads.
 *
 * Always there: file, title, method, variant, seats, counts, elected (in order), ranking (best first, ties as inner lists), winner (of one
 * seat, otherwise null), unfilled, rounds, quota, points, ties. Where the method has them: pairwise (rows and columns in the order
 * of `candidates`), paths, locks, condorcetWinner, means, finalists, runoff.
 */
import type { MethodResult, TieBreak } from '@mufakat/tally';

type ByName<Value> = Record<string, Value>;
type Json = Record<string, unknown>;

export function tallyJson(
  file: string,
  title: string,
  options: readonly string[],
  result: MethodResult,
): Json {
  const names = new Naming(options);
  const { method, variant, seats, counts, elected, ranking, unfilled, ties, proportional } = result;
  return {
    file,
    title,
    method,
    variant,
    seats,
    candidates: options,
    counts,
    elected: names.all(elected),
    ranking: ranking.map((rank) => names.all(rank)),
    winner: seats === 1 && elected[0] !== undefined ? names.of(elected[0]) : null,
    unfilled: unfilled && { seats: unfilled.seats, between: names.all(unfilled.between) },
    proportional,
    rounds: [],
    quota: null,
    points: null,
    ...ofMethod(result, names),
    ties: ties.map((tie) => tieJson(tie, names)),
  };
}

class Naming {
  constructor(private readonly options: readonly string[]) {}

  of(option: number): string {
    return this.options[option] ?? '';
  }

  orNull(option: number | null): string | null {
    return option === null ? null : this.of(option);
  }

  all(options: readonly number[]): string[] {
    return options.map((option) => this.of(option));
  }

  /** Only those that have a value. */
  map<Value>(values: readonly (Value | null)[]): ByName<Value> {
    return Object.fromEntries(
      values.flatMap((value, option) => (value === null ? [] : [[this.of(option), value] as const])),
    );
  }
}

function ofMethod(result: MethodResult, names: Naming): Json {
  switch (result.method) {
    case 'plurality':
    case 'approval':
    case 'hand-count':
      return {
        points: names.map(result.rows.map(({ votes }) => votes)),
        shares: names.map(result.rows.map(({ share }) => share)),
      };
    case 'score':
      return {
        points: names.map(result.rows.map(({ sum }) => sum)),
        means: names.map(result.rows.map(({ mean }) => mean)),
        scoredBy: names.map(result.rows.map(({ count }) => count)),
      };
    case 'dots':
    case 'quadratic':
      return {
        points: names.map(result.rows.map(({ votes }) => votes)),
        supporters: names.map(result.rows.map(({ supporters }) => supporters)),
        leftover: result.leftover,
      };
    case 'irv':
      return { rounds: result.rounds.map((round) => irvRound(round, names)) };
    case 'stv-scottish':
      return { quota: result.quota, rounds: result.rounds.map((round) => scottishRound(round, names)) };
    case 'stv-meek':
      return {
        quota: result.quota,
        rounds: result.rounds.map((round) => meekRound(round, names)),
        lastSeats: names.all(result.lastSeats),
      };
    case 'schulze':
      return {
        pairwise: result.pairwise,
        paths: result.paths,
        condorcetWinner: names.orNull(result.condorcetWinner),
      };
    case 'ranked-pairs':
      return {
        pairwise: result.pairwise,
        locks: result.locks.map(({ winner, loser, strength, state }) => ({
          winner: names.of(winner),
          loser: names.of(loser),
          strength,
          state,
        })),
        condorcetWinner: names.orNull(result.condorcetWinner),
      };
    case 'borda':
      // Whole or a half: exact as a number.
      return { points: names.map(result.points.map(Number)) };
    case 'star':
      return {
        points: names.map(result.scores),
        topMarks: names.map(result.topMarks),
        pairwise: result.pairwise,
        finalists: result.finalists && names.all(result.finalists),
        runoff: result.runoff,
      };
    case 'majority-judgment':
      return {
        grades: names.map(result.rows.map(({ grades }) => grades)),
        medians: names.map(result.rows.map(({ median }) => median)),
      };
    case 'temperature':
      return {
        steps: names.map(result.rows.map(({ steps }) => steps)),
        means: names.map(result.rows.map(({ mean }) => mean)),
      };
  }
}

type RoundOf<M extends MethodResult['method']> = Extract<
  MethodResult,
  { method: M; rounds: unknown }
>['rounds'][number];

function irvRound({ votes, continuing, exhausted, need, end }: RoundOf<'irv'>, names: Naming): Json {
  return {
    votes: names.map(votes),
    continuing,
    exhausted,
    need,
    elected: end.kind === 'elected' ? names.of(end.option) : null,
    excluded: end.kind === 'excluded' ? names.of(end.option) : null,
  };
}

function scottishRound(round: RoundOf<'stv-scottish'>, names: Naming): Json {
  const { stage, votes, nonTransferable, elected, lastVacancies } = round;
  return {
    stage: stage.kind,
    of: stage.kind === 'first' ? null : names.of(stage.option),
    votes: names.map(votes),
    nonTransferable,
    elected: names.all(elected),
    lastVacancies,
  };
}

function meekRound(round: RoundOf<'stv-meek'>, names: Naming): Json {
  const { votes, keep, elected, excluded, ...numbers } = round;
  return {
    votes: names.map(votes),
    keep: names.map(keep),
    ...numbers,
    elected: names.all(elected),
    excluded: names.orNull(excluded),
  };
}

function tieJson({ at, round, between, steps, chosen }: TieBreak, names: Naming): Json {
  return {
    at,
    round,
    between: names.all(between),
    steps: steps.map(({ left, ...step }) => ({ ...step, left: names.all(left) })),
    chosen: chosen && names.all(chosen),
  };
}
