/** The search for the highest rate that is borne. */
import { expect, test } from 'vitest';
import { saturate, type Step } from './saturation';

/** Bears up to `limit` a second; can send up to `most`. */
const serverThatBears =
  (limit: number, most = Infinity) =>
  (rate: number) =>
    Promise.resolve<Step>({ rate, sent: Math.min(rate, most), ok: rate <= limit });

test('goes up until one is too much, then halves the gap twice', async () => {
  const { best, steps } = await saturate(100, 40_000, serverThatBears(1_000));
  expect(best!.rate).toBeGreaterThan(800);
  expect(best!.rate).toBeLessThanOrEqual(1_000);
  expect(steps.slice(0, 5).map(({ rate }) => Math.round(rate))).toEqual([100, 170, 289, 491, 835]);
});

test('goes down where the first is too much', async () => {
  const { best } = await saturate(100, 40_000, serverThatBears(60));
  expect(best!.rate).toBe(50);
});

test('ends at the greatest rate, and where no more can be sent', async () => {
  expect((await saturate(100, 500, serverThatBears(Infinity))).best!.rate).toBe(500);
  const { best, steps } = await saturate(100, 40_000, serverThatBears(Infinity, 200));
  expect(best!.sent).toBe(200);
  expect(steps).toHaveLength(3);
});

test('nothing is borne', async () => {
  const { best } = await saturate(100, 40_000, serverThatBears(0));
  expect(best).toBeNull();
});
