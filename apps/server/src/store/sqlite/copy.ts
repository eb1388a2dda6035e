/**
 * Copies a database as it is at one moment into a new file, while a server goes on writing: a reader in WAL mode
 * stops nobody. The copy holds what is committed and nothing that was deleted.
 *
 * Works synchronously for as long as it takes: never in the process of a running server.
 */
import { openDatabase } from './statement';

/** Milliseconds; only a server that is just starting holds the file for itself. */
const patienceMs = 10_000;

/** `target` must not exist. Throws where the disk fails, or where `source` is no database. */
export function copyDatabase(source: string, target: string): void {
  const db = openDatabase(source);
  try {
    db.exec(`PRAGMA busy_timeout = ${patienceMs}`);
    db.prepare('VACUUM INTO ?').run([target]);
  } finally {
    db.close();
  }
}
