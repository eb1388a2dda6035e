/**
 * What a meeting asks of its documents: the agenda as it is on disk, a wording, a goal or
 * the minutes held still while they are frozen.
 */
import type { AgendaItemDraft } from '@mufakat/domain';
import type { FrozenGoal, FrozenText, GoalLanguage } from '@mufakat/shared-docs';

export interface Held<Text> {
  text: Text;
  /** Ends the hold: the text stays frozen, or is open again and what was written meanwhile is applied. */
  settle(end: 'frozen' | 'open'): void;
}

export type MinutesProse = readonly { part: string; text: string }[];

export interface MeetingDocuments {
  agenda(meetingId: string): Promise<readonly AgendaItemDraft[]>;
  holdWording(decisionId: string): Promise<Held<FrozenText>>;
  /** Every clause in the languages given. */
  holdGoal(goalId: string, languages: readonly GoalLanguage[]): Promise<Held<FrozenGoal>>;
  /** The canonical text of those of these parts of the minutes that have words. */
  holdMinutes(meetingId: string, parts: readonly string[]): Promise<Held<MinutesProse>>;
  /** The same as it stands now. */
  minutes(meetingId: string, parts: readonly string[]): Promise<MinutesProse>;
  /** The meeting from which the goal's document is written; null where there is no such document. */
  goalHome(goalId: string): Promise<string | null>;
  /** Rights or texts have changed: every open connection of the meeting is looked at again. */
  refresh(meetingId: string): void;
}
