import { describe, expect, it } from 'vitest';
import * as formats from './formats';

const start = new Date('2026-11-24T02:00:00Z');

describe('formats', () => {
  it('tells the time in the zone that is named', () => {
    expect(formats.clockInZone('id', start, 'Asia/Jakarta')).toBe('09.00 WIB');
    expect(formats.clockInZone('en', start, 'Asia/Jakarta')).toBe('09:00 WIB');
    expect(formats.clockInZone('id', start, 'Asia/Makassar')).toBe('10.00 WITA');
    expect(formats.clockInZone('id', start, 'Asia/Jayapura')).toBe('11.00 WIT');
    expect(formats.clockInZone('en', start, 'Asia/Dili')).toBe('11:00 GMT+9');
    expect(formats.clock('en', '2026-11-23T17:00:00Z', 'Asia/Jakarta')).toBe('00:00');
  });

  it('names days', () => {
    expect(formats.day('id', start, 'Asia/Jakarta')).toBe('Selasa, 24 November 2026');
    expect(formats.day('en', start, 'Asia/Jakarta')).toContain('24 November 2026');
    expect(formats.day('id', start, 'Asia/Jakarta', 'short')).toBe('24 Nov');
  });

  it('shows spans like a clock face', () => {
    expect(formats.duration('id', 760_000)).toBe('12.40');
    expect(formats.duration('en', 760_000)).toBe('12:40');
    expect(formats.duration('id', 3_725_000)).toBe('1.02.05');
    expect(formats.duration('id', 0)).toBe('0.00');
    expect(formats.duration('id', 1)).toBe('0.01');
    expect(formats.duration('id', -200)).toBe('0.00');
    expect(formats.duration('id', -35_000)).toBe('+0.35');
  });

  it('writes numbers, lists and how long ago', () => {
    expect(formats.number('id', 12.9)).toBe('12,9');
    expect(formats.number('en', 12.9)).toBe('12.9');
    expect(formats.list('id', ['FG', 'DA', 'BP'])).toBe('FG, DA, dan BP');
    expect(formats.list('en', ['FG', 'DA'])).toBe('FG and DA');
    expect(formats.relative('id', -180_000)).toBe('3 menit yang lalu');
    expect(formats.relative('en', 2 * 86_400_000)).toBe('in 2 days');
  });
});
