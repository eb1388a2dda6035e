/**
 * Reads the fields of a row, each as what its column must hold. A field of another kind means a damaged
 * or foreign database, and throws.
 */
import type { Row } from './statement';

export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : unreadable(column, 'text');
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function integerOf(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : unreadable(column, 'an integer');
}

/** libsql's `all` gives an ArrayBuffer, its `get` a Buffer. */
export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return value instanceof Uint8Array ? new Uint8Array(value) : unreadable(column, 'bytes');
}

/** One of a few words. */
export function wordOf<Word extends string>(row: Row, column: string, words: readonly Word[]): Word {
  const value = textOf(row, column);
  return words.find((word) => word === value) ?? unreadable(column, words.join(' or '));
}

export function jsonOf(row: Row, column: string): unknown {
  return JSON.parse(textOf(row, column));
}

function unreadable(column: string, expected: string): never {
  throw new Error(`the database holds in ${column} something other than ${expected}`);
}
