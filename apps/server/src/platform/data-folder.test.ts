import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadKeys, openDataFolder } from './data-folder';
import { StartError } from './start-error';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'mufakat-data-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

it('makes the folder, for its owner only, and leaves nothing of its test behind', () => {
  const folder = join(base, 'a', 'data');
  const data = openDataFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(data.databaseFile).toBe(join(folder, 'mufakat.db'));
  expect(existsSync(join(folder, `.write-test-${process.pid}`))).toBe(false);
  data.release();
});

it('says in one line which folder cannot be written and what was expected', () => {
  const file = join(base, 'file');
  writeFileSync(file, '');
  // Below /proc not even root can make a folder, and the system says that /proc itself is not there.
  for (const folder of [file, join(file, 'below'), '/proc/mufakat/data']) {
    const open = () => openDataFolder(folder);
    expect(open).toThrow(StartError);
    expect(open).toThrow(`DATA_DIR is "${folder}"; expected a folder that can be written`);
  }
});

it('holds the folder against a second server, until it is released', () => {
  const first = openDataFolder(base);
  expect(() => openDataFolder(base)).toThrow(StartError);
  expect(() => openDataFolder(base)).toThrow('no other server');
  first.release();
  first.release();
  openDataFolder(base).release();
});

it('the lock of a killed process is free at once, and that of a living one is not', async () => {
  const libsql = createRequire(import.meta.url).resolve('libsql');
  const script =
    `const db = new (require(${JSON.stringify(libsql)}))(process.argv[1]); db.exec('BEGIN EXCLUSIVE'); ` +
    `console.log('held'); setInterval(() => db.inTransaction, 1000)`;
  const child = spawn(process.execPath, ['-e', script, join(base, 'mufakat.lock')]);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  expect(() => openDataFolder(base)).toThrow('no other server');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  openDataFolder(base).release();
});

it('makes a secret once, for its owner only, and signs with it ever after', () => {
  const first = loadKeys(base).sign('link-1');
  const file = join(base, 'keys', 'link.key');
  expect(readFileSync(file)).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(base, 'keys')).mode & 0o777).toBe(0o700);
  expect(first).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const again = loadKeys(base);
  expect(again.sign('link-1')).toBe(first);
  expect(again.sign('link-2')).not.toBe(first);
  expect(loadKeys(join(base, 'other')).sign('link-1')).not.toBe(first);
});

it('refuses a secret that was cut short, rather than let every link fail', () => {
  loadKeys(base);
  writeFileSync(join(base, 'keys', 'link.key'), 'short');
  expect(() => loadKeys(base)).toThrow(StartError);
});
