/** What a room and those who have its document open say to each other. */
import type { RefusalCode } from '@mufakat/domain';
import type { DocumentGrant } from './document-access';

export interface RoomMember {
  readonly grant: DocumentGrant;
  deliver(frame: Uint8Array): void;
  /** What came of a change, once for each, in the order of arrival for those that are saved. */
  outcome(change: Change, outcome: Outcome): void;
  drop(code: number, reason: string): void;
}

export interface Change {
  kind: 'update' | 'step2';
  update: Uint8Array;
}

export type Outcome =
  | { is: 'saved' }
  | { is: 'refused'; code: RefusalCode }
  /** It builds on what the document does not have. */
  | { is: 'gap' }
  | { is: 'invalid' }
  /** It broke the document in memory, or stalled everyone. */
  | { is: 'harmful' };
