/**
 * The write-ahead log keeps old pages until it is written over. After an erasure it is emptied at once, so
 * that erased words are in no file; where a reader from outside (a backup) or the disk forbids it, after the next
 * batch. A failure here fails no write: what was committed is on disk.
 *
 * The reader is not waited for: waiting would stop the event loop at each batch for as long as a backup runs.
 */
import { busyTimeoutMs } from './pragmas';
import type { Database } from './statement';

export interface Wal {
  /** What it holds must not stay. */
  mustGo(): void;
  /** Empties it where it must be. */
  clear(): void;
}

export function walOf(db: Database): Wal {
  const truncate = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  let must = false;
  return {
    mustGo() {
      must = true;
    },
    clear() {
      if (!must) return;
      try {
        db.exec('PRAGMA busy_timeout = 0');
        must = truncate.get()?.['busy'] !== 0;
      } catch {
        must = true;
      } finally {
        db.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
      }
    },
  };
}
