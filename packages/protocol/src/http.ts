/**
 * Bodies of the HTTP API. Writes are JSON and nothing else; every answer that is not 2xx has `{ code, sentence }`.
 */
import {
  coalitionCommandSchema,
  idSchema,
  itemKinds,
  limits,
  meetingCommandSchema,
  type FoundedCoalition,
  type MeetingKind,
  type Role,
} from '@mufakat/domain';
import * as z from 'zod';

/** POST /api/coalitions; `invitation` is the operator's, where the server asks for one. */
export const foundBody = z.strictObject({
  id: idSchema,
  command: coalitionCommandSchema,
  invitation: z.string().max(200).nullable(),
});
export type FoundBody = z.infer<typeof foundBody>;

/** POST /api/coalitions/:coalitionId/commands */
export const coalitionCommandBody = z.strictObject({ id: idSchema, command: coalitionCommandSchema });
export type CoalitionCommandBody = z.infer<typeof coalitionCommandBody>;

const agendaItem = z.strictObject({
  id: idSchema,
  title: z.string().trim().max(limits.titleLength),
  kind: z.enum(itemKinds),
  minutes: z.int().min(0).max(limits.itemMinutes),
  presenter: z.string().trim().max(limits.titleLength),
});
/** An item as the agenda's document holds it. */
export type AgendaItemBody = z.infer<typeof agendaItem>;

/** So many items a plan may bring along. */
export const plannedItems = 60;

/**
 * POST /api/coalitions/:coalitionId/meetings (meeting.plan alone). `agenda` is what its document starts with, written
 * after the plan is on disk and only where nobody has written in it yet.
 */
export const planBody = z.strictObject({
  id: idSchema,
  command: meetingCommandSchema,
  agenda: z.array(agendaItem).max(plannedItems),
});
export type PlanBody = z.infer<typeof planBody>;

/** DELETE /api/meetings/:meetingId: its title typed again, by a chair. Not while it is in session. */
export const deleteMeetingBody = z.strictObject({
  id: idSchema,
  title: z.string().max(2 * limits.titleLength),
});

/** DELETE /api/coalitions/:coalitionId: its name typed again, by its founder. Not while a meeting is in session. */
export const deleteCoalitionBody = z.strictObject({
  id: idSchema,
  name: z.string().max(2 * limits.nameLength),
});

/** POST /api/doors/:code: come in by the open code. */
export const comeBody = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(limits.nameLength),
  address: z.string().trim().max(40),
  partnerId: idSchema.nullable(),
});
export type ComeBody = z.infer<typeof comeBody>;

/** POST /api/links: exchange the secret of a personal link, which stood in the URL's fragment. */
export const linkBody = z.strictObject({ secret: z.string().min(20).max(200) });

/** DELETE /api/meetings/:meetingId/me: be erased from the meeting; the id is the command's. */
export const eraseBody = z.strictObject({ id: idSchema });

/** POST /api/tickets: a one-use ticket for a document, where no cookie can go. */
export const ticketBody = z.strictObject({ document: z.string().max(100) });

/** POST /api/demo: a copy of the demo's coalition for a day, in one of its seats. */
export const demoBody = z.strictObject({
  as: z.enum(['chair', 'delegate', 'guest']),
  language: z.enum(['id', 'en']),
});
export type DemoBody = z.infer<typeof demoBody>;

/** POST /api/demo: the meeting that is ready to start. */
export interface DemoAnswer {
  meetingId: string;
}

/** GET /api/demo */
export interface DemoSources {
  offered: boolean;
  /** Where its figures come from; none where it is not offered. */
  sources: { title: string; url: string }[];
}

/** GET /api/meetings/:meetingId/demo */
export interface DemoEnd {
  /** When this copy of the demo is deleted, milliseconds; null where the meeting is no demo. */
  until: number | null;
}

export interface Place {
  kind: 'coalition' | 'meeting';
  id: string;
  title: string;
  /** Of a meeting: planned start, milliseconds; of a coalition: when it was founded. */
  at: number;
  roles: readonly Role[];
}

