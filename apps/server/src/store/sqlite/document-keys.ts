/**
 * Each document's key in the database and the number of its last update, kept in memory so that an append looks neither
 * up. What was undone, and what a deletion took, must be forgotten.
 */
import { BoundedMap } from '../../platform/bounded-map';
import { integerOf } from './row';
import { prepareAll, type Database } from './statement';

const SQL = {
  key: 'SELECT n FROM documents WHERE name = ?',
  last: 'SELECT coalesce(max(n), 0) AS last FROM document_updates WHERE document = ?',
};

const mostKept = 4096;

export interface DocumentKey {
  key: number;
  /** Number of the last update, 0 where there is none. */
  last: number;
}

export function documentKeys(db: Database) {
  const sql = prepareAll(db, SQL);
  let kept = new BoundedMap<string, DocumentKey>(mostKept);

  function find(name: string): DocumentKey {
    const row = sql.key.get([name]);
    if (!row) throw new Error(`no such document: ${name}`);
    const key = integerOf(row, 'n');
    return { key, last: integerOf(sql.last.get([key]) ?? {}, 'last') };
  }

  return {
    /** Whoever appends counts `last` up; throws where there is no such document. */
    of(name: string): DocumentKey {
      const known = kept.get(name);
      if (known) return known;
      const found = find(name);
      kept.set(name, found);
      return found;
    },
    forget(): void {
      kept = new BoundedMap(mostKept);
    },
  };
}

export type DocumentKeys = ReturnType<typeof documentKeys>;
