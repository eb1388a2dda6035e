/** A document's past, from a store on disk; and what a long one costs. */
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentUpdate, Store } from '../store/ports';
import { removeFolders, requestOf, temporaryFolder } from '../store/contract/testing';
import { openSqliteStore } from '../store/sqlite/sqlite-store';
import { DocumentHistory } from './document-history';

const name = 'notes/aaaaaaaaaaaaaaaaaaaaaa';
let store: Store;
let reads: { updates: number; marks: number };
let now: number;
let history: DocumentHistory;

beforeEach(async () => {
  const opened = openSqliteStore({ file: join(temporaryFolder(), 'mufakat.db') });
  await opened.append(requestOf({ rows: [{ row: 'document', name }] }));
  store = opened;
  now = 1_000;
  reads = { updates: 0, marks: 0 };
  const counted: Pick<Store, 'readUpdates' | 'readMarks' | 'readClients'> = {
    readUpdates: (...given) => (reads.updates++, opened.readUpdates(...given)),
    readMarks: (...given) => (reads.marks++, opened.readMarks(...given)),
    readClients: (...given) => opened.readClients(...given),
  };
  history = new DocumentHistory({ store: counted, clock: { now: () => now } });
});

afterEach(async () => {
  await store.close();
  removeFolders();
});

/** Writes each text on its own, as one update, a minute apart. */
async function write(...texts: string[]): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const updates: DocumentUpdate[] = [];
  doc.on('update', (update: Uint8Array) => {
    const newClients = updates.length === 0 ? [doc.clientID] : [];
    updates.push({ update, by: 'ana', at: updates.length * 60_000, newClients });
  });
  for (const text of texts) doc.getText('t').insert(doc.getText('t').length, text);
  await store.appendUpdates(name, updates);
  return doc;
}

async function textAt(n: number, personId = 'ana'): Promise<string> {
  const state = await history.stateAt(name, n, personId);
  if (!state.ok) return state.code;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state.value);
  return doc.getText('t').toJSON();
}

test('the document as it was after each update; numbers that are none are not found', async () => {
  await write('satu', ' dua', ' tiga');
  expect(await textAt(1)).toBe('satu');
  expect(await textAt(2)).toBe('satu dua');
  expect(await textAt(3)).toBe('satu dua tiga');
  for (const n of [4, 99]) expect(await textAt(n)).toBe('not_found');
});

test('what was deleted before is not in it', async () => {
  const doc = await write('rahasia');
  const before = Y.encodeStateVector(doc);
  doc.getText('t').delete(0, 7);
  await store.appendUpdates(name, [
    { update: Y.encodeStateAsUpdate(doc, before), by: 'ana', at: 0, newClients: [] },
  ]);
  const state = await history.stateAt(name, 2, 'ana');
  expect(state.ok && Buffer.from(state.value).includes('rahasia')).toBe(false);
  expect(await textAt(1)).toBe('rahasia');
});

test('versions and who is behind a client id; asked again, only what is new is read', async () => {
  const doc = await write('satu', ' dua');
  const authors = [{ clientId: doc.clientID, personId: 'ana' }];
  expect(await history.versions(name)).toEqual({ versions: [{ n: 2, at: 60_000, by: ['ana'] }], authors });
  await store.appendUpdates(name, [
    { update: new Uint8Array([0, 0]), by: 'budi', at: 3_600_000, newClients: [] },
  ]);
  expect((await history.versions(name)).versions).toEqual([
    { n: 3, at: 3_600_000, by: ['budi'] },
    { n: 2, at: 60_000, by: ['ana'] },
  ]);
  await expect(history.versions('notes/none')).rejects.toThrow('no such document');
});

test('the same old state is made once, also where two ask at once', async () => {
  await write('satu', ' dua');
  expect(await Promise.all([textAt(1), textAt(1), textAt(1)])).toEqual(['satu', 'satu', 'satu']);
  expect(await textAt(1)).toBe('satu');
  expect(reads.updates).toBe(1);
});

test('one person has so many made, and later more; what is made already costs nothing', async () => {
  await write(...Array.from({ length: 60 }, (_, n) => String(n % 10)));
  for (let n = 1; n <= 40; n++) expect(await textAt(n)).toHaveLength(n);
  expect(await textAt(41)).toBe('too_many_requests');
  expect(await textAt(40)).toHaveLength(40);
  expect(await textAt(41, 'budi')).toHaveLength(41);
  now += 1_000;
  expect(await textAt(42)).toHaveLength(42);
});

test(
  'fifty thousand updates: read once, replayed in slices that let others through',
  { timeout: 60_000 },
  async () => {
    await write(...Array.from({ length: 50_000 }, (_, n) => String(n % 10)));
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const versions = await timed(() => history.versions(name));
    const again = await timed(() => history.versions(name));
    const state = await timed(() => history.stateAt(name, 49_999, 'ana'));
    delay.disable();
    const longestMs = Math.round(delay.max / 1e6);
    console.info(
      `50,000 updates: versions ${versions} ms, again ${again} ms, an old state ${state} ms, longest stop ${longestMs} ms`,
    );
    expect(reads.marks).toBeLessThan(60);
    // In one piece it would be all of it, however busy the machine is.
    expect(longestMs).toBeLessThan(Math.max(250, state / 2));
  },
);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return Math.round(performance.now() - startedAt);
}
