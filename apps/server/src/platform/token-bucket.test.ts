import { describe, expect, it } from 'vitest';
import { TokenBucket, TokenBuckets } from './token-bucket';

describe('a bucket', () => {
  it('gives its burst, then its rate, and never more than its burst', () => {
    const bucket = new TokenBucket(2, 3, 0);
    const taken = (now: number) => [0, 1, 2, 3].filter(() => bucket.take(now)).length;
    expect(taken(0)).toBe(3);
    expect(taken(500)).toBe(1);
    expect(taken(60_000)).toBe(3);
  });

  it('takes nothing where there is not enough', () => {
    const bucket = new TokenBucket(1, 5, 0);
    expect(bucket.take(0, 6)).toBe(false);
    expect(bucket.take(0, 5)).toBe(true);
  });

  it('says how long to wait', () => {
    const bucket = new TokenBucket(2, 1, 0);
    expect(bucket.waitMs(0)).toBe(0);
    bucket.take(0);
    expect(bucket.waitMs(0)).toBe(500);
    expect(bucket.waitMs(400)).toBe(100);
  });

  it('a clock that jumps back gives nothing away and locks nobody out', () => {
    const bucket = new TokenBucket(1, 1, 1_000_000);
    bucket.take(1_000_000);
    expect(bucket.take(0)).toBe(false);
    expect(bucket.take(1_000)).toBe(true);
  });
});

describe('buckets by key', () => {
  it('let one key pay without the other', () => {
    const buckets = new TokenBuckets(1, 1);
    expect(buckets.take('ani', 0)).toBe(true);
    expect(buckets.take('ani', 0)).toBe(false);
    expect(buckets.take('budi', 0)).toBe(true);
  });

  it('look without taking', () => {
    const buckets = new TokenBuckets(1, 1);
    expect([buckets.has('ani', 0), buckets.has('ani', 0)]).toEqual([true, true]);
    buckets.take('ani', 0);
    expect(buckets.has('ani', 0)).toBe(false);
  });

  it('forget who is full again, and keep who is not', () => {
    const buckets = new TokenBuckets(1, 10, 2);
    buckets.take('rested', 0);
    buckets.take('spent', 9_500, 10);
    buckets.take('new', 10_000);
    expect(buckets.take('spent', 10_000, 5)).toBe(false);
  });

  it('a million keys neither fill the memory nor stall', () => {
    const buckets = new TokenBuckets(1, 10, 1_000);
    const before = process.cpuUsage();
    for (let key = 0; key < 1_000_000; key += 1) buckets.take(`key-${key}`, key / 1_000);
    // Of processor time, so that what else the machine does is not counted.
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });
});
