import { wireLimits } from '@mufakat/protocol';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Presence } from './presence';

let changes = 0;
let presence: Presence;

beforeEach(() => {
  vi.useFakeTimers();
  changes = 0;
  presence = new Presence(0, { now: () => Date.now() }, () => (changes += 1));
});
afterEach(() => void vi.useRealTimers());

const grace = wireLimits.presenceGraceMs;

it('counts a person once, however many devices', () => {
  presence.enter('budi');
  presence.enter('ani');
  presence.enter('ani');
  expect(presence.people()).toEqual(['ani', 'budi']);
  expect(changes).toBe(2);
  presence.leave('ani');
  vi.advanceTimersByTime(grace * 2);
  expect(presence.has('ani')).toBe(true);
});

it('keeps a dead line for its grace, and not longer', () => {
  presence.enter('ani');
  presence.leave('ani');
  vi.advanceTimersByTime(grace - 1);
  expect(presence.people()).toEqual(['ani']);
  vi.advanceTimersByTime(1);
  expect(presence.people()).toEqual([]);
  expect(changes).toBe(2);
});

it('whoever comes back within the grace was never away', () => {
  presence.enter('ani');
  presence.leave('ani');
  vi.advanceTimersByTime(grace - 1);
  presence.enter('ani');
  vi.advanceTimersByTime(grace * 2);
  expect(presence.people()).toEqual(['ani']);
  presence.leave('ani');
  vi.advanceTimersByTime(grace);
  expect(presence.people()).toEqual([]);
});

it('whoever was removed does not come back by their lines closing', () => {
  presence.enter('ani');
  presence.enter('ani');
  presence.drop('ani');
  expect(presence.people()).toEqual([]);
  presence.leave('ani');
  presence.leave('ani');
  expect(presence.people()).toEqual([]);
  expect(changes).toBe(2);
});

it('a second leave does not prolong the grace', () => {
  presence.enter('ani');
  presence.leave('ani');
  vi.advanceTimersByTime(grace - 1);
  presence.leave('ani');
  vi.advanceTimersByTime(1);
  expect(presence.people()).toEqual([]);
});

it('dropping someone who is not here is no news; closing stops every timer', () => {
  presence.drop('nobody');
  expect(changes).toBe(0);
  presence.enter('ani');
  presence.leave('ani');
  presence.close();
  expect(vi.getTimerCount()).toBe(0);
});
