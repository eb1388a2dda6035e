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

it('documents of the first version get their updates’ time, and meetings their notes and minutes', () => {
  const db = openDatabase(':memory:');
  migrate(db, migrations.slice(0, 1));
  db.exec(`
    INSERT INTO streams (id, kind, seq) VALUES ('m', 'meeting', 2);
    INSERT INTO events (stream, seq, v, at, type, body, salt, prev, leaf)
      VALUES ('m', 1, 1, 500, 't', '{}', '', '', ''), ('m', 2, 1, 900, 't', '{}', '', '', '');
    INSERT INTO documents (name, stream) VALUES ('agenda/m', 'm'), ('wording/d', 'm');
    INSERT INTO document_updates (document, n, "by", bytes) VALUES (2, 1, 'ana', x'0000');
  `);
  migrate(db);
  expect(db.prepare('SELECT at FROM document_updates').all()).toMatchObject([{ at: 900 }]);
  expect(db.prepare('SELECT name, stream FROM documents ORDER BY n').all()).toMatchObject([
    { name: 'agenda/m', stream: 'm' },
    { name: 'wording/d', stream: 'm' },
    { name: 'notes/m', stream: 'm' },
    { name: 'minutes/m', stream: 'm' },
  ]);
});

it('a database newer than the program is refused in one sentence', () => {
  const file = join(temporaryFolder(), 'mufakat.db');
  const db = openDatabase(file);
  db.exec(`PRAGMA user_version = ${migrations.length + 1}`);
  db.close();
  expect(() => openSqliteStore({ file })).toThrow(StartError);
  expect(() => openSqliteStore({ file })).toThrow(/version 6, this program knows versions up to 5/);
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
