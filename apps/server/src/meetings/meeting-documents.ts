/** What a meeting asks of its documents: the agenda as it is on disk, a wording held still while it is frozen. */
import type { AgendaItemDraft } from '@mufakat/domain';
import type { FrozenText } from '@mufakat/shared-docs';

export interface HeldText {
  text: FrozenText;
  /** Ends the hold: the text stays frozen, or is open again and what was written meanwhile is applied. */
  settle(end: 'frozen' | 'open'): void;
}

export interface MeetingDocuments {
  agenda(meetingId: string): Promise<readonly AgendaItemDraft[]>;
  holdWording(decisionId: string): Promise<HeldText>;
  /** Rights or texts have changed: every open connection of the meeting is looked at again. */
  refresh(meetingId: string): void;
}
