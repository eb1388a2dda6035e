import { expect, it } from 'vitest';
import { caretAfter, changeBetween } from './text-change';

const apply = (text: string, change: NonNullable<ReturnType<typeof changeBetween>>): string =>
  text.slice(0, change.index) + change.insert + text.slice(change.index + change.remove);

it('finds the one change between two texts', () => {
  expect(changeBetween('acara', 'acara')).toBeNull();
  expect(changeBetween('acara', 'acara baru')).toEqual({ index: 5, remove: 0, insert: ' baru' });
  expect(changeBetween('garis pagu', 'garis')).toEqual({ index: 5, remove: 5, insert: '' });
  expect(changeBetween('satu dua tiga', 'satu lima tiga')).toEqual({ index: 5, remove: 2, insert: 'lim' });
});

it('knows by the caret which of equal letters is new', () => {
  expect(changeBetween('aa', 'aaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' });
  expect(changeBetween('aa', 'aaa', 3)).toEqual({ index: 2, remove: 0, insert: 'a' });
});

it('gives the new text for any two texts, without halves of characters', () => {
  const texts = ['', 'a', 'ab', 'ba', '😀', '😀😁', '😁', 'a😀b', 'kita', 'kita kita', 'kata kita'];
  for (const before of texts)
    for (const after of texts) {
      const change = changeBetween(before, after);
      if (!change) continue;
      expect(apply(before, change)).toBe(after);
      expect(change.insert).not.toMatch(/\p{Surrogate}/u);
    }
});

it('keeps the caret at its place in the words when others write', () => {
  expect(caretAfter(2, { index: 5, remove: 0, insert: 'x' })).toBe(2);
  expect(caretAfter(6, { index: 1, remove: 0, insert: 'xy' })).toBe(8);
  expect(caretAfter(6, { index: 1, remove: 3, insert: '' })).toBe(3);
  expect(caretAfter(3, { index: 1, remove: 5, insert: 'z' })).toBe(1);
});
