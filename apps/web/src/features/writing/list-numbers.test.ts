import { expect, test } from 'vitest';
import { listNumbers } from './list-numbers';

const line = (kind: 'ordered' | 'bullet', depth = 0) => ({ kind, depth });

test('lines are counted through deeper ones, and again after other words', () => {
  const blocks = [
    line('ordered'),
    line('ordered', 1),
    line('ordered', 1),
    line('bullet', 1),
    line('ordered'),
    line('ordered', 1),
    { kind: 'paragraph' as const },
    line('ordered'),
  ];
  expect(listNumbers(blocks)).toEqual([1, 1, 2, 0, 2, 1, 0, 1]);
});
