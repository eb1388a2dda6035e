/**
 * The store on SQLite: one file, one connection, one writer. Writes go through the queue (group commit) and are
 * on disk when they answer; reads are direct and see what is committed, never a batch in the middle.
 *
 * Only one process may have the file open for writing: platform/data-folder.ts holds the lock.
 */
import { dirname } from 'node:path';
import { syncFolder } from '../../platform/data-folder';
import type { AppendRequest, IndexRow, Store } from '../ports';
import { storeOf, type Tables } from '../store-of';
import { createWriteQueue } from '../write-queue';
import { accessTables } from './access-tables';
import { ballotTables } from './ballot-tables';
import { deletion } from './deletion';
import { documentKeys, type DocumentKeys } from './document-keys';
import { documentTables } from './document-tables';
import { eventTables } from './event-tables';
import { indexTables } from './index-tables';
import { migrate } from './migrate';
import { olderStreams } from './older-streams';
import { setPragmas } from './pragmas';
import { openDatabase, type Database } from './statement';
import { transactionOf } from './transaction';
import { walOf, type Wal } from './wal';
import { writeProbe } from './write-probe';

export interface SqliteOptions {
  /** Path of the database file; it is created where it is missing, its folder is not. */
  file: string;
  /** For tests: awaited before each batch is written. */
  flush?: () => Promise<void>;
  /** Told of each batch that is on disk: how long that took, and how many writes it was. */
  flushed?: Flushed;
}

type Flushed = (tookMs: number, writes: number) => void;

export function openSqliteStore({ file, flush, flushed }: SqliteOptions): Store {
  const db = openDatabase(file);
  try {
    setPragmas(db);
    migrate(db);
    syncFolder(dirname(file));
    return storeOn(db, flush, flushed);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The store on a database that is ready; apart, so that a test can keep the database at hand. */
export function storeOn(db: Database, flush?: () => Promise<void>, flushed?: Flushed): Store {
  const wal = walOf(db);
  const keys = documentKeys(db);
  const transaction = transactionOf(db, () => keys.forget());
  const queue = createWriteQueue({
    flush,
    commit(units) {
      const startedAt = performance.now();
      const settled = transaction(units);
      flushed?.(performance.now() - startedAt, units.length);
      wal.clear();
      return settled;
    },
  });
  return storeOf(tablesOn(db, wal, keys), queue, () => {
    wal.mustGo();
    wal.clear();
    db.close();
  });
}

/** Rows that take something away which must be in no file any more. */
const leavesNothing: ReadonlySet<IndexRow['row']> = new Set<IndexRow['row']>([
  'erase',
  'published',
  'emptied',
]);

function tablesOn(db: Database, wal: Wal, keys: DocumentKeys): Tables {
  const index = indexTables(db);
  const events = eventTables(db, index);
  function append(request: AppendRequest) {
    if (request.rows.some(({ row }) => leavesNothing.has(row))) wal.mustGo();
    return events.append(request);
  }
  const deleteStreams = deletion(db, index);
  return {
    ...events,
    ...ballotTables(db, append),
    ...documentTables(db, keys),
    ...accessTables(db),
    append,
    deleteStreams(streams, kept) {
      wal.mustGo();
      keys.forget();
      deleteStreams(streams, kept);
    },
    findLink: index.findLink,
    findCode: index.findCode,
    expiringStreams: index.expiringStreams,
    terms: index.terms,
    closedBefore: index.closedBefore,
    forgetfulStreams: index.forgetfulStreams,
    wordsLeft: index.wordsLeft,
    indexOlder: olderStreams(db, index),
    putSeat: (sessionHash, stream, personId) =>
      void index.write(stream, { row: 'seat', sessionHash, personId }),
    check: writeProbe(db),
  };
}
