/** What two lists share, as whoever restores a text keeps it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonRows } from './common-rows';

const shared = (before: string[], after: string[]) =>
  commonRows(before, after)
    .map(([at]) => before[at])
    .join('');

test('the longest common part, in order', () => {
  expect(shared([...'abcdef'], [...'axcdyf'])).toBe('acdf');
  expect(shared([...'abab'], [...'baba'])).toHaveLength(3);
  expect(shared([], [...'abc'])).toBe('');
  expect(commonRows([...'aa'], [...'aaa'])).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test('whatever the lists: places ascend, rows are equal, and nothing longer is found from the other side', () => {
  const list = fc.array(fc.constantFrom(...'abcd'), { maxLength: 30 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const rows = commonRows(before, after);
      rows.forEach(([one, other], n) => {
        expect(before[one]).toBe(after[other]);
        const next = rows[n + 1];
        if (next) expect(next[0] > one && next[1] > other).toBe(true);
      });
      expect(commonRows(after, before)).toHaveLength(rows.length);
    }),
  );
});

test('lists too long to compare keep what they begin and end with', () => {
  const numbers = (from: number) => Array.from({ length: 5000 }, (_, n) => String(from + n));
  const rows = commonRows(['a', ...numbers(0), 'z'], ['a', ...numbers(7), 'z']);
  expect(rows.at(0)).toEqual([0, 0]);
  expect(rows.at(-1)).toEqual([5001, 5001]);
});
