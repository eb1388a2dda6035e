/** The state of a meeting, folded from its record: the same on server and client. Unions of shapes, not flags. */
import type { DecisionRule, PartnerVote, Rung } from '@mufakat/tally';
import type { AgendaItem } from '../agenda/events';
import type { ById } from '../by-id';
import type { GoalLanguage } from '../goals/languages';
import type { GoalClause } from '../goals/schemas';
import type { Id } from '../ids';
import type { Capacity } from '../minutes/capacities';
import type { Minutes } from '../minutes/facts';
import type { MinutesPart } from '../minutes/schemas';
import type { Role } from '../permissions';
import type { PollClosed, PollOpened } from '../polls/events';
import type { Question } from '../questions/state';
import type { Words } from '../words';
import type { PauseKind } from './commands';
import type { MeetingPlanned } from './events';

export type MeetingState = UnplannedMeeting | Meeting;

export interface UnplannedMeeting {
  status: 'unplanned';
}

export interface Meeting {
  status: 'planned';
  plan: Omit<MeetingPlanned, 'type'>;
  phase: Phase;
  door: Door;
  waitingRoom: boolean;
  /** What happened to the meeting as a whole, in order: what its minutes tell. */
  course: readonly Moment[];
  people: ById<Person>;
  agenda: Agenda;
  goals: Record<Id, Goal>;
  decisions: Record<Id, Decision>;
  /** Polls on decisions. */
  polls: Record<Id, Poll>;
  /** Polls with options. */
  questions: Record<Id, Question>;
  minutes: MinutesText;
  /** Whose words these are, so that their author can take them back. */
  authors: ById<Id>;
}

export type Phase =
  | { status: 'planned' }
  | { status: 'lobby' }
  | { status: 'open'; since: number }
  | {
      status: 'paused';
      since: number;
      kind: PauseKind;
      reason: Words;
      until: number;
    }
  | { status: 'closed'; at: number };

export type Door = { status: 'shut' } | { status: 'open'; code: string; until: number };

/** A turn in the meeting's course. `at` is server time in milliseconds. */
export type Moment = { at: number } & (
  | { kind: 'opened' | 'resumed' | 'closed' }
  | { kind: 'paused'; why: PauseKind; reason: Words; until: number }
  | { kind: 'reopened'; reason: Words }
  | { kind: 'agenda-adopted'; version: number }
  | { kind: 'chair-handed-over'; from: Id; to: Id }
  | { kind: 'chair-taken'; from: readonly Id[]; by: Id }
);

export interface Person {
  id: Id;
  name: Words;
  /** How the person wants to be addressed; its text may be empty. */
  address: Words;
  partnerId: Id | null;
  roles: readonly Role[];
  votes: boolean;
  attendance: 'never' | 'signed' | 'left';
  /** First signing of the attendance list and last leaving, server time; null where it never happened. */
  signedAt: number | null;
  leftAt: number | null;
  /** How they were called and addressed before, so that erasing them erases that too. */
  formerWords: readonly { name: Words; address: Words }[];
  linkId: Id | null;
  seat: 'waiting' | 'held' | 'removed';
  /** Whether their devices are kept out of the open door; only of those removed. */
  blocked: boolean;
}

export interface Agenda {
  /** 0 until the room has adopted one. */
  version: number;
  items: readonly AgendaItem[];
  /** A change of the adopted agenda that stands before the room. */
  proposal: AgendaProposal | null;
  /** Whom any agenda, adopted or proposed, has ever named, so that erasing a person finds each of them. */
  presenters: readonly Words[];
  running: RunningItem | null;
  /** With the item as it was started: it may be off the agenda since. */
  done: readonly { itemId: Id; item: AgendaItem; startedAt: number; endedAt: number }[];
  stage: Stage;
}

export type Stage =
  | { kind: 'agenda' }
  | { kind: 'decision'; decisionId: Id }
  | { kind: 'goal'; goalId: Id }
  | { kind: 'question'; pollId: Id }
  | { kind: 'minutes' };

export interface AgendaProposal {
  id: Id;
  items: readonly AgendaItem[];
  by: Id;
  at: number;
  yes: readonly Id[];
  no: readonly Id[];
}

