/**
 * What Yjs is asked about a whole document, and what may take it long: whether a large change can be applied, and a new
 * encoding of everything. Bytes in, bytes out, so that it can be done off the main thread (bulk-thread.ts) where everyone
 * else would wait for it; tests do it here.
 */
import { AwakeDoc, type Applied } from './awake-doc';
import type { AcceptedUpdate } from './update-guard';

/** A room's document, as whoever works on it elsewhere is told of it. */
export interface BulkDocument {
  /** All that was accepted. */
  parts(): Uint8Array[];
  /** How far it is on disk, counted in flushes. */
  readonly position: number;
  /** What was accepted after that position; some of it may have been before. Null where that is not known any more. */
  since(position: number): Uint8Array[] | null;
  /** Nothing is accepted that is not on disk. */
  readonly flushed: boolean;
}

export interface BulkWork {
  /** Applies a change to the document. The next work on the same document counts on its being accepted, unless `forget` is called. */
  apply(document: BulkDocument, update: Uint8Array, accepted: AcceptedUpdate): Promise<Applied>;
  /** The document as it is on disk, `onDisk`, as one update. */
  compact(document: BulkDocument, onDisk: readonly Uint8Array[]): Promise<Compacted>;
  forget(document: BulkDocument): void;
}

export interface Compacted {
  state: Uint8Array;
  /** How long what came last, and Yjs was not asked about, took it, milliseconds. */
  tailMs: number;
}

/** A document opened for bulk work. */
export class BulkDesk {
  readonly #doc: AwakeDoc;
  #tailMs = 0;

  constructor([base, ...tail]: readonly Uint8Array[]) {
    this.#doc = new AwakeDoc(base ? [base] : []);
    this.takeIn(tail);
  }

  takeIn(updates: readonly Uint8Array[]): void {
    const startedAt = performance.now();
    this.#doc.takeIn(updates);
    this.#tailMs += performance.now() - startedAt;
  }

  /** `patience`: how much longer than among others a change may take. */
  apply(update: Uint8Array, accepted: AcceptedUpdate, patience = 1): Applied {
    return this.#doc.apply(update, accepted, patience);
  }

  compact(): Compacted {
    const compacted = { state: this.#doc.encoded(), tailMs: this.#tailMs };
    this.#tailMs = 0;
    return compacted;
  }
}

/** In this very thread, a moment later. */
export const bulkHere: BulkWork = {
  apply: async (document, update, accepted) => {
    await Promise.resolve();
    return new BulkDesk(document.parts()).apply(update, accepted);
  },
  compact: async (_document, onDisk) => {
    await Promise.resolve();
    return new BulkDesk(onDisk).compact();
  },
  forget: () => undefined,
};
