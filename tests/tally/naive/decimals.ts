/** Decimals with a fixed number of places, held as whole numbers of the last place and written as text. */
export class Decimals {
  readonly one: bigint;

  constructor(private readonly places: number) {
    this.one = BigInt(`1${'0'.repeat(places)}`);
  }

  /** a·b/c; what is left over is dropped. */
  down(a: bigint, b: bigint, c: bigint): bigint {
    return (a * b) / c;
  }

  /** a·b/c; what is left over makes one more of the last place. */
  up(a: bigint, b: bigint, c: bigint): bigint {
    return (a * b) / c + ((a * b) % c === 0n ? 0n : 1n);
  }

  text(value: bigint): string {
    const digits = value.toString().padStart(this.places + 1, '0');
    return `${digits.slice(0, -this.places)}.${digits.slice(-this.places)}`;
  }
}

export function sum(values: readonly bigint[]): bigint {
  let all = 0n;
  for (const value of values) all += value;
  return all;
}

export function largest(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (b > a ? b : a));
}

export function smallest(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (b < a ? b : a));
}
