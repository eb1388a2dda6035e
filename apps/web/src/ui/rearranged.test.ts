import { expect, test } from 'vitest';
import { rearranged } from './rearranged';

test("rows on the page take each other's places, the others keep theirs", () => {
  expect(rearranged(['a', 'b', 'c', 'd', 'e'], ['b', 'c', 'd'], ['c', 'd', 'b'])).toEqual([
    'a',
    'c',
    'd',
    'b',
    'e',
  ]);
});

test('where some are left out in between, those stay where they are', () => {
  expect(rearranged(['a', 'b', 'c', 'd'], ['a', 'd'], ['d', 'a'])).toEqual(['d', 'b', 'c', 'a']);
});

test('a stand-in takes the place of what it stands for', () => {
  expect(rearranged(['a', 'b', 'c'], ['a', 'b', 'c'], ['b', 'shadow of a', 'c'])).toEqual([
    'b',
    'shadow of a',
    'c',
  ]);
});
