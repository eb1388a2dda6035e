/** What a shelf needs of the store behind it, and the one that lasts as long as the page. */
import type { KeptRow } from './kept-row';

export interface Rows {
  put(row: KeptRow): Promise<void>;
  all(): Promise<unknown[]>;
  remove(keys: readonly string[]): Promise<void>;
}

export function memoryRows(): Rows {
  const rows = new Map<string, KeptRow>();
  return {
    put: async (row) => void rows.set(row.key, row),
    all: async () => [...rows.values()],
    remove: async (keys) => keys.forEach((key) => rows.delete(key)),
  };
}
