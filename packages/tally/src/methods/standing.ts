/**
 * From figures to places: who stands before whom, which ties the published order breaks, and who gets the seats.
 *
 * Invariant: the place of an option in the list never decides; with a published order no tie is left.
 */
import type { TieOrder } from './election';
import type { MethodResult, TieBreak } from './method-result';

export type Standing = Pick<MethodResult, 'ranking' | 'ties'>;
export type Seated = Pick<MethodResult, 'elected' | 'unfilled'>;

/** `before` is negative where its first option is better, 0 where they are equal. */
export function standingBy(
  options: readonly number[],
  before: (a: number, b: number) => number,
  tieOrder: TieOrder | null,
  round: number | null = null,
): Standing {
  const sorted = options.toSorted((a, b) => before(a, b) || a - b);
  const groups: number[][] = [];
  for (const option of sorted) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && before(last[0], option) === 0) last.push(option);
    else groups.push([option]);
  }
  const broken = groups.map((group) => brokenByOrder(group, tieOrder, round));
  return {
    ranking: broken.flatMap(({ ranks }) => ranks),
    ties: broken.flatMap(({ tie }) => tie ?? []),
  };
}

function brokenByOrder(
  group: number[],
  tieOrder: TieOrder | null,
  round: number | null,
): { ranks: number[][]; tie: TieBreak | null } {
  if (group.length < 2) return { ranks: [group], tie: null };
  if (!tieOrder)
    return { ranks: [group], tie: { at: 'rank', round, between: group, steps: [], chosen: null } };
  const ordered = inOrder(group, tieOrder);
  const step = { by: 'published-order' as const, from: tieOrder.from, left: ordered };
  return {
    ranks: ordered.map((option) => [option]),
    tie: { at: 'rank', round, between: group, steps: [step], chosen: ordered },
  };
}

/** The options given, the earliest of the published order first. */
export function inOrder(options: readonly number[], { order }: TieOrder): number[] {
  const among = new Set(options);
  return order.filter((option) => among.has(option));
}

/** The first `seats` of a ranking that are supported; a tie at the last seat elects nobody of it. */
export function seated(
  ranking: readonly (readonly number[])[],
  seats: number,
  supported: (option: number) => boolean,
): Seated {
  const elected: number[] = [];
  for (const group of ranking) {
    const entitled = group.filter(supported);
    const left = seats - elected.length;
    if (left > 0 && entitled.length > left) return { elected, unfilled: { seats: left, between: entitled } };
    if (left > 0) elected.push(...entitled);
  }
  return { elected, unfilled: null };
}

/** Places when a relation only says who beats whom: nobody's inferiors first, then the same among the rest. */
export function standingByBeats(
  options: readonly number[],
  beats: (a: number, b: number) => boolean,
  tieOrder: TieOrder | null,
): Standing {
  const standing: Standing = { ranking: [], ties: [] };
  let rest = [...options];
  while (rest.length > 0) {
    const unbeaten = rest.filter((option) => !rest.some((other) => beats(other, option)));
    const taken = tieOrder ? inOrder(unbeaten, tieOrder).slice(0, 1) : unbeaten;
    const steps = tieOrder ? [{ by: 'published-order' as const, from: tieOrder.from, left: taken }] : [];
    const chosen = tieOrder ? taken : null;
    if (unbeaten.length > 1)
      standing.ties.push({ at: 'rank', round: null, between: unbeaten, steps, chosen });
    standing.ranking.push(taken);
    rest = rest.filter((option) => !taken.includes(option));
  }
  return standing;
}

/** [0, 1, … n−1] */
export function indexes(options: readonly unknown[]): number[] {
  return options.map((_, index) => index);
}

/** Larger figures first. */
export function moreFirst<N extends number | bigint>(
  figures: readonly N[],
): (a: number, b: number) => number {
  return (a, b) => {
    const [x, y] = [figures[a], figures[b]];
    return x === undefined || y === undefined || x === y ? 0 : x > y ? -1 : 1;
  };
}

/** A method that gives several seats to whoever is best supported is not proportional, and says so. */
export function unproportional(seats: number): 'one-seat' | 'not-proportional' {
  return seats > 1 ? 'not-proportional' : 'one-seat';
}
