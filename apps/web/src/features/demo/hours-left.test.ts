/** How long a copy of the demo is there. */
import { expect, test } from 'vitest';
import { hoursLeft } from './hours-left';

test('whole hours, at least one', () => {
  const hour = 3_600_000;
  expect(hoursLeft(24 * hour - 1, 0)).toBe(23);
  expect(hoursLeft(24 * hour, 0)).toBe(24);
  expect(hoursLeft(10, 0)).toBe(1);
  expect(hoursLeft(0, 10)).toBe(1);
});
