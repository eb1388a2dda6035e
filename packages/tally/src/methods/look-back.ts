/**
 * Ties in methods with rounds: first look back to the latest earlier round in which those tied were not all equal,
 * keep the lowest (or highest) of that round, and look on from there with those left; then the published order, in
 * which the earlier option wins; else nobody is taken and the count stops for a lot.
 *
 * Source: SSI 2007/42 rules 49(2) and 51(2)(a); the lot is drawn before the poll instead of at the tie.
 */
import type { TieOrder } from './election';
import type { TieBreak, TieStep } from './method-result';
import { inOrder } from './standing';

/** Votes by option after each earlier round. */
export type History = readonly (readonly (number | bigint | null)[])[];

export type RoundTie = {
  /** Look for who loses (most to fear in the published order) or for who comes first. */
  wants: 'lowest' | 'highest';
  at: TieBreak['at'];
  round: number;
  history: History;
  tieOrder: TieOrder | null;
};

/** Null chosen: it takes a lot. One option is no tie. */
export function takeOne(
  tied: readonly number[],
  tie: RoundTie,
): { chosen: number | null; tie: TieBreak | null } {
  if (tied.length < 2) return { chosen: tied[0] ?? null, tie: null };
  const steps: TieStep[] = [];
  let left = [...tied];
  for (let round = tie.history.length; round > 0 && left.length > 1; round--) {
    const kept = extremes(left, tie.history[round - 1] ?? [], tie.wants);
    if (kept.length < left.length) steps.push({ by: 'look-back', round, left: kept });
    left = kept;
  }
  if (left.length > 1 && tie.tieOrder) {
    const ordered = inOrder(left, tie.tieOrder);
    left = tie.wants === 'lowest' ? ordered.slice(-1) : ordered.slice(0, 1);
    steps.push({ by: 'published-order', from: tie.tieOrder.from, left });
  }
  const chosen = left.length === 1 ? (left[0] ?? null) : null;
  const record = { at: tie.at, round: tie.round, between: [...tied], steps };
  return { chosen, tie: { ...record, chosen: chosen === null ? null : [chosen] } };
}

/** The options with the fewest or most votes. */
export function extremes(
  options: readonly number[],
  votes: readonly (number | bigint | null)[],
  wants: 'lowest' | 'highest',
): number[] {
  const of = (option: number): number | bigint => votes[option] ?? 0;
  const best = options
    .map(of)
    .reduce((kept, next) => ((wants === 'lowest' ? next < kept : next > kept) ? next : kept));
  return options.filter((option) => of(option) === best);
}

/** More votes first in the last of these rounds; where equal, in the one before, and so on. */
export function byLatest(history: History): (a: number, b: number) => number {
  return (a, b) => {
    for (const votes of history.toReversed()) {
      const [x, y] = [votes[a] ?? 0, votes[b] ?? 0];
      if (x !== y) return x > y ? -1 : 1;
    }
    return 0;
  };
}
