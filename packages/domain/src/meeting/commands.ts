/** Commands that plan a meeting, open its door, run its phases. */
import * as z from 'zod';
import { decisionRuleSchema } from '../decision-rule';
import { idSchema } from '../ids';
import { limits } from '../limits';

export const electorates = ['person', 'partner'] as const;
export const pauseKinds = ['break', 'lobby', 'prayer', 'quorum', 'other'] as const;

export const reasonSchema = z.string().trim().max(limits.reasonLength);
const millis = z.int().min(0).max(8_640_000_000_000_000);

const plan = z.strictObject({
  type: z.literal('meeting.plan'),
  title: z.string().trim().min(1).max(limits.titleLength),
  /** Milliseconds since 1970, UTC. */
  startsAt: millis,
  /** IANA name of the zone in which the host thinks of the date. */
  timeZone: z.string().min(1).max(64),
  language: z.enum(['id', 'en']),
  invited: z
    .array(z.strictObject({ partnerId: idSchema, heads: z.int().min(1).max(limits.peopleInMeeting) }))
    .max(limits.partners),
  rule: decisionRuleSchema,
  electorate: z.enum(electorates),
});

const doorOpen = z.strictObject({
  type: z.literal('door.open'),
  hours: z.int().min(1).max(limits.doorHours),
});
const doorClose = z.strictObject({ type: z.literal('door.close') });
const open = z.strictObject({ type: z.literal('meeting.open') });
const pause = z.strictObject({
  type: z.literal('meeting.pause'),
  kind: z.enum(pauseKinds),
  reason: reasonSchema,
  /** When the meeting comes back, server time in milliseconds. */
  until: millis,
});
const resume = z.strictObject({ type: z.literal('meeting.resume') });
const close = z.strictObject({ type: z.literal('meeting.close') });

export const meetingPhaseCommands = [plan, doorOpen, doorClose, open, pause, resume, close] as const;
export type MeetingPhaseCommand = z.infer<(typeof meetingPhaseCommands)[number]>;
