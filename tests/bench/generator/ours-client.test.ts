/** Which broadcast an event tells of, when only its minutes, 1 to 600, come back. */
import { expect, test } from 'vitest';
import { numberOf } from './ours-client';

test('the latest that was said with these minutes', () => {
  const minutesOf = (number: number) => (number % 600) + 1;
  for (const lastSaid of [0, 5, 599, 600, 601, 1800]) {
    for (let number = Math.max(0, lastSaid - 599); number <= lastSaid; number++) {
      expect(numberOf(minutesOf(number), lastSaid)).toBe(number);
    }
  }
});
