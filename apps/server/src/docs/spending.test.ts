import { expect, test } from 'vitest';
import { Spending } from './spending';

const limits = { msPerSecond: 100, reserveMs: 50, perMessageMs: 1 };

test('a burst is paid from the reserve; what is owed is waited for', () => {
  const spending = new Spending(limits, 0);
  spending.spend(0, 49);
  expect(spending.waitMs(0)).toBe(0);
  spending.spend(0, 9);
  expect(spending.waitMs(0)).toBe(100);
  expect(spending.waitMs(60)).toBe(40);
  expect(spending.waitMs(100)).toBe(0);
});

test('many small messages are paid for as well', () => {
  const spending = new Spending(limits, 0);
  for (let count = 0; count < 60; count++) spending.spend(0, 0);
  expect(spending.waitMs(0)).toBe(100);
});

test('the reserve fills up again, and no further', () => {
  const spending = new Spending(limits, 0);
  spending.spend(0, 40);
  spending.spend(1_000_000, 50);
  expect(spending.waitMs(1_000_000)).toBe(10);
});
