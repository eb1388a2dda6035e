/** Events of a meeting's phases, version 1. */
import * as z from 'zod';
import { decisionRuleSchema } from '../decision-rule';
import { idSchema } from '../ids';
import { wordsSchema } from '../words-schema';
import { chamberShapes } from '../coalition/commands';
import { electorates, pauseKinds } from './commands';

const invitedPartner = z.strictObject({
  id: idSchema,
  name: wordsSchema,
  mark: z.string(),
  colour: z.int(),
  chamber: idSchema.nullable(),
  weight: z.int(),
  /** How many people the partner was invited to send. */
  heads: z.int(),
});
export type InvitedPartner = z.infer<typeof invitedPartner>;

const planned = z.strictObject({
  type: z.literal('meeting.planned'),
  meetingId: idSchema,
  coalitionId: idSchema,
  coalitionName: wordsSchema,
  coalitionForm: z.string(),
  title: z.string(),
  startsAt: z.int(),
  timeZone: z.string(),
  language: z.enum(['id', 'en']),
  chambers: z.array(z.strictObject({ id: idSchema, name: z.string(), shape: z.enum(chamberShapes) })),
  partners: z.array(invitedPartner),
  rule: decisionRuleSchema,
  electorate: z.enum(electorates),
});

const doorOpened = z.strictObject({ type: z.literal('door.opened'), code: z.string(), until: z.int() });
const doorClosed = z.strictObject({ type: z.literal('door.closed') });
const opened = z.strictObject({ type: z.literal('meeting.opened') });
const paused = z.strictObject({
  type: z.literal('meeting.paused'),
  kind: z.enum(pauseKinds),
  reason: wordsSchema,
  until: z.int(),
});
const resumed = z.strictObject({ type: z.literal('meeting.resumed') });
const closed = z.strictObject({ type: z.literal('meeting.closed') });

export const meetingPhaseEvents = [planned, doorOpened, doorClosed, opened, paused, resumed, closed] as const;
export type MeetingPhaseEvent = z.infer<(typeof meetingPhaseEvents)[number]>;
export type MeetingPlanned = z.infer<typeof planned>;
