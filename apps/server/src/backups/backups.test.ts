/** Backups taken and restored on real folders, without a server; tests/backup does it while people work. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { linkHash } from '@mufakat/record';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKeys, openDataFolder } from '../platform/data-folder';
import { coalition, meeting, removeFolders, requestOf, temporaryFolder } from '../store/contract/testing';
import { copyDatabase } from '../store/sqlite/copy';
import { openSqliteStore } from '../store/sqlite/sqlite-store';
import { openDatabase } from '../store/sqlite/statement';
import { problemOf, type BackupProblem } from './backup-error';
import { manifestName, sealFiles } from './manifest';
import { inSilence } from './progress';
import { restoreBackup } from './restore-backup';
import { takeBackup } from './take-backup';

const copy = async (source: string, target: string) => copyDatabase(source, target);
const quiet = { progress: inSilence, writing: () => undefined };
const ports = { ...quiet, copy, now: () => 0 };

let base = '';
let data = '';
let target = '';
let restored = '';

beforeEach(async () => {
  base = temporaryFolder();
  data = join(base, 'data');
  target = join(base, 'backups', 'today');
  restored = join(base, 'restored');
  mkdirSync(data);
  loadKeys(data);
  const store = openSqliteStore({ file: join(data, 'mufakat.db') });
  await store.append(requestOf({ stream: coalition }));
  await store.append(
    requestOf({
      bodies: [{ n: 1 }, { word: { id: 'w', text: 'words' } }],
      rows: [
        { row: 'document', name: 'agenda/meeting-1' },
        { row: 'box', pollId: 'p' },
      ],
    }),
  );
  await store.appendUpdates('agenda/meeting-1', [
    { update: new Uint8Array([0, 0]), by: 'person-1', at: 1, newClients: [] },
  ]);
  await store.castBallot({ pollId: 'p', ballotId: 'b', voter: 'v', castBy: 'v', choice: {}, at: 1 });
  await store.close();
});
afterEach(removeFolders);

async function problem(work: Promise<unknown>): Promise<BackupProblem> {
  return work.then(
    () => {
      throw new Error('it was done');
    },
    (error: unknown) => problemOf(error),
  );
}

const everything = { coalitions: 1, meetings: 1, events: 3, documents: 1, updates: 1, ballots: 1 };

describe('a backup', () => {
  it('says what is in it, is its owner’s alone, and leaves nothing else behind', async () => {
    expect(await takeBackup(data, target, ports)).toEqual(everything);
    expect(readdirSync(join(base, 'backups'))).toEqual(['today']);
    expect(statSync(target).mode & 0o777).toBe(0o700);
    for (const name of ['mufakat.db', 'keys/link.key', manifestName])
      expect([name, statSync(join(target, name)).mode & 0o777]).toEqual([name, 0o600]);
  });

  it('leaves out the keys of secret questions', async () => {
    const polls = join(data, 'keys', 'polls');
    mkdirSync(polls);
    writeFileSync(join(polls, 'question.key'), 'a key that must stay');
    await takeBackup(data, target, ports);
    expect(readdirSync(join(target, 'keys'))).toEqual(['link.key']);
  });

  it('holds nothing that was erased before', async () => {
    const store = openSqliteStore({ file: join(data, 'mufakat.db') });
    const [last] = await store.readEvents(meeting.id, 1, 1);
    const prev = last ? linkHash(last) : '';
    await store.append(requestOf({ expectedSeq: 2, prev, rows: [{ row: 'erase', wordsIds: ['w'] }] }));
    await store.close();
    await takeBackup(data, target, ports);
    expect(readFileSync(join(target, 'mufakat.db')).includes('"words"')).toBe(false);
  });

  it('is taken of what is committed, while a server holds the folder and a write is under way', async () => {
    const folder = openDataFolder(data);
    const writer = openDatabase(folder.databaseFile);
    writer.exec('PRAGMA journal_mode = WAL; BEGIN IMMEDIATE');
    writer.exec("INSERT INTO meta (key, value) VALUES ('half', 1)");
    expect(await takeBackup(data, target, ports)).toEqual(everything);
    writer.exec('ROLLBACK');
    writer.close();
    folder.release();
  });

  it('is refused where there is no data, and where the name is taken', async () => {
    expect(await problem(takeBackup(base, target, ports))).toEqual({ code: 'no_data', path: base });
    mkdirSync(target, { recursive: true });
    expect(await problem(takeBackup(data, target, ports))).toEqual({ code: 'target_taken', path: target });
  });

  it('leaves nothing where copying fails', async () => {
    const full = { ...ports, copy: () => Promise.reject(new Error('database or disk is full')) };
    expect(await problem(takeBackup(data, target, full))).toEqual({
      code: 'failed',
      why: 'database or disk is full',
    });
    expect(readdirSync(join(base, 'backups'))).toEqual([]);
  });

  it('of a database with a changed event is said to be damaged, and kept under another name', async () => {
    change("UPDATE events SET body = '{\"n\":2}' WHERE stream = 'meeting-1' AND seq = 1");
    const found = await problem(takeBackup(data, target, ports));
    expect(found).toMatchObject({
      code: 'damaged',
      kept: expect.stringContaining('today.partial-') as string,
    });
    expect(JSON.stringify(found)).toContain('record meeting-1: event 1');
    expect(existsSync(target)).toBe(false);
  });

  it('of a newer database is refused', async () => {
    change('PRAGMA user_version = 999');
    expect(await problem(takeBackup(data, target, ports))).toMatchObject({ code: 'newer', found: 999 });
  });
});

describe('restoring', () => {
  beforeEach(async () => void (await takeBackup(data, target, ports)));

  it('gives a data folder that a server takes, with the same keys and events', async () => {
    expect(await restoreBackup(target, restored, quiet)).toEqual(everything);
    const folder = openDataFolder(restored);
    expect(loadKeys(restored).sign('x')).toBe(loadKeys(data).sign('x'));
    const store = openSqliteStore({ file: folder.databaseFile });
    expect(await store.readEvents(meeting.id, 0, 10)).toHaveLength(2);
    expect(await store.readBallots('p')).toHaveLength(1);
    await store.close();
    folder.release();
    for (const name of ['mufakat.db', 'keys/link.key'])
      expect(statSync(join(restored, name)).mode & 0o777).toBe(0o600);
  });

  it('takes a folder that is there and empty, and no other', async () => {
    mkdirSync(restored);
    expect(await restoreBackup(target, restored, quiet)).toEqual(everything);
    const taken = { code: 'folder_taken', path: restored };
    expect(await problem(restoreBackup(target, restored, quiet))).toEqual(taken);
    const file = join(base, 'file');
    writeFileSync(file, '');
    expect(await problem(restoreBackup(target, file, quiet))).toMatchObject({ code: 'folder_taken' });
  });

  it('refuses the folder of a running server, even before it has stored anything', async () => {
    const folder = openDataFolder(restored);
    expect(await problem(restoreBackup(target, restored, quiet))).toMatchObject({ code: 'folder_taken' });
    folder.release();
  });

  it('refuses what is no backup', async () => {
    expect(await problem(restoreBackup(data, restored, quiet))).toEqual({ code: 'not_a_backup', path: data });
    writeFileSync(join(target, manifestName), '{"format":"mufakat-backup","files":{"../x":{}}}');
    expect(await problem(restoreBackup(target, restored, quiet))).toMatchObject({ code: 'not_a_backup' });
    expect(existsSync(restored)).toBe(false);
  });

  it.each([
    ['longer', (file: string) => appendFileSync(file, 'x'), 'bytes'],
    ['changed', flipLastByte, 'is not what was written'],
  ])('refuses a file that is %s, and leaves nothing', async (_, spoil, words) => {
    spoil(join(target, 'keys/link.key'));
    const found = await problem(restoreBackup(target, restored, quiet));
    expect(found).toMatchObject({ code: 'damaged', kept: null });
    expect(JSON.stringify(found)).toContain(words);
    expect(existsSync(restored)).toBe(false);
  });

  it('refuses a record that does not verify, whatever the seal says, and leaves the folder empty', async () => {
    const ofLast = "WHERE stream = 'meeting-1' AND seq = 2";
    change(`DELETE FROM openings ${ofLast}; DELETE FROM events ${ofLast}`, join(target, 'mufakat.db'));
    const sealed = JSON.parse(readFileSync(join(target, manifestName), 'utf8')) as {
      files: Record<string, { bytes: number; sha256: string }>;
    };
    sealed.files = await sealFiles(target, Object.keys(sealed.files));
    writeFileSync(join(target, manifestName), JSON.stringify(sealed));
    mkdirSync(restored);
    const found = await problem(restoreBackup(target, restored, quiet));
    expect(found).toMatchObject({ code: 'damaged' });
    expect(JSON.stringify(found)).toContain('record meeting-1: 1 events, where 2 were stored');
    expect(readdirSync(restored)).toEqual([]);
  });
});

function change(sql: string, file = join(data, 'mufakat.db')): void {
  const db = openDatabase(file);
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

function flipLastByte(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
