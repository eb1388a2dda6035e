/**
 * Exact figures as text: decimals with a fixed number of places, fractions in lowest terms, and products that are
 * refused where a number cannot hold them. Nothing here rounds unless its name says so.
 */
import { greatestCommonDivisor } from '../fraction';

/** A whole number of 10^−places: (12345n, 2) is "123.45". */
export function decimal(scaled: bigint, places: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** num/den in lowest terms, "7/2", "-1/3" or "4/1"; null where den is 0. */
export function fraction(num: number, den: number): string | null {
  if (den === 0) return null;
  const [n, d] = [BigInt(num), BigInt(den)];
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d);
  return `${n / divisor}/${d / divisor}`;
}

/** Rounded up; both positive or 0. */
export function dividedUp(num: bigint, den: bigint): bigint {
  return (num + den - 1n) / den;
}

/** ⌈a·b ÷ 10⁹⌉ for whole a, b from 0 to 10⁹, without leaving exact numbers: b is taken in two halves. */
export function timesUpE9(a: number, b: number): number {
  const low = b % 32_768;
  const high = a * ((b - low) / 32_768);
  const rest = (high % 1e9) * 32_768 + a * low;
  const whole = ((high - (high % 1e9)) / 1e9) * 32_768 + (rest - (rest % 1e9)) / 1e9;
  return rest % 1e9 === 0 ? whole : whole + 1;
}

/** Throws RangeError above 2⁵³−1 either way. */
export function exactProduct(a: number, b: number): number {
  const product = a * b;
  if (!Number.isSafeInteger(product)) throw new RangeError('too large to count exactly');
  return product;
}
