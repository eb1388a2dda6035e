/** The table: medians, ratios against the best peer, spread, and what to know before it is believed. */
import { expect, test } from 'vitest';
import type { Bound } from './bounds';
import { median } from '../figures';
import { report, rowOf, short, type ResultLine } from './report';

const line = (name: string, round: number, figures: object, scenario = 'S2'): ResultLine => ({
  ...{ at: '', round, scenario, name },
  ...figures,
});
const cpu = (must: Bound['must']): Bound => ({ scenario: 'S2', measure: 'CPU', path: 'cpuPer1M', must });
const half = cpu({ kind: 'ratio-at-most', factor: 0.5, against: ['yws', 'hocus'] });

const threeRounds = [1, 2, 3].flatMap((round) => [
  line('ours', round, { cpuPer1M: 4 + round }),
  line('yws', round, { cpuPer1M: 20 }),
  line('hocus', round, { cpuPer1M: 14 + round }),
]);

test('a ratio is that of medians, against the best; its spread is that of the rounds', () => {
  const row = rowOf(half, threeRounds)!;
  expect(row.other).toMatchObject({ name: 'hocus', median: 16, min: 15, max: 17, runs: 3 });
  expect(row.ratio!.median).toBe(6 / 16);
  expect(row.ratio!.min).toBeCloseTo(5 / 15);
  expect(row.ratio!.max).toBeCloseTo(7 / 17);
  expect(row.holds).toBe(true);
});

test('more is better where the bound says so', () => {
  const best: Bound = {
    ...cpu({ kind: 'ratio-at-least', factor: 1, against: ['hocus'] }),
    path: 'best.deliveries',
  };
  const lines = [
    line('ours', 1, { best: { deliveries: 90 } }),
    line('hocus', 1, { best: { deliveries: 100 } }),
  ];
  expect(rowOf(best, lines)!.holds).toBe(false);
});

test('near the bound, few rounds are not enough', () => {
  expect(rowOf(cpu({ kind: 'at-most', limit: 7 }), threeRounds)!.notes).toEqual([
    'near the bound: five rounds of 20 s',
  ]);
  expect(rowOf(cpu({ kind: 'at-most', limit: 70 }), threeRounds)!.notes).toEqual([]);
});

test('what was lost, and a generator that was the limit, are said', () => {
  const lines = [line('ours', 1, { cpuPer1M: 1, ratio: 0.9, genUtil: 0.97 })];
  const { notes } = rowOf(cpu({ kind: 'at-most', limit: 70 }), lines)!;
  expect(notes).toEqual(['something was late or lost', 'the generator was the limit']);
});

test('no row without runs, and failed runs are no figures', () => {
  expect(rowOf(half, [line('ours', 1, { cpuPer1M: 1 })])).toBeNull();
  expect(rowOf(half, [line('ours', 1, { error: 'gone' }), line('yws', 1, { cpuPer1M: 1 })])).toBeNull();
  expect(report([line('ours', 1, { error: 'gone' })])).toContain('Failed: S2 ours, round 1: gone');
});

test('the table counts what holds', () => {
  const table = report(threeRounds);
  expect(table).toContain(
    '| S2 | CPU s per million deliveries | 6.00 (5.00–7.00) | hocus 16.0 (15.0–17.0) |',
  );
  expect(table).toContain('1 of 1 bounds hold.');
});

test('numbers are short', () => {
  expect([1234567.8, 123.4, 12.34, 1.234, 0].map(short)).toEqual([
    '1,234,568',
    '123',
    '12.3',
    '1.23',
    '0.00',
  ]);
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
