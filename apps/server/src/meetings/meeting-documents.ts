/** What a meeting asks of its documents: the agenda as it is on disk, a wording or a goal held still while it is frozen. */
import type { AgendaItemDraft } from '@mufakat/domain';
import type { FrozenGoal, FrozenText, GoalLanguage } from '@mufakat/shared-docs';

export interface Held<Text> {
  text: Text;
  /** Ends the hold: the text stays frozen, or is open again and what was written meanwhile is applied. */
  settle(end: 'frozen' | 'open'): void;
}

export interface MeetingDocuments {
  agenda(meetingId: string): Promise<readonly AgendaItemDraft[]>;
  holdWording(decisionId: string): Promise<Held<FrozenText>>;
  /** Every clause in the languages given. */
  holdGoal(goalId: string, languages: readonly GoalLanguage[]): Promise<Held<FrozenGoal>>;
  /** The meeting from which the goal's document is written; null where there is no such document. */
  goalHome(goalId: string): Promise<string | null>;
  /** Rights or texts have changed: every open connection of the meeting is looked at again. */
  refresh(meetingId: string): void;
}
