/** Synthetic documents: the same for all, and their sections fit the frames of ours. */
import { wireLimits } from '@mufakat/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeSections, readParts, writeParts } from './documents';

test('a document is its sections, each of another client, each fit for one frame', () => {
  // One of each typist.
  const bytes = 800_000;
  const sections = makeSections(bytes);
  expect(sections.length).toBe(4);
  for (const section of sections) expect(section.length).toBeLessThan(wireLimits.documentFrameBytes - 16);
  const doc = new Y.Doc();
  for (const section of sections) Y.applyUpdate(doc, section);
  expect(doc.store.clients.size).toBe(sections.length);
  expect(doc.store.pendingStructs).toBeNull();
  const whole = Y.mergeUpdates(sections);
  expect(whole.length).toBeGreaterThan(bytes);
});

test('it is the same every time', () => {
  expect(makeSections(1)).toEqual(makeSections(1));
});

test('parts come out of a file as they went in', () => {
  const parts = [new Uint8Array([1, 2, 3]), new Uint8Array(0), new Uint8Array(300).fill(7)];
  expect(readParts(writeParts(parts))).toEqual(parts);
  expect(readParts(new Uint8Array(0))).toEqual([]);
});
