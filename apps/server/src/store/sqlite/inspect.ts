/**
 * Looks through a whole database from outside the store's port: is the file sound, which streams, boxes and how many
 * rows are in it? For backups; a server asks the store.
 */
import type { Box, JsonValue, SealedEvent } from '@mufakat/record';
import type { StreamRef } from '../ports';
import { eventTables } from './event-tables';
import { indexTables } from './index-tables';
import { readPragma } from './pragmas';
import { integerOf, jsonOf, textOf, textOrNull, wordOf } from './row';
import { migrations } from './schema';
import { prepareAll, type Database, type Row } from './statement';

export interface DatabaseCounts {
  coalitions: number;
  meetings: number;
  events: number;
  documents: number;
  /** Changes of documents. */
  updates: number;
  /** In open boxes and in closed ones. */
  ballots: number;
}

export interface Inspection {
  streams(): (StreamRef & { seq: number })[];
  /** The whole stream with the openings that are left. */
  events(stream: string): SealedEvent[];
  /** Boxes of the stream's closed polls. */
  boxes(stream: string): Box[];
  counts(): DatabaseCounts;
}

const SQL = {
  streams: 'SELECT id, kind, parent, seq FROM streams ORDER BY n',
  boxes: 'SELECT poll_id, published FROM boxes WHERE stream = ? AND published IS NOT NULL ORDER BY poll_id',
  counts:
    `SELECT (SELECT count(*) FROM streams WHERE kind = 'coalition') AS coalitions, ` +
    `(SELECT count(*) FROM streams WHERE kind = 'meeting') AS meetings, ` +
    '(SELECT count(*) FROM events) AS events, ' +
    '(SELECT count(*) FROM documents) AS documents, ' +
    '(SELECT count(*) FROM document_updates) AS updates, ' +
    '(SELECT count(*) FROM ballots) + ' +
    '(SELECT coalesce(sum(json_array_length(published)), 0) FROM boxes) AS ballots',
};

/** SQLite's word for no limit. */
const all = -1;

/** The version of the tables, and the one that this program makes. */
export function databaseVersion(db: Database): { found: number; known: number } {
  return { found: Number(readPragma(db, 'user_version')), known: migrations.length };
}

/** What SQLite finds wrong with the file, a line each, at most twenty; none where it is sound. */
export function databaseDamage(db: Database): string[] {
  const pages = db.prepare('PRAGMA integrity_check(20)').all();
  const strays = db.prepare('PRAGMA foreign_key_check').all();
  return [
    ...pages.map((row) => textOf(row, 'integrity_check')).filter((line) => line !== 'ok'),
    ...strays.map((row) => `a row of ${textOf(row, 'table')} belongs to nothing`),
  ].slice(0, 20);
}

/** Only for a database of the version that this program makes. */
export function inspectDatabase(db: Database): Inspection {
  const sql = prepareAll(db, SQL);
  const { readEvents } = eventTables(db, indexTables(db));
  return {
    streams: () => sql.streams.all().map(streamOf),
    events: (stream) => readEvents(stream, 0, all),
    boxes: (stream) => sql.boxes.all([stream]).map(boxOf),
    counts() {
      const row = sql.counts.get() ?? {};
      const count = (name: keyof DatabaseCounts) => integerOf(row, name);
      return {
        coalitions: count('coalitions'),
        meetings: count('meetings'),
        events: count('events'),
        documents: count('documents'),
        updates: count('updates'),
        ballots: count('ballots'),
      };
    },
  };
}

function streamOf(row: Row): StreamRef & { seq: number } {
  return {
    id: textOf(row, 'id'),
    kind: wordOf(row, 'kind', ['coalition', 'meeting']),
    parent: textOrNull(row, 'parent'),
    seq: integerOf(row, 'seq'),
  };
}

function boxOf(row: Row): Box {
  const published = jsonOf(row, 'published');
  // What JSON.parse made is JSON all the way down.
  return {
    pollId: textOf(row, 'poll_id'),
    ballots: Array.isArray(published) ? (published as JsonValue[]) : [],
  };
}
