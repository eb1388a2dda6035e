/** Curves: every point is a scenario of its own, pictures are drawn from medians, ticks are round. */
import { expect, test } from 'vitest';
import type { ResultLine } from '../runner/report';
import { curves } from './curves';
import { linesOf } from './draw-curves';
import { decades, drawChart, evenTicks } from './svg-chart';

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
  expect(decades([3, 250])).toEqual([1, 10, 100, 1000]);
  expect(decades([10])).toEqual([10, 100]);
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
