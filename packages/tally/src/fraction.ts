/**
 * Exact fractions. A share such as "2/3" is compared by cross-multiplication in BigInt; there is no
 * floating point anywhere in a count, and two thirds is 2/3, never 66.66 %.
 *
 * Invariant: a share that was parsed lies between 0/1 and 1/1 and is written as digits/digits.
 */
import type { Share } from './rule';

export type Fraction = { num: bigint; den: bigint };

const sharePattern = /^(0|[1-9]\d{0,14})\/([1-9]\d{0,14})$/;

/** Undefined where the text is not a fraction from 0/1 to 1/1 in plain digits. */
export function readShare(share: unknown): Fraction | undefined {
  const digits = typeof share === 'string' ? sharePattern.exec(share) : null;
  if (!digits?.[1] || !digits[2]) return undefined;
  const fraction = { num: BigInt(digits[1]), den: BigInt(digits[2]) };
  return fraction.num > fraction.den ? undefined : fraction;
}

/** Throws RangeError where the text is not a share: rules are checked before they get here. */
export function parseShare(share: Share): Fraction {
  const fraction = readShare(share);
  if (!fraction) throw new RangeError(`not a share from 0/1 to 1/1: ${share}`);
  return fraction;
}

/** −1, 0 or 1 as the first share is smaller than, equal to or larger than the second. */
export function compareShare(a: Share, b: Share): -1 | 0 | 1 {
  const [x, y] = [parseShare(a), parseShare(b)];
  const [left, right] = [x.num * y.den, y.num * x.den];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** have·den > num·of (strict) or ≥. Nothing is a share of nothing: a base of 0 never meets. */
export function meetsShare(have: number, of: number, atLeast: Share, strict: boolean): boolean {
  if (of === 0) return false;
  const { num, den } = parseShare(atLeast);
  const [left, right] = [BigInt(have) * den, num * BigInt(of)];
  return strict ? left > right : left >= right;
}

/** The smallest `have` that meets the share of this base (½ strictly of 41: 21). */
export function neededFor(of: number, atLeast: Share, strict: boolean): number {
  const { num, den } = parseShare(atLeast);
  const product = num * BigInt(of);
  return Number(strict ? product / den + 1n : (product + den - 1n) / den);
}

/** have/of in lowest terms; "0/1" of nothing. */
export function shareOf(have: number, of: number): Share {
  if (of === 0) return '0/1';
  const divisor = greatestCommonDivisor(BigInt(have), BigInt(of));
  return `${BigInt(have) / divisor}/${BigInt(of) / divisor}`;
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
