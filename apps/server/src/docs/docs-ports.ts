/** What the hub of documents needs from outside. Tests bring their own. */
import type { Clock } from '../platform/ports';
import type { DocumentStore } from '../store/ports';
import type { BulkWork } from './bulk-work';

/** Pino's shape, as far as it is used. Never given a document's content. */
export interface DocsLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface DocsPorts {
  store: Pick<DocumentStore, 'findDocument' | 'loadDocument' | 'appendUpdates' | 'putSnapshot'>;
  clock: Clock;
  bulk: BulkWork;
  logger: DocsLogger;
}
