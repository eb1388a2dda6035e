import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { coalesce } from './coalesce';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs at once, then at most every so often, and the last call gets its run', () => {
  const run = vi.fn();
  const news = coalesce(200, run);
  news.call();
  expect(run).toHaveBeenCalledTimes(1);
  for (let call = 0; call < 50; call += 1) news.call();
  vi.advanceTimersByTime(199);
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(2);
  news.call();
  expect(run).toHaveBeenCalledTimes(3);
});

it('a call from within the run is another run, later', () => {
  let runs = 0;
  const news = coalesce(200, () => {
    runs += 1;
    if (runs === 1) news.call();
  });
  news.call();
  expect(runs).toBe(1);
  vi.advanceTimersByTime(200);
  expect(runs).toBe(2);
});

it('stopped, it runs no more', () => {
  const run = vi.fn();
  const news = coalesce(200, run);
  news.call();
  news.call();
  news.stop();
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(1);
});
