/** Curves: every point is a scenario of its own, pictures are drawn from medians, ticks are round. */
import { expect, test } from 'vitest';
import type { ResultLine } from '../runner/report';
import { curves } from './curves';
import { linesOf } from './draw-curves';
import { apart, drawChart, evenTicks, logTicks } from './svg-chart';

test('no two scenarios share a name', () => {
  const scenarios = new Set(curves.flatMap(({ points }) => points.map(({ scenario }) => scenario)));
  expect(new Set([...scenarios].map(({ name }) => name)).size).toBe(scenarios.size);
});

test('a line is the medians of its points, without those that failed', () => {
  const readers = curves.find(({ name }) => name === 'readers')!;
  const line = (scenario: string, figures: object): ResultLine => ({
    ...{ at: '', round: 1, name: 'ours', scenario },
    ...figures,
  });
  const lines = [
    line('growth-readers-10', { cpuPer1M: 4 }),
    line('growth-readers-10', { cpuPer1M: 6 }),
    line('growth-readers-100', { cpuPer1M: 3 }),
    line('growth-readers-300', { error: 'gone', cpuPer1M: 9 }),
  ];
  expect(linesOf(readers, lines)).toEqual([
    {
      name: 'ours',
      points: [
        { x: 10, y: 5 },
        { x: 100, y: 3 },
      ],
    },
  ]);
});

test('ticks are round and hold all values', () => {
  expect(evenTicks([3, 22])).toEqual([0, 5, 10, 15, 20, 25]);
  expect(evenTicks([0.07])).toEqual([0, 0.02, 0.04, 0.06, 0.08]);
  expect(evenTicks([0])).toHaveLength(6);
  expect(logTicks([3, 250])).toEqual([2, 5, 10, 20, 50, 100, 200, 500]);
  expect(logTicks([3, 3000])).toEqual([1, 10, 100, 1000, 10_000]);
  expect(logTicks([10])).toEqual([10, 20]);
});

test('greater values stand higher, and words are escaped', () => {
  const points = [
    { x: 1, y: 1 },
    { x: 100, y: 40 },
  ];
  const svg = drawChart({
    ...{ title: 'a < b', xLabel: 'x', yLabel: 'y', yScale: 'linear' },
    lines: [{ name: 'ours', points }],
  });
  expect(svg).toContain('<title>a &lt; b</title>');
  const tops = [...svg.matchAll(/cy="([\d.]+)"/g)].map(([, top]) => Number(top));
  expect(tops).toHaveLength(2);
  expect(tops[1]!).toBeLessThan(tops[0]!);
});

test('names at the ends of lines do not touch, nor the axis', () => {
  expect(apart([100, 200])).toEqual([100, 200]);
  expect(apart([100, 101])).toEqual([100, 116]);
  expect(apart([305, 308, 315])).toEqual([280, 296, 312]);
});
