import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TellingPace } from './telling-pace';

let now: number;
beforeEach(() => {
  now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

const costs = (ms: number) => (): void => void (now += ms);

test('given a quiet room, then it is told at once', () => {
  const pace = new TellingPace();
  expect(pace.waitMs(now)).toBe(0);
  pace.tell(3, costs(0));
  expect(pace.waitMs(now)).toBe(0);
});

test('given a room that costs, then it waits as many times that, and no longer than 40 ms', () => {
  const pace = new TellingPace();
  pace.tell(1000, costs(1));
  expect(pace.waitMs(now)).toBe(15);
  now += 15;
  expect(pace.waitMs(now)).toBe(0);
  pace.tell(1000, costs(10));
  expect(pace.waitMs(now)).toBe(30);
});

test('given few readers, then a slow moment of the machine is not taken for their cost', () => {
  const pace = new TellingPace();
  pace.tell(4, costs(20));
  expect(pace.waitMs(now)).toBe(0);
});

test('given news that nobody waits for, then they wait longer where telling costs, and only there', () => {
  const pace = new TellingPace();
  expect(pace.waitMs(now, 150)).toBe(0);
  pace.tell(2, costs(0));
  expect(pace.waitMs(now, 150)).toBe(0);
  pace.tell(500, costs(2));
  expect(pace.waitMs(now, 150)).toBe(148);
});
