// The port through which pages ask for a document's history: the server answers, or the gallery from memory.
import type { Result } from '@mufakat/domain';
import type { DocumentVersions } from '@mufakat/protocol';

export interface HistorySource {
  history(): Promise<Result<DocumentVersions>>;
  /** One Yjs update: the document as it was after its update `n`. */
  at(n: number): Promise<Result<Uint8Array>>;
}
