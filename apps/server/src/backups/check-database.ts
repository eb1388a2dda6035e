/**
 * Is a database that nobody is writing to what it says it is? SQLite looks through its pages and references; then
 * every record is written as the file that people can take with them, and verified as `mufakat verify` would: its
 * chain, its words, its frozen texts, its ballot boxes.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { verifyRecord, writeRecord } from '@mufakat/record';
import {
  databaseDamage,
  databaseVersion,
  inspectDatabase,
  type DatabaseCounts,
  type Inspection,
} from '../store/sqlite/inspect';
import { openDatabase, type Database } from '../store/sqlite/statement';
import { BackupError } from './backup-error';
import type { Progress } from './progress';

/**
 * Counts of what is in it; null for tables of an older version, whose records are looked at when they are restored.
 * Throws BackupError `damaged` or `newer`.
 */
export async function checkDatabase(file: string, progress: Progress): Promise<DatabaseCounts | null> {
  const db = openDatabase(file);
  try {
    return await checkOpen(db, progress);
  } finally {
    db.close();
  }
}

async function checkOpen(db: Database, progress: Progress): Promise<DatabaseCounts | null> {
  const { found, known } = databaseVersion(db);
  if (found > known) throw new BackupError({ code: 'newer', found, known });
  refuseDamage(databaseDamage(db));
  if (found < known) return null;
  const inspection = inspectDatabase(db);
  const streams = inspection.streams();
  for (const [index, { id, seq }] of streams.entries()) {
    refuseDamage(recordDamage(inspection, id, seq));
    progress('checking', index + 1, streams.length);
    // So that a signal is heard.
    await nextTurn();
  }
  return inspection.counts();
}

function recordDamage(inspection: Inspection, stream: string, seq: number): string[] {
  const events = inspection.events(stream);
  const verdict = verifyRecord(writeRecord({ stream, events, boxes: inspection.boxes(stream) }));
  const found = verdict.ok
    ? []
    : verdict.problems.map(({ seq: at, detail }) => `event ${String(at)}: ${detail}`);
  const length = events.length === seq ? [] : [`${events.length} events, where ${seq} were stored`];
  return [...length, ...found].map((line) => `record ${stream}: ${line}`);
}

function refuseDamage(findings: readonly string[]): void {
  if (findings.length > 0) throw new BackupError({ code: 'damaged', findings, kept: null });
}
