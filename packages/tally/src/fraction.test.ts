/** Exact shares. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareShare, meetsShare, neededFor, parseShare, readShare, shareOf } from './fraction';

describe('shares', () => {
  test.each(['0/1', '1/1', '2/3', '6666/10000', '0/5'])('[T1] %s is a share', (share) => {
    expect(readShare(share)).toBeDefined();
  });

  test.each([
    '',
    '1',
    '3/2',
    '1/0',
    '-1/2',
    '01/2',
    '1/02',
    ' 1/2',
    '0.5',
    '50%',
    '½',
    '1/2\n',
    '1e1/20',
    'a/b',
    '1/2/3',
  ])('[T1] %j is none', (share) => {
    expect(readShare(share)).toBeUndefined();
    expect(() => parseShare(share)).toThrow(RangeError);
  });

  test('[T1] they are compared as fractions, not as text or floats', () => {
    expect(compareShare('2/4', '1/2')).toBe(0);
    expect(compareShare('333333333333/999999999999', '1/3')).toBe(0);
    expect(compareShare('6666/10000', '2/3')).toBe(-1);
    expect(compareShare('2/3', '10/16')).toBe(1);
  });

  test('[T1] two thirds is 2/3 and never 66.66 %: 6666 of 10000 misses it, 6667 meets it', () => {
    expect(meetsShare(6666, 10_000, '2/3', false)).toBe(false);
    expect(meetsShare(6667, 10_000, '2/3', false)).toBe(true);
  });

  test('[T1] a base of 0 never meets, whatever is asked', () => {
    expect(meetsShare(0, 0, '0/1', false)).toBe(false);
  });

  test('[T1] more than half of 41 is 21, of 40 is 21; at least half of 40 is 20', () => {
    expect([neededFor(41, '1/2', true), neededFor(40, '1/2', true), neededFor(40, '1/2', false)]).toEqual([
      21, 21, 20,
    ]);
  });

  test('[T1] the number needed is the smallest that meets', () => {
    const share = fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 20 })).filter(([a, b]) => a <= b);
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 2 ** 52 }), fc.boolean(), ([num, den], of, strict) => {
        const text = `${num}/${den}`;
        const need = neededFor(of, text, strict);
        expect(meetsShare(need, of, text, strict)).toBe(true);
        if (need > 0) expect(meetsShare(need - 1, of, text, strict)).toBe(false);
      }),
    );
  });

  test('[T1] a share of a count is in lowest terms', () => {
    expect([shareOf(30, 60), shareOf(0, 5), shareOf(0, 0), shareOf(5, 5)]).toEqual([
      '1/2',
      '0/1',
      '0/1',
      '1/1',
    ]);
  });
});
