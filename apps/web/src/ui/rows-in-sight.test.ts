import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsIn, touched } from './rows-in-sight';

const list = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 300 });

describe('rows in sight', () => {
  test('are those that touch the strip', () => {
    expect(touched([10, 10, 10, 10], { from: 10, to: 20 })).toEqual([1, 2]);
    expect(touched([10, 10, 10, 10], { from: 5, to: 25 })).toEqual([0, 3]);
  });

  test('are one at least: the nearest, where the strip lies outside the list', () => {
    expect(touched([10, 10, 10], { from: -500, to: -400 })).toEqual([0, 1]);
    expect(touched([10, 10, 10], { from: 400, to: 500 })).toEqual([2, 3]);
    expect(touched([], { from: 0, to: 100 })).toEqual([0, 0]);
  });

  test('leave gaps as high as what they leave out', () => {
    const { rows, after } = rowsIn([10, 20, 30, 40, 50], [2, 3], [0]);
    expect(rows).toEqual([
      { index: 0, gap: 0 },
      { index: 2, gap: 20 },
    ]);
    expect(after).toBe(90);
  });

  test('cover the strip, and the list keeps its height, whatever is kept', () => {
    fc.assert(
      fc.property(
        list,
        fc.integer({ min: -1000, max: 80_000 }),
        fc.integer({ min: 1, max: 2000 }),
        fc.array(fc.integer({ min: -2, max: 310 }), { maxLength: 3 }),
        (heights, from, height, kept) => {
          const range = touched(heights, { from, to: from + height });
          const { rows, after } = rowsIn(heights, range, kept);
          const shown = rows.map(({ index }) => index);
          const whole = heights.reduce((a, b) => a + b, 0);
          const [before, high] = [rows, shown.map((index) => ({ gap: heights[index] ?? 0 }))].map((some) =>
            some.reduce((sum, { gap }) => sum + gap, 0),
          );
          expect((before ?? 0) + (high ?? 0) + after).toBe(whole);
          expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
          for (const index of kept)
            expect(shown.includes(index)).toBe(
              (index >= 0 && index < heights.length) || shown.includes(index),
            );
          let at = 0;
          heights.forEach((one, index) => {
            if (at < from + height && at + one > from) expect(shown).toContain(index);
            at += one;
          });
        },
      ),
    );
  });
});
