import type { Meeting } from '@mufakat/domain';
import { agenda, at, fold, opened, type Entry } from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import { adoptedRows, plannedTimes, totalMinutes } from './planned-times';

const minute = 60_000;
const rows = (entries: readonly Entry[]) =>
  adoptedRows(fold(entries) as Meeting).map((row) => [row.is, row.at] as const);

it('adds up minutes from the start', () => {
  expect(plannedTimes(at(0), [{ minutes: 15 }, { minutes: 30 }, { minutes: 5 }])).toEqual([
    at(0),
    at(15),
    at(45),
  ]);
  expect(plannedTimes(at(0), [])).toEqual([]);
  expect(totalMinutes([{ minutes: 15 }, { minutes: 30 }])).toBe(45);
});

it('plans from the meeting start before anything runs', () => {
  expect(rows(opened())).toEqual([
    ['coming', at(0)],
    ['coming', at(10)],
    ['coming', at(50)],
  ]);
});

it('follows the running item, its extensions and its pauses, and keeps when what is done began', () => {
  const entries: Entry[] = [
    ...opened(),
    { event: { type: 'item.started', item: agenda[0]! }, at: at(20) },
    { event: { type: 'item.started', item: agenda[1]! }, at: at(35) },
    { event: { type: 'item.extended', itemId: agenda[1]!.id, minutes: 5 }, at: at(40) },
    {
      event: { type: 'meeting.paused', kind: 'break', reason: { id: 'w', text: '' }, until: at(60) },
      at: at(45),
    },
    { event: { type: 'meeting.resumed' }, at: at(55) },
  ];
  expect(rows(entries)).toEqual([
    ['done', at(20)],
    ['running', at(35)],
    ['coming', at(35) + (40 + 5 + 10) * minute],
  ]);
});
