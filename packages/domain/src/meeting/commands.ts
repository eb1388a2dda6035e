/** Commands that plan a meeting, change its invitation, open its door, run its phases. */
import * as z from 'zod';
import { decisionRuleSchema } from '../decision-rule';
import { httpUrlSchema, idSchema } from '../ids';
import { limits } from '../limits';

export const electorates = ['person', 'partner'] as const;
/** How a partner's vote follows from those of its people, where these cast it; else its delegate does. */
export const partnerVotes = ['majority', 'split'] as const;
/** What a meeting is for: the five templates of practice, or none of them. */
export const meetingKinds = ['founding', 'working', 'priorities', 'review', 'emergency', 'other'] as const;
export type MeetingKind = (typeof meetingKinds)[number];
export const pauseKinds = ['break', 'lobby', 'prayer', 'quorum', 'other'] as const;
export type PauseKind = (typeof pauseKinds)[number];

export const reasonSchema = z.string().trim().max(limits.reasonLength);
const millis = z.int().min(0).max(8_640_000_000_000_000);

/** What stands on the invitation, and may still be changed until the meeting opens. */
const notice = {
  title: z.string().trim().min(1).max(limits.titleLength),
  /** Milliseconds since 1970, UTC. */
  startsAt: millis,
  /** IANA name of the zone in which the host thinks of the date. */
  timeZone: z.string().min(1).max(64),
  /** Where people meet in body; empty where they do not. */
  place: z.string().trim().max(limits.placeLength),
  /** Where people hear and see each other, such as a Jitsi or Zoom room; empty where there is none. */
  callUrl: z.union([z.literal(''), httpUrlSchema]),
};

const plan = z.strictObject({
  type: z.literal('meeting.plan'),
  ...notice,
  kind: z.enum(meetingKinds),
  language: z.enum(['id', 'en']),
  invited: z
    .array(z.strictObject({ partnerId: idSchema, heads: z.int().min(1).max(limits.peopleInMeeting) }))
    .max(limits.partners),
  rule: decisionRuleSchema,
  electorate: z.enum(electorates),
});

const changeNotice = z.strictObject({ type: z.literal('meeting.change'), ...notice });

const doorOpen = z.strictObject({
  type: z.literal('door.open'),
  hours: z.int().min(1).max(limits.doorHours),
});
const doorClose = z.strictObject({ type: z.literal('door.close') });
/** While it is on, whoever comes by the open code waits until someone lets them in. */
const setWaitingRoom = z.strictObject({ type: z.literal('waiting-room.set'), on: z.boolean() });
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
/** Undoes a hasty close. */
const reopen = z.strictObject({ type: z.literal('meeting.reopen'), reason: reasonSchema });

export const meetingPhaseCommands = [
  plan,
  changeNotice,
  doorOpen,
  doorClose,
  setWaitingRoom,
  open,
  pause,
  resume,
  close,
  reopen,
] as const;
export type MeetingPhaseCommand = z.infer<(typeof meetingPhaseCommands)[number]>;
