import { expect, it } from 'vitest';
import { toolAfter } from './tool-keys';

it('moves along the line and round its ends', () => {
  expect(toolAfter('ArrowRight', 0, 3)).toBe(1);
  expect(toolAfter('ArrowRight', 2, 3)).toBe(0);
  expect(toolAfter('ArrowLeft', 0, 3)).toBe(2);
  expect(toolAfter('End', 0, 3)).toBe(2);
  expect(toolAfter('Home', 2, 3)).toBe(0);
});

it('follows the line of text where it runs from the right', () => {
  expect(toolAfter('ArrowLeft', 0, 3, true)).toBe(1);
  expect(toolAfter('ArrowRight', 0, 3, true)).toBe(2);
});

it('leaves other keys alone', () => {
  for (const key of ['Enter', ' ', 'ArrowUp', 'Tab', 'a']) expect(toolAfter(key, 0, 3)).toBeNull();
});