/** The coalition's goal as this meeting has it. */
export interface Goal {
  id: Id;
  title: string;
  languages: readonly GoalLanguage[];
  /** Of the text that is open or locked now; from 1. */
  version: number;
  text: GoalText;
  /** Whether its document is written from this meeting, or from another of the coalition. */
  home: 'here' | 'elsewhere';
  /** When this meeting changed it last; null where it stands as it was carried in. */
  changedAt: number | null;
  reopenings: readonly { reason: Words; at: number }[];
  proposals: readonly {
    id: Id;
    clauseId: Id;
    language: GoalLanguage;
    base: string;
    text: Words;
    by: Id;
  }[];
  /** What this meeting locked, in order. */
  locked: readonly { version: number; hash: string; at: number }[];
}

export type GoalText =
  | { status: 'open' }
  | {
      status: 'frozen';
      clauses: readonly GoalClause[];
      text: string;
      plain: string;
      hash: string;
      at: number;
    };

export interface RunningItem {
  item: AgendaItem;
  /** Server time, milliseconds. */
  startedAt: number;
  /** The item's minutes with all extensions. */
  minutes: number;
  /** How long the item's clock has stood still in pauses that are over, milliseconds. */
  stoodMs: number;
  /** Since when the clock stands still, or null while it runs. */
  stoppedAt: number | null;
}

export interface Decision {
  id: Id;
  title: string;
  itemId: Id | null;
  rule: DecisionRule;
  electorate: 'person' | 'partner';
  /** Where the people of each partner set its vote, and how; only where partners have the votes. */
  partnerVote?: PartnerVote;
  text: DecisionText;
  /** The rung that the room stands on. */
  rung: Rung;
  descents: readonly { from: Rung; to: Rung; reason: Words }[];
  /** Declared conflicts of interest, in order. */
  conflicts: readonly { personId: Id; reason: Words; by: Id; at: number }[];
  /** Steps of the rule taken since the text was locked, each after a count that lacked its quorum. */
  quorumSteps: readonly QuorumStepTaken[];
  draftedAt: number;
  polls: readonly Id[];
  proposals: readonly { id: Id; base: string; text: Words; by: Id }[];
  reopenings: readonly Words[];
  outcome: Outcome;
}

/** `pollId` names the count after which it was taken; `until` is null where the step is to go on. */
export interface QuorumStepTaken {
  step: 'wait' | 'reconvene' | 'proceed';
  until: number | null;
  at: number;
  pollId: Id | null;
}

export type DecisionText =
  | { status: 'open'; version: number }
  | { status: 'frozen'; version: number; text: string; plain: string; hash: string; at: number };

export type Outcome =
  | { status: 'pending' }
  | { status: 'decided' | 'not-decided'; rung: Rung; pollId: Id | null; statement: Words; at: number }
  | { status: 'void'; reason: Words; at: number };

export interface Poll extends Omit<PollOpened, 'type' | 'pollId'> {
  id: Id;
  textVersion: number;
  openedAt: number;
  /** False while an acclamation stands: silence agrees until anyone asks for a count. */
  counted: boolean;
  count:
    | { status: 'open' }
    | ({
        status: 'closed';
        at: number;
        voided: VoidedCount | null;
        /** Where a tie was broken after the count: `tally` and `passes` are then those after it. */
        tieBreak: TieBreak | null;
      } & Omit<PollClosed, 'type' | 'pollId'>);
}

/** What the chair or the lot said of a tie, and when; the seed's hash stands in the poll's `lot`. */
export type TieBreak = { choice: 'yes' | 'no'; at: number } & (
  { by: 'chair'; personId: Id } | { by: 'lot'; seed: string }
);

/** A closed count that counts for nothing; it stays in the record with the reason. */
export interface VoidedCount {
  reason: Words;
  at: number;
}

/** The minutes as they are locked and signed; their prose is a document while it is open. */
export interface MinutesText {
  /** Every version that was locked, in order; the last stands unless it was opened again. */
  locked: readonly LockedMinutes[];
  corrections: readonly Correction[];
}

export interface LockedMinutes {
  version: number;
  at: number;
  /** The record that they tell: its last event, and the link of that event. */
  upTo: number;
  head: string;
  /** What they tell, as it was then. */
  facts: Minutes;
  prose: readonly { part: MinutesPart; text: Words }[];
  signatures: readonly { personId: Id; as: Capacity; at: number }[];
  /** Opened again as the next version; its signatures are void. */
  reopened: { reason: Words; at: number } | null;
}

/** `part` is null where it is about the whole. */
export interface Correction {
  id: Id;
  part: MinutesPart | null;
  text: Words;
  by: Id;
  at: number;
  outcome: 'asked' | 'taken' | 'left';
}

export const unplanned: MeetingState = { status: 'unplanned' };
