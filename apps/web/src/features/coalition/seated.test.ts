import { expect, it } from 'vitest';
import { seated } from './seated';

it('seats everyone once, on the edge and not on a corner', () => {
  for (let count = 0; count <= 40; count += 1) {
    const seats = seated(count);
    expect(seats).toHaveLength(count);
    expect(new Set(seats.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
    for (const { x, y } of seats) {
      const sides = [x === 0, x === 100, y === 0, y === 100].filter(Boolean);
      expect(sides).toHaveLength(1);
    }
  }
});
