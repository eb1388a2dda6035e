import { describe, expect, it } from 'vitest';
import { isZone, momentOf, wallOf } from './zoned-time';

const utc = (text: string): number => Date.parse(text);

describe('a time on the wall', () => {
  it.each([
    ['2026-11-24', '09:00', 'Asia/Jakarta', '2026-11-24T02:00:00Z'],
    ['2026-11-24', '09:00', 'Asia/Makassar', '2026-11-24T01:00:00Z'],
    ['2026-11-24', '09:00', 'Asia/Jayapura', '2026-11-24T00:00:00Z'],
    ['2026-01-01', '00:00', 'Asia/Jakarta', '2025-12-31T17:00:00Z'],
    ['2026-07-01', '12:00', 'Europe/Oslo', '2026-07-01T10:00:00Z'],
    ['2026-12-01', '12:00', 'Europe/Oslo', '2026-12-01T11:00:00Z'],
    ['2026-12-01', '00:00', 'America/New_York', '2026-12-01T05:00:00Z'],
    ['2026-12-01', '12:00', 'Asia/Kathmandu', '2026-12-01T06:15:00Z'],
    ['2026-12-01', '12:00', 'UTC', '2026-12-01T12:00:00Z'],
    ['2026-12-01', '12:00', 'Pacific/Kiritimati', '2026-11-30T22:00:00Z'],
  ])('%s %s in %s', (date, time, zone, moment) => {
    expect(momentOf(date, time, zone)).toEqual({ at: utc(moment), kind: 'once' });
  });

  it('that no clock shows is as much later', () => {
    expect(momentOf('2026-03-29', '02:30', 'Europe/Oslo')).toEqual({
      at: utc('2026-03-29T01:30:00Z'),
      kind: 'gap',
    });
    expect(momentOf('2026-03-08', '02:00', 'America/New_York')).toEqual({
      at: utc('2026-03-08T07:00:00Z'),
      kind: 'gap',
    });
    expect(momentOf('2026-03-29', '01:59', 'Europe/Oslo')?.kind).toBe('once');
    expect(momentOf('2026-03-29', '03:00', 'Europe/Oslo')).toEqual({
      at: utc('2026-03-29T01:00:00Z'),
      kind: 'once',
    });
    // Samoa left out a whole day
    expect(momentOf('2011-12-30', '12:00', 'Pacific/Apia')?.kind).toBe('gap');
  });

  it('that comes twice is the earlier', () => {
    expect(momentOf('2026-10-25', '02:30', 'Europe/Oslo')).toEqual({
      at: utc('2026-10-25T00:30:00Z'),
      kind: 'twice',
    });
    expect(momentOf('2026-11-01', '01:30', 'America/New_York')).toEqual({
      at: utc('2026-11-01T05:30:00Z'),
      kind: 'twice',
    });
    expect(momentOf('2026-10-25', '03:00', 'Europe/Oslo')).toEqual({
      at: utc('2026-10-25T02:00:00Z'),
      kind: 'once',
    });
    expect(momentOf('2026-04-05', '01:45', 'Australia/Lord_Howe')?.kind).toBe('twice'); // half an hour
  });

  it('is none where a field is empty or impossible', () => {
    for (const [date, time] of [
      ['', '09:00'],
      ['2026-11-24', ''],
      ['2026-02-31', '09:00'],
      ['2026-11-24', '24:00'],
      ['x', 'y'],
    ] as const)
      expect(momentOf(date, time, 'Asia/Jakarta')).toBeUndefined();
  });
});

it('goes there and back through every hour of a year', () => {
  const start = utc('2026-01-01T00:00:00Z');
  for (const zone of ['Asia/Jakarta', 'Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe']) {
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      const at = start + hour * 3_600_000;
      const { date, time } = wallOf(at, zone);
      const back = momentOf(date, time, zone)!;
      expect(back.kind).not.toBe('gap');
      if (back.kind === 'once') expect(back.at).toBe(at);
      else expect(at - back.at).toBeLessThanOrEqual(3_600_000);
    }
  }
});

it('knows zones', () => {
  expect(isZone('Asia/Jayapura')).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
});
