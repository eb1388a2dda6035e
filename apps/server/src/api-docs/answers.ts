/**
 * The answers of the HTTP API as schemas, for its description. What each means stands at its type in packages/protocol;
 * a schema that does not fit its type does not compile, and a test holds real answers against them.
 */
import { meetingKinds, roles, type FoundedCoalition } from '@mufakat/domain';
import type {
  AgendaAnswer,
  DemoAnswer,
  DemoEnd,
  DemoSources,
  CameIn,
  CoalitionAnswer,
  DocumentVersions,
  DoorAnswer,
  Entered,
  Founded,
  InvitationAnswer,
  LinkAnswer,
  OwnData,
  Planned,
  RefusalAnswer,
  SessionAnswer,
  TicketAnswer,
} from '@mufakat/protocol';
import { planBody } from '@mufakat/protocol';
import * as z from 'zod';

const id = z.string().describe('22 characters of base64url');
const time = z.int().describe('milliseconds since 1970, UTC');
const kind = z.enum(['coalition', 'meeting']);

export const sessionAnswer: z.ZodType<SessionAnswer> = z.strictObject({
  places: z.array(
    z.strictObject({
      kind,
      id,
      title: z.string(),
      at: time,
      roles: z.array(z.enum(roles)).readonly(),
    }),
  ),
  demo: z.boolean(),
  mayCreate: z.boolean(),
  operator: z.string().nullable(),
  plainHttp: z.boolean(),
});

export const founded: z.ZodType<Founded> = z.strictObject({ coalitionId: id, personId: id });

export const coalitionAnswer: z.ZodType<CoalitionAnswer> = z.strictObject({
  coalition: z
    .custom<FoundedCoalition>((value) => typeof value === 'object' && value !== null)
    .describe('the body of coalition.founded, its words opened, with partners by id'),
  you: id,
  meetings: z.array(
    z.strictObject({
      id,
      title: z.string(),
      kind: z.enum(meetingKinds),
      startsAt: time,
      timeZone: z.string(),
      place: z.string(),
      phase: z.string(),
    }),
  ),
});

export const done = z.strictObject({ seq: z.int().describe('of the last event that the command made') });

export const demoAnswer: z.ZodType<DemoAnswer> = z.strictObject({ meetingId: id });
export const demoSources: z.ZodType<DemoSources> = z.strictObject({
  offered: z.boolean(),
  sources: z.array(z.strictObject({ title: z.string(), url: z.string() })),
});
export const demoEnd: z.ZodType<DemoEnd> = z.strictObject({ until: time.nullable() });
export const planned: z.ZodType<Planned> = z.strictObject({ meetingId: id });

export const agendaAnswer: z.ZodType<AgendaAnswer> = z.strictObject({ items: planBody.shape.agenda });

export const doorAnswer: z.ZodType<DoorAnswer> = z.strictObject({
  meetingId: id,
  title: z.string(),
  coalition: z.string(),
  startsAt: time,
  timeZone: z.string(),
  place: z.string(),
  language: z.enum(['id', 'en']),
  partners: z.array(
    z.strictObject({
      id,
      name: z.string(),
      mark: z.string(),
      colour: z.int(),
      chamber: id.nullable(),
    }),
  ),
  chambers: z.array(z.strictObject({ id, name: z.string(), shape: z.string() })),
  waitingRoom: z.boolean(),
  retentionMonths: z.int().nullable(),
});

export const cameIn: z.ZodType<CameIn> = z.strictObject({ meetingId: id, personId: id });
export const entered: z.ZodType<Entered> = z.strictObject({ kind, id, personId: id });
export const ticketAnswer: z.ZodType<TicketAnswer> = z.strictObject({ ticket: z.string() });
export const linkAnswer: z.ZodType<LinkAnswer> = z.strictObject({ url: z.string() });
export const invitationAnswer: z.ZodType<InvitationAnswer> = z.strictObject({
  subject: z.string(),
  body: z.string(),
});

const seat = { partner: z.string().nullable(), roles: z.array(z.enum(roles)).readonly(), votes: z.boolean() };
const event = { seq: z.int().describe('the event’s number in the record'), at: time };

export const ownData: z.ZodType<OwnData> = z.strictObject({
  format: z.literal('mufakat-own-data'),
  version: z.literal(1),
  at: time,
  meeting: z.strictObject({
    id,
    title: z.string(),
    coalition: z.string(),
    startsAt: time,
    timeZone: z.string(),
  }),
  person: z.strictObject({
    id,
    names: z.array(z.strictObject({ name: z.string(), address: z.string() })),
    ...seat,
    seat: z.enum(['waiting', 'held', 'removed']),
    blocked: z.boolean(),
    attendance: z.enum(['never', 'signed', 'left']),
    signedAt: time.nullable(),
    leftAt: time.nullable(),
    hasLink: z.boolean(),
  }),
  history: z.array(z.strictObject({ ...event, type: z.string(), seat: z.strictObject(seat).nullable() })),
  words: z.array(z.strictObject({ ...event, in: z.string(), text: z.string() })),
  votes: z.array(z.strictObject({ pollId: id, decision: z.string(), choice: z.unknown() })),
  writing: z.array(z.strictObject({ document: z.string(), updates: z.int(), firstAt: time, lastAt: time })),
});

export const documentVersions: z.ZodType<DocumentVersions> = z.strictObject({
  versions: z.array(z.strictObject({ n: z.int().describe('of its last update'), at: time, by: z.array(id) })),
  authors: z.array(z.strictObject({ clientId: z.int(), personId: id })),
});

const count = z.int();
export const healthAnswer = z.strictObject({
  status: z.enum(['well', 'ill']),
  store: z.enum(['well', 'ill']),
  rooms: z.strictObject({ meetings: count, people: count }),
  documents: z.strictObject({ documents: count, connections: count, unflushed: count, failed: count }),
  upSeconds: count,
});

export const refusalAnswer: z.ZodType<RefusalAnswer> = z.strictObject({
  code: z.string().describe('one of a closed list'),
  sentence: z.string().describe('for people, in the language that Accept-Language prefers'),
});
