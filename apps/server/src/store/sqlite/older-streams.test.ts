/** A database of the third version, brought to the fourth: what it says to the day's tidying comes little by little. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeFolders, requestOf, temporaryFolder } from '../contract/testing';
import type { Store } from '../ports';
import { migrate } from './migrate';
import { migrations } from './schema';
import { openSqliteStore } from './sqlite-store';
import { openDatabase, type Database } from './statement';

let file: string;
let store: Store;

const coalition = { id: 'c', kind: 'coalition' as const, parent: null };
const meeting = (id: string) => ({ id, kind: 'meeting' as const, parent: 'c' });

/** One event after the other, at 100, 200, …; its words stand beside it. */
function writeStream(
  db: Database,
  id: string,
  parent: string | null,
  events: readonly [string, object][],
): void {
  const kind = parent === null ? 'coalition' : 'meeting';
  db.prepare('INSERT INTO streams (id, kind, parent, seq) VALUES (?, ?, ?, ?)').run([
    id,
    kind,
    parent,
    events.length,
  ]);
  const add = db.prepare(
    `INSERT INTO events (stream, seq, v, at, type, body, salt, prev, leaf) VALUES (?, ?, 1, ?, ?, ?, '', '', '')`,
  );
  events.forEach(([type, body], index) =>
    add.run([id, index + 1, (index + 1) * 100, type, JSON.stringify(body)]),
  );
}

beforeEach(() => {
  file = join(temporaryFolder(), 'mufakat.db');
  const db = openDatabase(file);
  migrate(db, migrations.slice(0, 3));
  writeStream(db, 'c', null, [
    ['coalition.founded', {}],
    ['coalition.changed', { retentionMonths: 3 }],
    ['partner.removed', { wordsIds: ['w1', 'w2'] }],
    ['coalition.changed', { retentionMonths: 9 }],
    ['partner.removed', { wordsIds: [] }],
  ]);
  writeStream(db, 'for-ever', null, [
    ['coalition.changed', { retentionMonths: 3 }],
    ['coalition.changed', { retentionMonths: null }],
  ]);
  writeStream(db, 'closed', 'c', [
    ['meeting.planned', {}],
    ['meeting.closed', {}],
    ['minutes.signed', {}],
  ]);
  writeStream(db, 'reopened', 'c', [
    ['meeting.closed', {}],
    ['meeting.reopened', {}],
    ['item.started', {}],
  ]);
  writeStream(db, 'planned', 'c', [['meeting.planned', {}]]);
  db.exec(`INSERT INTO openings (stream, seq, words_id, salt, text) VALUES ('closed', 1, 'w1', '', '"Ana"')`);
  db.close();
  store = openSqliteStore({ file });
});

afterEach(async () => {
  await store.close();
  removeFolders();
});

async function indexAll(atOnce: number): Promise<number[]> {
  const counts: number[] = [];
  do counts.push(await store.indexOlder(atOnce));
  while (counts.at(-1) !== 0);
  return counts;
}

it('reads no record until it is asked, then so many at a time', async () => {
  expect(await store.terms()).toEqual([]);
  expect(await indexAll(2)).toEqual([2, 2, 1, 0]);
  expect(await store.terms()).toEqual([{ stream: 'c', months: 9 }]);
  expect(await store.closedBefore('c', 1_000)).toEqual(['closed']);
  expect(await store.closedBefore('c', 200)).toEqual([]);
  expect(await store.forgetfulStreams()).toEqual(['c']);
  expect(await store.wordsLeft('c')).toEqual([{ stream: 'closed', wordsIds: ['w1'] }]);
});

it('what is stored before its turn stays', async () => {
  const append = (id: string, seq: number, at: number, type: string) => {
    const request = requestOf({ stream: id === 'c' ? coalition : meeting(id), expectedSeq: seq, at });
    return { ...request, events: request.events.map((event) => ({ ...event, type })) };
  };
  await store.append({ ...append('planned', 1, 900, 'meeting.closed'), rows: [{ row: 'closed', at: 900 }] });
  await store.append({ ...append('closed', 3, 900, 'meeting.reopened'), rows: [{ row: 'reopened' }] });
  await indexAll(9);
  expect(await store.closedBefore('c', 1_000)).toEqual(['planned']);
});

it('a start that is cut short in the middle goes on where it was', async () => {
  await store.indexOlder(2);
  await store.close();
  store = openSqliteStore({ file });
  expect(await indexAll(9)).toEqual([3, 0]);
});
