/**
 * What Yjs is asked about a whole document, and what may take it long: whether a large change can be applied, and a new
 * encoding of everything. Bytes in, bytes out, so that it can be done off the main thread (bulk-thread.ts) where everyone
 * else would wait for it; tests do it here.
 */
import { AwakeDoc, type Applied } from './awake-doc';
import type { AcceptedUpdate } from './update-guard';

export interface BulkWork {
  /** Applies a change to the document that `parts` are. */
  apply(parts: readonly Uint8Array[], update: Uint8Array, accepted: AcceptedUpdate): Promise<Applied>;
  /** The document as one update; and how long its last parts, which nobody asked Yjs about so far, took, milliseconds. */
  compact(parts: readonly Uint8Array[]): Promise<Compacted>;
}

export interface Compacted {
  state: Uint8Array;
  tailMs: number;
}

/** `patience`: how much longer than among others a change may take. */
export function applyBulk(
  parts: readonly Uint8Array[],
  update: Uint8Array,
  accepted: AcceptedUpdate,
  patience = 1,
): Applied {
  return new AwakeDoc(parts).apply(update, accepted, patience);
}

export function compactBulk([base, ...tail]: readonly Uint8Array[]): Compacted {
  const doc = new AwakeDoc(base ? [base] : []);
  const startedAt = performance.now();
  doc.takeIn(tail);
  const tailMs = performance.now() - startedAt;
  return { state: doc.encoded(), tailMs };
}

/** In this very thread, a moment later. */
export const bulkHere: BulkWork = {
  apply: async (parts, update, accepted) => {
    await Promise.resolve();
    return applyBulk(parts, update, accepted);
  },
  compact: async (parts) => {
    await Promise.resolve();
    return compactBulk(parts);
  },
};
