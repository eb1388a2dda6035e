/**
 * `join`: come into a meeting's live session, or resume it after a dead line. The answer, and the frames just before it,
 * have every event after `afterSeq`: while `more` is true, join again with the last seq received. Who is connected comes as
 * a `presence` frame just before.
 */
import { idSchema } from '@mufakat/domain';
import * as z from 'zod';
import { turnoutSchema } from '../down/turnout';
import { waitingSchema } from '../down/waiting';
import { refusalSchema } from '../refusal';
import { wireEventSchema } from '../wire-event';

export const joinSchema = z.strictObject({
  v: z.int(),
  meetingId: idSchema,
  /** 0 for the whole record. */
  afterSeq: z.int().min(0),
  /** Whether `pack`s, and an `events` frame with what follows them, may come before the answer. */
  packed: z.boolean().optional(),
});
export type Join = z.infer<typeof joinSchema>;

const now = z.int().describe('server time, milliseconds; a client’s own clock is never used');

const seatedAckSchema = z.strictObject({
  ok: z.literal(true),
  now,
  you: idSchema,
  /** `upTo` of the last pack that was sent just before; the events of all of them come before `events`. */
  packedUpTo: z.int().min(1).optional(),
  /** Empty where they came in an `events` frame just before, which only those are sent who read packs. */
  events: z.array(wireEventSchema),
  more: z.boolean(),
  turnouts: z.array(turnoutSchema),
  /** Polls that are open and in which this person's voice has been given, with the choice. */
  given: z.array(z.strictObject({ pollId: idSchema, choice: z.json() })),
});
export type SeatedAck = z.infer<typeof seatedAckSchema>;

/** For whoever waits to be let in: nothing else. */
const waitingAckSchema = z.strictObject({ ok: z.literal(true), now, you: idSchema, waiting: waitingSchema });
export type WaitingAck = z.infer<typeof waitingAckSchema>;

export const joinAckSchema = z.union([seatedAckSchema, waitingAckSchema, refusalSchema]);
export type JoinAck = z.infer<typeof joinAckSchema>;
