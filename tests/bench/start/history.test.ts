/** The history that a start is measured on: true records, a large document, made once and used again. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { openSqliteStore } from '../../../apps/server/src/store/sqlite/sqlite-store';
import { newDataDir } from '../../harness/server-process';
import { historyIn } from './history';

const parent = newDataDir();
const folder = join(parent, 'one');
afterAll(() => rmSync(parent, { recursive: true, force: true }));

test('a meeting has a thousand events that verify and a goal of a megabyte, and is not made twice', async () => {
  const history = await historyIn(folder, 1, () => undefined);
  const { meetingId, goalId } = history.inSession;
  const store = openSqliteStore({ file: join(folder, 'mufakat.db') });
  expect(await store.findStream(meetingId)).toMatchObject({ seq: 1000 });
  const { snapshot, updates, clients, last } = await store.loadDocument(`goal/${goalId}`);
  expect(snapshot).not.toBeNull();
  expect(clients).toHaveLength(4);
  expect(last).toBeGreaterThan(5000);
  const doc = new Y.Doc();
  for (const update of [snapshot, ...updates]) if (update) Y.applyUpdate(doc, update);
  const { length } = Y.encodeStateAsUpdate(doc);
  expect(length).toBe(history.documentBytes);
  expect(length / 1e6).toBeCloseTo(1, 1);
  await store.close();
  expect(await historyIn(folder, 1, () => undefined)).toEqual(history);
});
