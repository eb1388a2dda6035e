/** The lot: fair, and the same for whoever draws it again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lotOrder, yesOrNoByLot } from './lot';

const seedOf = (n: bigint): string => n.toString(16).padStart(64, '0');
const anySeed = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }).map(seedOf);

describe('an order by lot', () => {
  test('[T22] each of the things once, the same for everyone', () => {
    fc.assert(
      fc.property(anySeed, fc.nat({ max: 40 }), (seed, n) => {
        const order = lotOrder(seed, n);
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        expect(lotOrder(seed, n)).toEqual(order);
      }),
    );
  });

  test('[T22] every order of four comes equally often', () => {
    const times = new Map<string, number>();
    for (let n = 0n; n < 2400n; n += 1n) {
      const order = lotOrder(seedOf(n), 4).join('');
      times.set(order, (times.get(order) ?? 0) + 1);
    }
    expect([...times.values()]).toEqual(Array.from({ length: 24 }, () => 100));
  });

  test('[T22] yes or no by the last digit: even or odd', () => {
    const seed = (last: string): string => `${'5'.repeat(63)}${last}`;
    expect(['0', '2', 'e'].map((last) => yesOrNoByLot(seed(last)))).toEqual(['yes', 'yes', 'yes']);
    expect(['1', '9', 'f'].map((last) => yesOrNoByLot(seed(last)))).toEqual(['no', 'no', 'no']);
  });

  test('[T22] worked by hand: 2³² + 7 over five', () => {
    // 4294967303 = 5·858993460 + 3; 858993460 = 4·214748365 + 0; 214748365 = 3·71582788 + 1; 71582788 = 2·35791394 + 0
    expect(lotOrder(seedOf(2n ** 32n + 7n), 5)).toEqual([3, 0, 2, 1, 4]);
  });

  test('[T19] a seed of another form, or too many things', () => {
    expect(() => lotOrder('12', 2)).toThrow(RangeError);
    expect(() => lotOrder(seedOf(1n).toUpperCase().replace('1', 'A'), 2)).toThrow(RangeError);
    expect(() => lotOrder(seedOf(1n), 41)).toThrow(RangeError);
  });
});
