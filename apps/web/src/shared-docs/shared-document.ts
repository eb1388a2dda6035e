/** What pages know of an open shared document. The implementation wraps the y-websocket client. */
import type { RefusalCode } from '@mufakat/domain';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

export interface SharedDocument {
  readonly name: string;
  /** Reactive like the rest: another one after discardLeftOver(). */
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** `loading` until the first sync is done. */
  readonly line: 'loading' | 'live' | 'lost';
  /** Null where this person may write now; else why not (`document_read_only`, `document_frozen`). */
  readonly locked: RefusalCode | null;
  /** True when everything written here is on the server's disk. */
  readonly saved: boolean;
  /**
   * Words written on a dead line into a text that was frozen meanwhile: this side's text where it differs from the
   * frozen one. The page offers it as a proposal.
   */
  readonly leftOver: string | null;
  /** After the left-over words were proposed, or given up: throws this side's copy away and loads the server's. `doc` is then another. */
  discardLeftOver(): void;
  close(): void;
}
