/** Events of a meeting's phases, version 1. */
import * as z from 'zod';
import { decisionRuleSchema } from '../decision-rule';
import { carriedTextSchema, goalLanguagesSchema } from '../goals/schemas';
import { idSchema } from '../ids';
import { wordsSchema } from '../words-schema';
import { chamberShapes } from '../coalition/commands';
import { electorates, meetingKinds, pauseKinds } from './commands';

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

/** A goal as the coalition last left it: carried into each new meeting, so that rules there read no other record. */
const carriedGoal = z.strictObject({
  id: idSchema,
  title: z.string(),
  languages: goalLanguagesSchema,
  /** Of the text that is open, or was locked last. */
  version: z.int(),
  text: carriedTextSchema,
});
export type CarriedGoal = z.infer<typeof carriedGoal>;

const notice = {
  title: z.string(),
  startsAt: z.int(),
  timeZone: z.string(),
  place: z.string(),
  callUrl: z.string(),
};

const planned = z.strictObject({
  type: z.literal('meeting.planned'),
  meetingId: idSchema,
  coalitionId: idSchema,
  coalitionName: wordsSchema,
  coalitionForm: z.string(),
  ...notice,
  kind: z.enum(meetingKinds),
  language: z.enum(['id', 'en']),
  chambers: z.array(z.strictObject({ id: idSchema, name: z.string(), shape: z.enum(chamberShapes) })),
  partners: z.array(invitedPartner),
  goals: z.array(carriedGoal),
  rule: decisionRuleSchema,
  electorate: z.enum(electorates),
});

const changed = z.strictObject({ type: z.literal('meeting.changed'), ...notice });

const doorOpened = z.strictObject({ type: z.literal('door.opened'), code: z.string(), until: z.int() });
const doorClosed = z.strictObject({ type: z.literal('door.closed') });
const waitingRoomSet = z.strictObject({ type: z.literal('waiting-room.set'), on: z.boolean() });
const opened = z.strictObject({ type: z.literal('meeting.opened') });
const paused = z.strictObject({
  type: z.literal('meeting.paused'),
  kind: z.enum(pauseKinds),
  reason: wordsSchema,
  until: z.int(),
});
const resumed = z.strictObject({ type: z.literal('meeting.resumed') });
const closed = z.strictObject({ type: z.literal('meeting.closed') });
const reopened = z.strictObject({ type: z.literal('meeting.reopened'), reason: wordsSchema });

export const meetingPhaseEvents = [
  planned,
  changed,
  doorOpened,
  doorClosed,
  waitingRoomSet,
  opened,
  paused,
  resumed,
  closed,
  reopened,
] as const;
export type MeetingPhaseEvent = z.infer<(typeof meetingPhaseEvents)[number]>;
export type MeetingPlanned = z.infer<typeof planned>;
