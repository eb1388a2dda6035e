import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lotOrder, rollHash } from './lot';

const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 20 });

test('a lot is a permutation, and the same whatever order the ids come in', () => {
  fc.assert(
    fc.property(fc.string(), ids, (seed, all) => {
      const drawn = lotOrder(seed, all);
      expect([...drawn].sort()).toEqual([...all].sort());
      expect(lotOrder(seed, [...all].reverse())).toEqual(drawn);
    }),
  );
});

test('who goes first depends on the seed, about evenly', () => {
  const firsts = Array.from({ length: 3000 }, (_, n) => lotOrder(String(n), ['a', 'b', 'c'])[0]);
  for (const one of ['a', 'b', 'c']) {
    const share = firsts.filter((first) => first === one).length;
    expect(share).toBeGreaterThan(850);
    expect(share).toBeLessThan(1150);
  }
});

test('the hash of a roll knows its poll and every entry, and no order', () => {
  const roll = [
    { key: 'a', weight: 1 },
    { key: 'b', weight: 2 },
  ];
  expect(rollHash('p', [...roll].reverse())).toBe(rollHash('p', roll));
  expect(rollHash('q', roll)).not.toBe(rollHash('p', roll));
  expect(rollHash('p', roll.slice(1))).not.toBe(rollHash('p', roll));
});
