/** What only a real disk does: it fills up, fails to commit, and keeps what it has over a restart. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { meeting, removeFolders, requestOf, temporaryFolder } from '../contract/testing';
import { migrate } from './migrate';
import { readPragma, setPragmas } from './pragmas';
import { openSqliteStore, storeOn } from './sqlite-store';
import { openDatabase } from './statement';
import { transactionOf } from './transaction';

afterEach(removeFolders);

function openHere() {
  const db = openDatabase(join(temporaryFolder(), 'mufakat.db'));
  setPragmas(db);
  migrate(db);
  return { db, store: storeOn(db) };
}

const large = (id: string) =>
  requestOf({ stream: { ...meeting, id }, bodies: [{ text: 'x'.repeat(100_000) }], commandId: id });
const statuses = (settled: readonly PromiseSettledResult<unknown>[]) => settled.map(({ status }) => status);

it('a full disk rejects, stores nothing of the batch, and the store works again when there is room', async () => {
  const { db, store } = openHere();
  await store.append(requestOf());
  db.exec(`PRAGMA max_page_count = ${Number(readPragma(db, 'page_count')) + 2}`);
  const batch = [
    store.append(requestOf({ expectedSeq: 1 })),
    store.append(large('m2')),
    store.append(large('m3')),
  ];
  expect(statuses(await Promise.allSettled(batch))).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await store.findStream(meeting.id)).toMatchObject({ seq: 1 });
  expect(await store.findCommand('m2')).toBeNull();
  await expect(store.append(large('m2'))).rejects.toThrow('full');
  // What needs no room is still stored.
  expect(await store.append(requestOf({ expectedSeq: 1 }))).toEqual({ status: 'stored' });
  db.exec('PRAGMA max_page_count = 1000000');
  expect(await store.append(large('m2'))).toEqual({ status: 'stored' });
  expect(await store.readEvents('m2', 0, 1)).toEqual([expect.objectContaining({ seq: 1 })]);
  await store.close();
});

it('a commit that fails fails every unit of its batch, and the next batch is stored', () => {
  const db = openDatabase(':memory:');
  db.exec(
    'CREATE TABLE a (x INTEGER PRIMARY KEY); CREATE TABLE b (x REFERENCES a (x)); PRAGMA foreign_keys = ON',
  );
  const transaction = transactionOf(db);
  const unit = (sql: string) => ({ run: () => (db.exec(sql), () => undefined), fail: () => () => undefined });
  const orphan = unit('PRAGMA defer_foreign_keys = ON; INSERT INTO b VALUES (7)');
  expect(() => transaction([unit('INSERT INTO a VALUES (1)'), orphan])).toThrow('FOREIGN KEY');
  expect(db.inTransaction).toBe(false);
  expect(db.prepare('SELECT * FROM a').all()).toEqual([]);
  transaction([unit('INSERT INTO a VALUES (1)')]);
  expect(db.prepare('SELECT * FROM a').all()).toHaveLength(1);
});

it('waits for no reader from outside', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'mufakat.db');
  const store = openSqliteStore({ file });
  await store.append(requestOf());
  const reader = openDatabase(file);
  reader.exec('BEGIN');
  reader.prepare('SELECT * FROM events').all();
  const start = Date.now();
  await store.append(requestOf({ expectedSeq: 1 }));
  await store.check();
  expect(Date.now() - start).toBeLessThan(500);
  reader.exec('ROLLBACK');
  reader.close();
  await store.close();
});

it('an erasure waits for no reader from outside either, and empties the log once that one has gone', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'mufakat.db');
  const store = openSqliteStore({ file });
  await store.append(requestOf({ bodies: [{ word: { id: 'w', text: 'words' } }] }));
  const reader = openDatabase(file);
  reader.exec('BEGIN');
  reader.prepare('SELECT * FROM events').all();
  const start = Date.now();
  await store.append(requestOf({ expectedSeq: 1, rows: [{ row: 'erase', wordsIds: ['w'] }] }));
  await store.check();
  expect(Date.now() - start).toBeLessThan(500);
  reader.exec('ROLLBACK');
  await store.check();
  expect(statSync(`${file}-wal`).size).toBe(0);
  reader.close();
  await store.close();
});

it('what was stored is there after closing and opening again', async () => {
  const file = join(temporaryFolder(), 'mufakat.db');
  const first = openSqliteStore({ file });
  const request = requestOf({ bodies: [{ n: 1 }, { word: { id: 'w', text: 'words' } }], commandId: 'c' });
  await first.append(request);
  await first.close();
  const second = openSqliteStore({ file });
  expect(await second.readEvents(meeting.id, 0, 10)).toEqual(request.events);
  expect(await second.append({ ...request, expectedSeq: 0 })).toMatchObject({ status: 'repeated' });
  await second.close();
});
