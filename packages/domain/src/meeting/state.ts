/** The state of a meeting, folded from its record: the same on server and client. Unions of shapes, not flags. */
import type { DecisionRule, Rung } from '@mufakat/tally';
import type { AgendaItem } from '../agenda/events';
import type { Id } from '../ids';
import type { Role } from '../permissions';
import type { PollClosed, PollOpened } from '../polls/events';
import type { Words } from '../words';
import type { MeetingPhaseEvent, MeetingPlanned } from './events';

export type MeetingState = UnplannedMeeting | Meeting;

export interface UnplannedMeeting {
  status: 'unplanned';
}

export interface Meeting {
  status: 'planned';
  plan: Omit<MeetingPlanned, 'type'>;
  phase: Phase;
  door: Door;
  people: Record<Id, Person>;
  agenda: Agenda;
  decisions: Record<Id, Decision>;
  polls: Record<Id, Poll>;
  /** Whose words these are, so that their author can take them back. */
  authors: Record<Id, Id>;
}

export type Phase =
  | { status: 'planned' }
  | { status: 'lobby' }
  | { status: 'open'; since: number }
  | {
      status: 'paused';
      since: number;
      kind: Extract<MeetingPhaseEvent, { type: 'meeting.paused' }>['kind'];
      reason: Words;
      until: number;
    }
  | { status: 'closed'; at: number };

export type Door = { status: 'shut' } | { status: 'open'; code: string; until: number };

export interface Person {
  id: Id;
  name: Words;
  /** How the person wants to be addressed; its text may be empty. */
  address: Words;
  partnerId: Id | null;
  roles: readonly Role[];
  votes: boolean;
  attendance: 'never' | 'signed' | 'left';
  linkId: Id | null;
  seat: 'held' | 'removed';
}

export interface Agenda {
  /** 0 until the room has adopted one. */
  version: number;
  items: readonly AgendaItem[];
  running: RunningItem | null;
  done: readonly { itemId: Id; startedAt: number; endedAt: number }[];
  stage: { kind: 'agenda' } | { kind: 'decision'; decisionId: Id };
}

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
  text: DecisionText;
  /** The rung that the room stands on. */
  rung: Rung;
  descents: readonly { from: Rung; to: Rung; reason: Words }[];
  polls: readonly Id[];
  proposals: readonly { id: Id; base: string; text: Words; by: Id }[];
  reopenings: readonly Words[];
  outcome: Outcome;
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
  count: { status: 'open' } | ({ status: 'closed'; at: number } & Omit<PollClosed, 'type' | 'pollId'>);
}

export const unplanned: MeetingState = { status: 'unplanned' };
