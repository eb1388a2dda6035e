// A document's history as the server tells it, and the port through which pages ask: the gallery answers from memory.
import type { Result } from '@mufakat/domain';

export interface DocumentVersion {
  /** Number of the last update in it; what `at` is asked for. */
  readonly n: number;
  /** ms since 1970. */
  readonly at: number;
  /** Ids of the people who wrote in it. */
  readonly by: readonly string[];
}

export interface DocumentHistory {
  /** Newest first. */
  readonly versions: readonly DocumentVersion[];
  readonly authors: readonly { readonly clientId: number; readonly personId: string }[];
}

export interface HistorySource {
  history(): Promise<Result<DocumentHistory>>;
  /** One Yjs update: the document as it was after update `n`. */
  at(n: number): Promise<Result<Uint8Array>>;
}
