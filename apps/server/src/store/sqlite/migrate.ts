/**
 * Brings a database to the version of this program, one numbered migration after the other, each in its own
 * transaction with the new number (`user_version`). A newer database is refused: an older program cannot know
 * what it would break.
 */
import { StartError } from '../../platform/start-error';
import { readPragma } from './pragmas';
import { migrations } from './schema';
import type { Database } from './statement';

export function migrate(db: Database, steps: readonly string[] = migrations): void {
  const version = versionOf(db);
  if (version > steps.length) {
    throw new StartError(
      `The database is of version ${version}, this program knows versions up to ${steps.length}: ` +
        'start the newer program again, or restore a backup from before the upgrade.',
    );
  }
  steps.slice(version).forEach((sql, index) => step(db, sql, version + index + 1));
}

function versionOf(db: Database): number {
  return Number(readPragma(db, 'user_version'));
}

function step(db: Database, sql: string, version: number): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(sql);
    db.exec(`PRAGMA user_version = ${version}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
