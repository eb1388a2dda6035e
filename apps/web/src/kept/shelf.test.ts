import { id, who } from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import { meetingId } from '../live/testing';
import {
  keepOrdersMs,
  keepWordsMs,
  mostWordsBytes,
  readRow,
  type KeptContent,
  type KeptRow,
} from './kept-row';
import { memoryRows, type Rows } from './memory-rows';
import { Shelf } from './shelf.svelte';

const place = { meetingId, personId: who.chair };
const words: KeptContent = { kind: 'words', document: 'agenda/x', update: new Uint8Array([1, 2]) };
const ballot: KeptContent = {
  kind: 'ballot',
  message: {
    meetingId,
    ballot: { ballotId: id(9), pollId: id(8), choice: { kind: 'vote', vote: 'yes' } },
  },
};

function row(key: string, content: KeptContent = words, more: Partial<KeptRow> = {}): KeptRow {
  return { key, ...place, at: 0, content, ...more };
}

function shelfAt() {
  const clock = { now: 0 };
  const rows = memoryRows();
  return { clock, rows, shelf: new Shelf(rows, true, () => clock.now) };
}

it('gives back what this person kept in this meeting, oldest first, and nothing else', async () => {
  const { shelf } = shelfAt();
  await shelf.put(row('b', words, { at: 2 }));
  await shelf.put(row('a', ballot, { at: 1 }));
  await shelf.put(row('c', words, { personId: who.guest }));
  await shelf.put(row('d', words, { meetingId: id(77) }));
  expect((await shelf.of(place)).map(({ key }) => key)).toEqual(['a', 'b']);
});

it('lets go of what a ballot said after a day, of everything after thirty', async () => {
  const { shelf, rows, clock } = shelfAt();
  await shelf.put(row('words'));
  await shelf.put(row('ballot', ballot));
  clock.now = keepOrdersMs + 1;
  expect((await shelf.of(place)).map(({ content }) => content.kind)).toEqual(['words', 'stale']);
  expect(JSON.stringify(await rows.all())).not.toContain('yes');
  clock.now = keepWordsMs + 1;
  expect(await shelf.of(place)).toEqual([]);
  expect(await rows.all()).toEqual([]);
});

it('tidies other people’s rows too, and those that it cannot read', async () => {
  const { shelf, rows, clock } = shelfAt();
  await shelf.put(row('theirs', ballot, { personId: who.guest }));
  await rows.put({ key: 'odd' } as unknown as KeptRow);
  clock.now = keepOrdersMs + 1;
  await shelf.of(place);
  expect((await rows.all()).map((one) => readRow(one)?.content)).toEqual([{ kind: 'stale' }]);
});

it('clears a meeting that has sent its person away, and takes nothing of it until they are back', async () => {
  const { shelf } = shelfAt();
  await shelf.put(row('a'));
  await shelf.put(row('b', words, { meetingId: id(77) }));
  await shelf.bar(meetingId);
  await shelf.put(row('c'));
  expect(await shelf.of(place)).toEqual([]);
  expect(await shelf.of({ ...place, meetingId: id(77) })).toHaveLength(1);
  shelf.welcome(meetingId);
  await shelf.put(row('d'));
  expect(await shelf.of(place)).toHaveLength(1);
  await shelf.clear();
  expect(await shelf.of({ ...place, meetingId: id(77) })).toEqual([]);
});

it('says so where the device refuses, and remembers for this page', async () => {
  const full: Rows = { ...memoryRows(), put: () => Promise.reject(new Error('full')) };
  const shelf = new Shelf(full, true);
  await shelf.put(row('a', words, { at: Date.now() }));
  expect(shelf.durable).toBe(false);
  expect(await shelf.of(place)).toHaveLength(1);
});

it('does not keep words without measure', async () => {
  const { shelf } = shelfAt();
  await shelf.put(row('a', { ...words, update: new Uint8Array(mostWordsBytes + 1) }));
  expect(shelf.durable).toBe(false);
  expect(await shelf.of(place)).toEqual([]);
});
