/** Quantiles of a histogram against those of the sorted values. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Histogram } from './histogram';

test('an empty one has no quantiles', () => {
  expect(new Histogram().summary()).toEqual({ n: 0, mean: null, p50: null, p95: null, p99: null, max: 0 });
});

test('a quantile is within 1.6 % and 1 µs of the true one, and never above the greatest', () => {
  const latencies = fc.array(fc.double({ min: 0, max: 100_000, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(latencies, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
      const histogram = new Histogram();
      for (const ms of values) histogram.add(ms);
      const sorted = [...values].sort((a, b) => a - b);
      const exact = sorted[Math.max(1, Math.ceil(p * values.length)) - 1]!;
      const found = histogram.quantile(p)!;
      expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * 0.016 + 0.001);
      expect(found).toBeLessThanOrEqual(Math.max(...values));
    }),
  );
});

test('reset forgets all', () => {
  const histogram = new Histogram();
  histogram.add(7);
  histogram.reset();
  expect(histogram.summary().n).toBe(0);
  expect(histogram.quantile(0.5)).toBeNull();
});
