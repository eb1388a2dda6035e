/**
 * Which chamber and weight stand behind each ballot, and the sums of an electorate by chamber.
 *
 * Invariants: every sum is a safe integer; a voter casts once; nobody off the roll counts. What breaks
 * them is a programmer's error (the ballot box and the domain refuse it before) and throws RangeError.
 */
import type { Conflicted, Count, Electorate, Voter } from './electorate';

/** A ballot by a voter of the roll, or `count` equal ones whose link to their voters is gone. */
type Cast = { voter: string } | { chamber: string | null; weight: number; count: number };

/** `weight` is that of all ballots which this entry stands for. */
export type Caster<B> = { ballot: B; chamber: string | null; weight: number; conflicted: boolean };

export function castersOf<B extends Cast>(ballots: readonly B[], electorate: Electorate): Caster<B>[] {
  const roll = rollByKey(electorate);
  const conflicted = new Set(conflictedOf(electorate, roll).map(({ key }) => key));
  const seen = new Set<string>();
  return ballots.map((ballot) => {
    const cast: Cast = ballot;
    if (!('voter' in cast)) {
      const weight = product(positive(cast.weight, 'weight'), positive(cast.count, 'count'));
      return { ballot, chamber: cast.chamber, weight, conflicted: false };
    }
    const voter = roll.get(cast.voter);
    if (!voter) throw new RangeError(`not on the roll: ${cast.voter}`);
    if (seen.has(cast.voter)) throw new RangeError(`two ballots of one voter: ${cast.voter}`);
    seen.add(cast.voter);
    return { ballot, chamber: voter.chamber, weight: voter.weight, conflicted: conflicted.has(cast.voter) };
  });
}

/** Sums of weights of one chamber, or of the whole. `away` is the part that a declared conflict takes out. */
export type Numbers = {
  roll: number;
  invited: number;
  present: number;
  attended: number;
  away: { roll: number; present: number; attended: number };
};

/** Of the whole electorate, or of the chamber given. */
export function numbersOf(electorate: Electorate, chamber?: string | null): Numbers {
  const inside = (entry: { chamber: string | null }): boolean =>
    chamber === undefined || entry.chamber === chamber;
  const sum = (counts: readonly Count[]): number =>
    total(counts.filter(inside).map(({ weight }) => positive(weight, 'weight')));
  const roll = rollByKey(electorate);
  const away = conflictedOf(electorate, roll).filter(inside);
  return {
    roll: sum(electorate.roll),
    invited: sum(electorate.invited),
    present: sum(electorate.present),
    attended: sum(electorate.attended),
    away: {
      roll: sum(away),
      present: sum(away.filter(({ present }) => present)),
      attended: sum(away.filter(({ attended }) => attended)),
    },
  };
}

/** A chamber of which nobody may vote, or nobody is here. */
export function isEmptyChamber({ roll, present, attended }: Numbers, tookPart: number): boolean {
  return tookPart === 0 && (roll === 0 || (present === 0 && attended === 0));
}

/** Every chamber that is named anywhere, by code units, those without a chamber last. */
export function chambersIn(electorate: Electorate, ...more: readonly (string | null)[]): (string | null)[] {
  const { roll, invited, present, attended } = electorate;
  const named = [...roll, ...invited, ...present, ...attended].map(({ chamber }) => chamber);
  return [...new Set([...named, ...more])].sort(byName);
}

function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Throws RangeError above 2⁵³−1, where numbers stop being exact. */
export function total(numbers: readonly number[]): number {
  return safe(numbers.reduce((sum, n) => sum + BigInt(n), 0n));
}

function product(a: number, b: number): number {
  return safe(BigInt(a) * BigInt(b));
}

function safe(sum: bigint): number {
  if (sum > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('too large to count exactly');
  return Number(sum);
}

function positive(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`not a positive integer: ${what} ${value}`);
  return value;
}

function rollByKey({ roll }: Electorate): Map<string, Voter> {
  const byKey = new Map(roll.map((voter) => [voter.key, voter]));
  if (byKey.size < roll.length) throw new RangeError('a voter stands on the roll twice');
  return byKey;
}

function conflictedOf(electorate: Electorate, roll: ReadonlyMap<string, Voter>): (Conflicted & Voter)[] {
  const declared = electorate.conflicted ?? [];
  if (new Set(declared.map(({ key }) => key)).size < declared.length) throw new RangeError('declared twice');
  return declared.map((conflicted) => {
    const voter = roll.get(conflicted.key);
    if (!voter) throw new RangeError(`not on the roll: ${conflicted.key}`);
    return { ...voter, ...conflicted };
  });
}
