/** The eight words and their list. */
import { expect, test } from 'vitest';
import { sha256Hex } from './hash';
import { headWords } from './head-words';
import { wordList } from './word-list';

test('256 words, short, in order, plain letters', () => {
  expect(new Set(wordList).size).toBe(256);
  expect(wordList.every((word) => /^[a-z]{3,8}$/.test(word))).toBe(true);
  expect([...wordList].sort()).toEqual(wordList);
});

test('no word is one letter away from another', () => {
  const near = wordList.flatMap((word, i) =>
    wordList
      .slice(i + 1)
      .filter((other) => isNear(word, other))
      .map((other) => [word, other]),
  );
  expect(near).toEqual([]);
});

test('the list never changes', () => {
  expect(sha256Hex(wordList.join(' '))).toBe(
    '4b18ca33ff170218dbc04905222950d46860eb7077ea7e7c42488e8101ee87c3',
  );
});

test('a word a byte, the first eight', () => {
  expect(headWords('00ff' + '0'.repeat(60)).slice(0, 3)).toEqual([wordList[0], wordList[255], wordList[0]]);
  expect(headWords(sha256Hex('abc'))).toHaveLength(8);
  expect(() => headWords('abc')).toThrow(RangeError);
});

function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return short.slice(short.length === long.length ? i + 1 : i) === long.slice(i + 1);
}
