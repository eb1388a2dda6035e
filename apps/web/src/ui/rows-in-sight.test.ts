import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextPace, nextRange, rowsIn, touched } from './rows-in-sight';

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

  test('come a few at a time: those in sight first, the others by and by', () => {
    expect(nextRange([0, 20], [3, 12], [2, 22], 4)).toEqual([2, 22]);
    expect(nextRange([0, 12], [100, 108], [95, 113], 4)).toEqual([100, 104]);
    expect(nextRange([100, 104], [100, 108], [95, 113], 4)).toEqual([100, 108]);
    expect(nextRange([0, 12], [10, 18], [6, 22], 4)).toEqual([6, 16]);
    expect(nextRange([100, 107], [100, 108], [95, 113], 4)).toEqual([100, 111]);
    expect(nextRange([100, 112], [100, 108], [90, 113], 4)).toEqual([97, 113]);
    expect(nextRange([100, 112], [90, 98], [85, 103], 4)).toEqual([90, 94]);
  });

  test('are all there in the end, never more at once than asked, and those in sight before the others', () => {
    const range = fc
      .tuple(fc.nat(300), fc.integer({ min: 1, max: 60 }))
      .map(([from, many]): [number, number] => [from, from + many]);
    const atOnce = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(range, range, fc.nat(30), fc.nat(30), atOnce, (start, seen, before, after, most) => {
        const wide = [Math.max(0, seen[0] - before), seen[1] + after] as const;
        let now: readonly [number, number] = start;
        for (let frame = 0; frame < 125 && (now[0] !== wide[0] || now[1] !== wide[1]); frame += 1) {
          const was = now;
          now = nextRange(was, seen, wide, most);
          const stayed = Math.max(0, Math.min(was[1], now[1]) - Math.max(was[0], now[0]));
          expect(now[1] - now[0] - stayed).toBeLessThanOrEqual(most);
          const isSeen = now[0] <= seen[0] && now[1] >= seen[1];
          if (!isSeen) expect(now[1] - now[0] - stayed).toBe(most);
        }
        expect(now).toEqual(wide);
      }),
    );
  });

  test('become fewer a frame where they take long, more where they do not, and one at least', () => {
    expect(nextPace(4, 4, 80)).toBe(1);
    expect(nextPace(4, 4, 20)).toBe(3);
    expect(nextPace(2, 2, 4)).toBe(3);
    expect(nextPace(3, 3, 15)).toBe(3);
    expect(nextPace(3, 1, 2)).toBe(3);
    expect(nextPace(1, 1, 500)).toBe(1);
    expect(nextPace(12, 12, 1)).toBe(12);
  });
});
