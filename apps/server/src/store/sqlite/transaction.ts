/**
 * One transaction for a batch of units. A unit that throws is undone alone: the batch is undone, and done again with
 * each unit under a savepoint of its own, which would cost every batch and is hardly ever needed. So a unit may run
 * twice, and must do nothing but write.
 *
 * A full disk can make SQLite roll back the whole transaction in the middle, and a commit can fail: then nothing of the
 * batch is stored, and the caller hears so for every unit of it.
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

/** `undone` is told whenever something that a unit wrote is not there after all. */
export function transactionOf(
  db: Database,
  undone: () => void = () => undefined,
): (units: readonly Unit[]) => Settle[] {
  const sql = prepareAll(db, SQL);

  function runAlone(unit: Unit): Settle {
    sql.savepoint.run();
    try {
      const settle = unit.run();
      sql.release.run();
      return settle;
    } catch (error) {
      undone();
      // Gone with the transaction: the error is everyone's.
      if (!db.inTransaction) throw error;
      sql.undo.run();
      sql.release.run();
      return unit.fail(error);
    }
  }

  /** Null where a unit threw. */
  function runTogether(units: readonly Unit[]): Settle[] | null {
    try {
      return units.map((unit) => unit.run());
    } catch {
      return null;
    }
  }

  function inTransaction<T>(work: () => T): T {
    sql.begin.run();
    try {
      return work();
    } catch (error) {
      undo();
      throw error;
    }
  }

  function undo(): void {
    if (db.inTransaction) sql.rollback.run();
    undone();
  }

  return (units) => {
    const settled = inTransaction(() => {
      const together = runTogether(units);
      if (together) sql.commit.run();
      else undo();
      return together;
    });
    if (settled) return settled;
    return inTransaction(() => {
      const alone = units.map(runAlone);
      sql.commit.run();
      return alone;
    });
  };
}
