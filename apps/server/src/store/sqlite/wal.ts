/**
 * The write-ahead log keeps old pages until it is written over. After an erasure it is emptied at once, so
 * that erased words are in no file; where a reader from outside or the disk forbids it, after the next batch.
 * A failure here fails no write: what was committed is on disk.
 */
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
        must = truncate.get()?.['busy'] !== 0;
      } catch {
        must = true;
      }
    },
  };
}
