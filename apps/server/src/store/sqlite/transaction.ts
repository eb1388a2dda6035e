/**
 * One transaction for a batch of units, each under a savepoint of its own: a unit that throws is rolled back
 * alone. A full disk can make SQLite roll back the whole transaction in the middle, and a commit can fail:
 * then nothing of the batch is stored, and the caller hears so for every unit of it.
 */
import type { Settle, Unit } from '../write-queue';
import { prepareAll, type Database } from './statement';

const SQL = {
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  savepoint: 'SAVEPOINT unit',
  undo: 'ROLLBACK TO unit',
  release: 'RELEASE unit',
};

export function transactionOf(db: Database): (units: readonly Unit[]) => Settle[] {
  const sql = prepareAll(db, SQL);

  function runAlone(unit: Unit): Settle {
    sql.savepoint.run();
    try {
      const settle = unit.run();
      sql.release.run();
      return settle;
    } catch (error) {
      // Gone with the transaction: the error is everyone's.
      if (!db.inTransaction) throw error;
      sql.undo.run();
      sql.release.run();
      return unit.fail(error);
    }
  }

  return (units) => {
    sql.begin.run();
    try {
      const settled = units.map(runAlone);
      sql.commit.run();
      return settled;
    } catch (error) {
      if (db.inTransaction) sql.rollback.run();
      throw error;
    }
  };
}
