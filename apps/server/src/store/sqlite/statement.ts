/**
 * The one seam to libsql. Nothing else in the server imports it.
 *
 * libsql 0.5 aborts the whole process on a boolean, and on a value that is given in place of the list of
 * values; it binds undefined and NaN as NULL, cuts a text at its first NUL, keeps the values of the call
 * before where some are missing, and ignores those that are too many. So every list is checked here, and
 * a TypeError is thrown before it reaches the binary. It also lets statements go on after `close`, and
 * holds the file open for as long as one lives: closed is closed here, though the file's handle is freed
 * only by the garbage collector.
 */
import Libsql from 'libsql';
import { isStorable } from '../stored-text';

export type SqlValue = string | number | bigint | null | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

export interface Statement {
  /** Answers with the number of rows changed. */
  run(values?: readonly SqlValue[]): number;
  get(values?: readonly SqlValue[]): Row | undefined;
  all(values?: readonly SqlValue[]): Row[];
}

export interface Database {
  readonly inTransaction: boolean;
  /** Only positional `?`; none inside a literal. */
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
}

export function openDatabase(file: string): Database {
  const db = new Libsql(file);
  let open = true;
  const opened = (): typeof db => {
    if (!open) throw new Error('the database is closed');
    return db;
  };
  return {
    get inTransaction() {
      return opened().inTransaction;
    },
    prepare: (sql) => guarded(opened().prepare(sql), sql, opened),
    exec: (sql) => void opened().exec(sql),
    close() {
      if (open) db.close();
      open = false;
    },
  };
}

/** One statement for each text, under its name. */
export function prepareAll<Name extends string>(
  db: Database,
  sql: Record<Name, string>,
): Record<Name, Statement> {
  const prepared = Object.entries<string>(sql).map(([name, text]) => [name, db.prepare(text)]);
  // fromEntries forgets the names that it was given.
  return Object.fromEntries(prepared) as Record<Name, Statement>;
}

function guarded(statement: Libsql.Statement, sql: string, opened: () => unknown): Statement {
  const count = sql.split('?').length - 1;
  const bound = (values: readonly SqlValue[] = []): SqlValue[] => {
    opened();
    return checkedValues(values, count);
  };
  return {
    run: (values) => statement.run(bound(values)).changes,
    // Rows are records by name; what is in them is read field by field in row.ts.
    get: (values) => (findable(values) ? (statement.get(bound(values)) as Row | undefined) : undefined),
    all: (values) => (findable(values) ? (statement.all(bound(values)) as Row[]) : []),
  };
}

/** A key that cannot be stored finds nothing; it may have come from outside. */
function findable(values: readonly SqlValue[] = []): boolean {
  return values.every((value) => typeof value !== 'string' || isStorable(value));
}

/** What libsql may be given: a list of exactly `count` values, each of a kind that it binds as it is. */
export function checkedValues(values: unknown, count: number): SqlValue[] {
  if (!Array.isArray(values)) throw new TypeError('values are bound as a list');
  if (values.length !== count) throw new TypeError(`${count} values expected, not ${values.length}`);
  // Array.from also visits holes, which map would leave.
  return Array.from(values, checkedValue);
}

function checkedValue(value: unknown): SqlValue {
  if (value === null) return null;
  if (typeof value === 'string' && isStorable(value)) return value;
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) return value;
  // libsql binds every number as REAL; only a bigint arrives as an INTEGER.
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  throw new TypeError(`a value that SQLite cannot hold: ${typeof value}`);
}
