/**
 * How the database behaves, set for the connection and read back: a promise about the disk that the
 * library did not take is worse than none, so a difference throws.
 */
import type { Database } from './statement';

/** The event loop waits too: only for a reader from outside that is about to end. */
export const busyTimeoutMs = 1000;

const settings: readonly (readonly [name: string, set: string, expected: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  // Each commit is flushed to disk before it answers.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  // What is deleted is overwritten.
  ['secure_delete', 'ON', 1],
  ['busy_timeout', String(busyTimeoutMs), busyTimeoutMs],
];

export function setPragmas(db: Database): void {
  for (const [name, set, expected] of settings) {
    db.exec(`PRAGMA ${name} = ${set}`);
    const found = readPragma(db, name);
    if (found !== expected) throw new Error(`SQLite did not take ${name} = ${set}: it is ${String(found)}`);
  }
}

export function readPragma(db: Database, name: string): unknown {
  const row = db.prepare(`PRAGMA ${name}`).get() ?? {};
  // busy_timeout alone calls its column otherwise.
  return row[name] ?? row['timeout'];
}
