import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextRange, rowsIn, touched } from './rows-in-sight';

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

  test('come all at once where few are new; else those in sight first, the others by and by', () => {
    expect(nextRange([0, 20], [3, 12], [2, 22])).toEqual([2, 22]);
    expect(nextRange([0, 12], [100, 108], [95, 113])).toEqual([100, 108]);
    expect(nextRange([0, 12], [10, 18], [6, 22])).toEqual([6, 18]);
    expect(nextRange([100, 108], [100, 108], [95, 113])).toEqual([100, 112]);
    expect(nextRange([100, 112], [100, 108], [90, 113])).toEqual([97, 113]);
  });

  test('are there within a few frames, and those in sight with the first', () => {
    const range = fc
      .tuple(fc.nat(300), fc.integer({ min: 1, max: 60 }))
      .map(([from, many]): [number, number] => [from, from + many]);
    fc.assert(
      fc.property(range, range, fc.nat(30), fc.nat(30), (start, seen, before, after) => {
        const wide = [Math.max(0, seen[0] - before), seen[1] + after] as const;
        let now: readonly [number, number] = start;
        for (let frame = 0; frame < 30 && (now[0] !== wide[0] || now[1] !== wide[1]); frame += 1) {
          now = nextRange(now, seen, wide);
          expect(now[0]).toBeLessThanOrEqual(seen[0]);
          expect(now[1]).toBeGreaterThanOrEqual(seen[1]);
        }
        expect(now).toEqual(wide);
      }),
    );
  });
});