/** GET /api/session */
export interface SessionAnswer {
  places: Place[];
  mayCreate: boolean;
  /** Who runs the server and how to reach them, as they say; null where they say nothing. */
  operator: string | null;
  /** Whether the demo can be entered here. */
  demo: boolean;
  /** True where the line is plain HTTP: people are told that the hall's network can listen. */
  plainHttp: boolean;
}

/** GET /api/coalitions/:coalitionId */
export interface CoalitionAnswer {
  coalition: FoundedCoalition;
  you: string;
  /** `timeZone` is the host's. */
  meetings: {
    id: string;
    title: string;
    kind: MeetingKind;
    startsAt: number;
    timeZone: string;
    place: string;
    phase: string;
  }[];
}

/** GET /api/coalitions/:coalitionId/meetings/:meetingId/agenda: as adopted, else as its document stands. */
export interface AgendaAnswer {
  items: AgendaItemBody[];
}

/** GET /api/doors/:code */
export interface DoorAnswer {
  meetingId: string;
  title: string;
  coalition: string;
  startsAt: number;
  timeZone: string;
  /** Where people meet in body; empty where they do not. */
  place: string;
  language: 'id' | 'en';
  partners: { id: string; name: string; mark: string; colour: number; chamber: string | null }[];
  chambers: { id: string; name: string; shape: string }[];
  /** Whether whoever comes in has to wait until they are let in. */
  waitingRoom: boolean;
  /** How many months the coalition keeps its meetings; null: until it deletes them. */
  retentionMonths: number | null;
}

export interface Founded {
  coalitionId: string;
  personId: string;
}

/** POST /api/coalitions/:coalitionId/meetings */
export interface Planned {
  meetingId: string;
}

/** GET /api/meetings/:meetingId/invitation: an e-mail in the meeting's language, to be sent by people. */
export interface InvitationAnswer {
  subject: string;
  body: string;
}

/** POST /api/links */
export interface Entered {
  kind: 'coalition' | 'meeting';
  id: string;
  personId: string;
}

/** POST /api/tickets */
export interface TicketAnswer {
  ticket: string;
}

export interface CameIn {
  meetingId: string;
  personId: string;
}

/** GET /api/meetings/:meetingId/people/:personId/link */
export interface LinkAnswer {
  url: string;
}

/** GET /api/documents/:kind/:id/history */
export interface DocumentVersions {
  /** Newest first. */
  versions: DocumentVersion[];
  /** Who is behind a Yjs client id. */
  authors: { clientId: number; personId: string }[];
}

/** What was written in one go. GET /api/documents/:kind/:id/at/:n has the document as it was then. */
export interface DocumentVersion {
  /** Number of its last update. */
  n: number;
  /** Of its last update, milliseconds. */
  at: number;
  /** Those who wrote it, in order of their first change. */
  by: string[];
}

/** GET /api/meetings/:meetingId/me.json: what the server holds of whoever asks. Times are milliseconds since 1970, UTC. */
export interface OwnData {
  format: 'mufakat-own-data';
  version: 1;
  at: number;
  meeting: { id: string; title: string; coalition: string; startsAt: number; timeZone: string };
  person: {
    id: string;
    /** How they are called now, then how they were called before, newest first. */
    names: { name: string; address: string }[];
    partner: string | null;
    roles: readonly Role[];
    votes: boolean;
    seat: 'waiting' | 'held' | 'removed';
    blocked: boolean;
    attendance: 'never' | 'signed' | 'left';
    signedAt: number | null;
    leftAt: number | null;
    hasLink: boolean;
  };
  /** What happened to their seat, and what they did, in order; `seq` is the event's number in the record. */
  history: {
    seq: number;
    at: number;
    type: string;
    /** Where a seat was given or changed. */
    seat: { partner: string | null; roles: readonly Role[]; votes: boolean } | null;
  }[];
  /** What they said in words of their own: reasons, proposals, statements. */
  words: { seq: number; at: number; in: string; text: string }[];
  /** What they answered or voted, as far as it can still be told whose it was. */
  votes: { pollId: string; decision: string; choice: unknown }[];
  /** Changes to shared texts that are kept under their id. */
  writing: { document: string; updates: number; firstAt: number; lastAt: number }[];
}

/** Any answer that refuses. `sentence` is in the language that the request accepts. */
export interface RefusalAnswer {
  code: string;
  sentence: string;
}
