/**
 * What minutes tell, as plain JSON: made from a meeting's state by minutes-of.ts, kept as it was when they are locked,
 * put into words by whoever shows them. Names and free texts stay `Words`, so that what is erased is erased here too.
 * Times are server time in milliseconds; lists are in the order of the meeting.
 */
import type { ConsentTally, DecisionRule, PartnerVote, Rung, VoteTally } from '@mufakat/tally';
import type { ChamberShape, ItemKind } from '../context';
import type { GoalLanguage } from '../goals/languages';
import type { GoalClause } from '../goals/schemas';
import type { Id } from '../ids';
import type { MeetingKind, PauseKind } from '../meeting/commands';
import type { Role } from '../permissions';
import type { Remark } from '../polls/events';
import type { Words } from '../words';

export interface Minutes {
  heading: MinutesHeading;
  chambers: readonly { id: Id; name: string; shape: ChamberShape }[];
  attendance: MinutesAttendance;
  course: readonly MinutesTurn[];
  items: readonly MinutesItem[];
  /** Decisions that belong to no item of the agenda. */
  otherDecisions: readonly MinutesDecision[];
  /** Goals that were written, locked or opened again here. */
  goals: readonly MinutesGoal[];
  notTaken: readonly NotTaken[];
}

/** A person as minutes name them. */
export interface NamedPerson {
  personId: Id;
  name: Words;
  address: Words;
}

export interface MinutesHeading {
  meetingId: Id;
  coalition: Words;
  form: string;
  title: string;
  kind: MeetingKind;
  language: 'id' | 'en';
  place: string;
  callUrl: string;
  /** IANA name. */
  timeZone: string;
  startsAt: number;
  openedAt: number | null;
  closedAt: number | null;
  chairs: readonly NamedPerson[];
  secretaries: readonly NamedPerson[];
}

export interface MinutesAttendance {
  /** How many people were invited, and how many signed the list. */
  invited: number;
  came: number;
  byChamber: readonly ChamberAttendance[];
  /** Every partner invited; one of which nobody came has no people. */
  byPartner: readonly PartnerAttendance[];
  /** Who signed for no partner. */
  others: readonly AttendanceLine[];
}

/** `partners` invited, of which `partnersCame` sent somebody; people likewise. */
export interface ChamberAttendance {
  chamber: Id | null;
  partners: number;
  partnersCame: number;
  invited: number;
  came: number;
}

export interface PartnerAttendance {
  partnerId: Id;
  name: Words;
  mark: string;
  chamber: Id | null;
  invited: number;
  people: readonly AttendanceLine[];
}

export interface AttendanceLine extends NamedPerson {
  roles: readonly Role[];
  votes: boolean;
  signedAt: number;
  /** Null while they are here. */
  leftAt: number | null;
}

/** A turn in the meeting's course. */
export type MinutesTurn = { at: number } & (
  | { kind: 'opened' | 'resumed' | 'closed' }
  | { kind: 'paused'; why: PauseKind; reason: Words; until: number }
  | { kind: 'reopened'; reason: Words }
  | { kind: 'agenda-adopted'; version: number }
  | { kind: 'chair-handed-over'; from: NamedPerson; to: NamedPerson }
  | { kind: 'chair-taken'; from: readonly NamedPerson[]; by: NamedPerson }
);

export interface MinutesItem {
  id: Id;
  /** Place in the agenda, breaks not counted; null for a break, and for what is off the agenda since. */
  number: number | null;
  title: string;
  kind: ItemKind;
  presenter: Words;
  minutes: number;
  /** When it was planned to start; null for what is off the agenda since. */
  plannedAt: number | null;
  /** Each time that it was treated; `to` is null while it runs. */
  times: readonly { from: number; to: number | null }[];
  decisions: readonly MinutesDecision[];
}

export interface MinutesDecision {
  id: Id;
  title: string;
  text: MinutesWording;
  counts: readonly MinutesCount[];
  /** Who has a conflict of interest in it; `noted` where a chair said so. */
  conflicts: readonly { person: NamedPerson; reason: Words; noted: boolean }[];
  /** Steps down the ladder, in order. */
  descents: readonly { from: Rung; to: Rung; reason: Words }[];
  /** Steps of the rule taken since the text was locked because a count lacked its quorum. */
  quorumSteps: readonly { step: 'wait' | 'reconvene' | 'proceed'; until: number | null; at: number }[];
  /** Why the wording was opened again, each time. */
  reopenings: readonly Words[];
  /** Proposals to the locked text, with the partner whose person wrote them. */
  proposals: readonly MinutesProposal[];
  outcome:
    | { status: 'pending' }
    | { status: 'decided' | 'not-decided'; rung: Rung; statement: Words; at: number }
    | { status: 'void'; reason: Words; at: number };
}

/** `text` is canonical text, `hash` its SHA-256. */
export type MinutesWording =
  | { status: 'open'; version: number }
  | { status: 'frozen'; version: number; text: string; hash: string; at: number };

/** A closed poll. Numbers are weights, except `turnout`, which counts voices. */
export interface MinutesCount {
  pollId: Id;
  rung: Rung;
  /** Of this rung on this decision, from 1. */
  round: number;
  textVersion: number;
  electorate: 'person' | 'partner';
  /** Where the people of each partner set its vote, and how. */
  partnerVote: PartnerVote | null;
  rule: DecisionRule;
  /** False where silence agreed and nobody asked for a count. */
  counted: boolean;
  openedAt: number;
  closedAt: number;
  roll: number;
  turnout: number;
  invited: number;
  /** Who had signed the list, and who was connected at the close. */
  attended: number;
  present: number;
  tally: VoteTally | ConsentTally;
  passes: boolean;
  remarks: readonly Remark[];
  /** Where a tie was broken by lot: its seed, and the hash of it that was told before anyone voted. */
  lot: { seed: string; hash: string } | null;
  /** Made void: it stays here and counts for nothing. */
  voided: { reason: Words; at: number } | null;
}

export interface MinutesProposal {
  text: Words;
  partnerId: Id | null;
}

export interface MinutesGoal {
  id: Id;
  title: string;
  languages: readonly GoalLanguage[];
  /** What this meeting locked, in order. */
  locked: readonly { version: number; hash: string; at: number }[];
  /** The text as it stands locked; null where it is open. */
  text: { version: number; hash: string; clauses: readonly GoalClause[] } | null;
  reopenings: readonly { reason: Words; at: number }[];
  proposals: readonly (MinutesProposal & { clauseId: Id; language: GoalLanguage })[];
}

/** What was before the meeting and not taken, and why. */
export type NotTaken =
  | { kind: 'decision'; id: Id; title: string; why: 'pending' }
  | { kind: 'decision'; id: Id; title: string; why: 'not-decided' | 'void'; reason: Words }
  | { kind: 'item'; id: Id; title: string }
  | { kind: 'goal'; id: Id; title: string };
