/**
 * Who has a place so far in a count by single transferable vote, and the result it comes to: elected in order, those
 * left, and those excluded, the last of them first.
 */
import type { TieOrder } from './election';
import type { TieBreak } from './method-result';
import { standingBy, type Seated, type Standing } from './standing';

/** `elected` in groups that the count cannot part; `awaitsLot` when a tie has stopped it. */
export type Outcome = {
  hopeful: number[];
  elected: number[][];
  excluded: number[];
  ties: TieBreak[];
  awaitsLot: boolean;
};

export type Before = (a: number, b: number) => number;

/** Moves them from the hopeful to the elected, best first; returns them in that order. */
export function elect(
  outcome: Outcome,
  options: readonly number[],
  before: Before,
  tieOrder: TieOrder | null,
  round: number,
): number[] {
  const { ranking, ties } = standingBy(options, before, tieOrder, round);
  outcome.elected.push(...ranking);
  outcome.ties.push(...ties);
  outcome.hopeful = outcome.hopeful.filter((option) => !options.includes(option));
  return ranking.flat();
}

/** Seats that nobody has yet. */
export function seatsLeft({ elected }: Outcome, seats: number): number {
  return seats - elected.flat().length;
}

/** All seats are filled, or those left are no more than the seats left. */
export function isComplete(outcome: Outcome, seats: number): boolean {
  return outcome.hopeful.length <= Math.max(0, seatsLeft(outcome, seats)) || seatsLeft(outcome, seats) <= 0;
}

/** `before` and `round` place those who are left. */
export function outcomeResult(
  outcome: Outcome,
  seats: number,
  before: Before,
  tieOrder: TieOrder | null,
  round: number,
): Standing & Seated {
  const { hopeful, elected, excluded, awaitsLot } = outcome;
  const out = excluded.toReversed().map((option) => [option]);
  const rest = awaitsLot ? { ranking: [hopeful], ties: [] } : standingBy(hopeful, before, tieOrder, round);
  return {
    ranking: [...elected, ...rest.ranking, ...out],
    ties: [...outcome.ties, ...rest.ties],
    elected: elected.flat(),
    unfilled: awaitsLot ? { seats: seatsLeft(outcome, seats), between: hopeful } : null,
  };
}
