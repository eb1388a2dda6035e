import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { StartError } from '../../platform/start-error';
import { removeFolders, temporaryFolder } from '../contract/testing';
import { migrate } from './migrate';
import { readPragma, setPragmas } from './pragmas';
import { migrations } from './schema';
import { openSqliteStore } from './sqlite-store';
import { openDatabase } from './statement';

afterEach(removeFolders);

it('brings a database forward step by step, keeping what is in it', () => {
  const db = openDatabase(':memory:');
  const steps = ['CREATE TABLE a (x)', 'INSERT INTO a VALUES (1)', 'ALTER TABLE a ADD COLUMN y'];
  migrate(db, steps.slice(0, 2));
  migrate(db, steps);
  migrate(db, steps);
  expect(db.prepare('SELECT count(*) AS n FROM a').get()).toMatchObject({ n: 1 });
  expect(readPragma(db, 'user_version')).toBe(3);
});

it('a step that fails leaves the database at the step before', () => {
  const db = openDatabase(':memory:');
  expect(() => migrate(db, ['CREATE TABLE a (x)', 'CREATE TABLE b (x); CREATE TABLE a (x)'])).toThrow(
    'exists',
  );
  expect(readPragma(db, 'user_version')).toBe(1);
  expect(() => db.prepare('SELECT * FROM b')).toThrow('no such table');
});

it('a database newer than the program is refused in one sentence', () => {
  const file = join(temporaryFolder(), 'mufakat.db');
  const db = openDatabase(file);
  db.exec(`PRAGMA user_version = ${migrations.length + 1}`);
  db.close();
  expect(() => openSqliteStore({ file })).toThrow(StartError);
  expect(() => openSqliteStore({ file })).toThrow(/version 2, this program knows versions up to 1/);
});

it('the disk is asked for what the promises need, and the answer is read', () => {
  const db = openDatabase(join(temporaryFolder(), 'mufakat.db'));
  setPragmas(db);
  expect(readPragma(db, 'synchronous')).toBe(2);
  expect(readPragma(db, 'journal_mode')).toBe('wal');
  expect(readPragma(db, 'secure_delete')).toBe(1);
  // A database in memory cannot have a write-ahead log.
  expect(() => setPragmas(openDatabase(':memory:'))).toThrow('journal_mode');
});

it('every table is strict', () => {
  const db = openDatabase(':memory:');
  migrate(db);
  expect(
    db.prepare("SELECT name FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite_%'").all(),
  ).toEqual([]);
});
