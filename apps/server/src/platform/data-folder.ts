/**
 * The data folder: made where it is missing, seen to be writable, and held by one process at a time.
 *
 * The lock is an exclusive transaction on a tiny database of its own, held for the life of the process: the
 * kernel lets go of it at `kill -9`, and no stale file is ever in the way. Never open `mufakat.lock` otherwise in
 * this process: closing any handle of it would free the lock (POSIX).
 *
 * Keys lie beside the database, never in it, so that a copy of the database alone opens no link.
 */
import { createHmac, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { openDatabase, type Database } from '../store/sqlite/statement';
import type { Keys } from './ports';
import { StartError } from './start-error';

export interface DataFolder {
  folder: string;
  databaseFile: string;
  /** For an orderly end, and for tests; a killed process need not. */
  release(): void;
}

/** Keeps the locks from the garbage collector, which would open them. */
const held = new Set<Database>();

export function openDataFolder(folder: string): DataFolder {
  makeFolder(folder);
  const lock = takeLock(folder);
  held.add(lock);
  return {
    folder,
    databaseFile: join(folder, 'mufakat.db'),
    release() {
      if (!held.delete(lock)) return;
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}

/** 32 secret bytes, made once. */
export function loadKeys(folder: string): Keys {
  const keys = join(folder, 'keys');
  const file = join(keys, 'link.key');
  if (!existsSync(file)) {
    mkdirSync(keys, { recursive: true, mode: 0o700 });
    writeWhole(keys, file, randomBytes(keyBytes));
  }
  const secret = readFileSync(file);
  if (secret.length !== keyBytes) {
    throw new StartError(`${file} holds ${secret.length} bytes; expected the ${keyBytes} it was made with.`);
  }
  return { sign: (text) => createHmac('sha256', secret).update(text).digest('base64url') };
}

const keyBytes = 32;

function makeFolder(folder: string): void {
  const probe = join(folder, `.write-test-${process.pid}`);
  try {
    makeMissing(folder);
    closeSync(openSync(probe, 'w', 0o600));
    rmSync(probe);
  } catch (error) {
    throw new StartError(
      `DATA_DIR is "${folder}"; expected a folder that can be written (${codeOf(error)}).`,
    );
  }
}

/** One by one: Node's own recursive way tries for ever where the system says that a parent which is there is not. */
function makeMissing(folder: string): void {
  if (existsSync(folder)) return;
  makeMissing(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function takeLock(folder: string): Database {
  let lock: Database | null = null;
  try {
    lock = openDatabase(join(folder, 'mufakat.lock'));
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (codeOf(error) !== 'SQLITE_BUSY') throw error;
    throw new StartError(`DATA_DIR is "${folder}"; expected a folder that no other server is running on.`);
  }
}

/** Either the whole file under its name or none, whenever the power goes. */
export function writeWhole(folder: string, file: string, bytes: Uint8Array): void {
  const temporary = `${file}.new`;
  const descriptor = openSync(temporary, 'w', 0o600);
  writeSync(descriptor, bytes);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(temporary, file);
  syncFolder(folder);
}

/** So that after a power cut the new name is found in its folder. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
