/** Limits that must fit one another, or honest clients would run into them. */
import { limits } from '@mufakat/domain';
import { expect, test } from 'vitest';
import { wireLimits } from './limits';

test('every limit is a positive whole number', () => {
  for (const [name, value] of Object.entries(wireLimits)) {
    expect(Number.isSafeInteger(value) && value > 0, name).toBe(true);
  }
});

test('the largest command fits a frame and a request in any script', () => {
  /** Bytes of UTF-8 for one UTF-16 code unit, at most. */
  const widest = 3;
  const around = 1024;
  expect(limits.wordingLength * widest + around).toBeLessThan(wireLimits.eventFrameBytes);
  const partner = 2 * limits.nameLength * widest + 250;
  expect(limits.partners * partner + around).toBeLessThan(wireLimits.requestBytes);
});

test('document frames: what a person types, what was written offline, the whole', () => {
  const { awarenessBytes, documentFrameBytes, documentSyncBytes, documentBytes } = wireLimits;
  expect(awarenessBytes).toBeLessThan(documentFrameBytes);
  expect(documentFrameBytes).toBeLessThan(documentSyncBytes);
  expect(documentSyncBytes).toBeLessThan(documentBytes);
});

test('a device may hold a meeting and its documents open in two tabs', () => {
  expect(wireLimits.socketsPerSession).toBeGreaterThanOrEqual(2);
  // A client opens at most six documents.
  expect(wireLimits.documentsPerSession).toBeGreaterThanOrEqual(2 * 6);
});

test('news are at most five a second; a reconnect does not look like leaving', () => {
  expect(1000 / wireLimits.coalesceMs).toBeLessThanOrEqual(5);
  expect(wireLimits.presenceGraceMs).toBeGreaterThan(wireLimits.signInMs + wireLimits.unreadMs);
});
