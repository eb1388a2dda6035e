/**
 * `join`: come into a meeting's live session, or resume it after a dead line. The answer has every event after
 * `afterSeq`, in frames: while `more` is true, join again with the last seq received.
 */
import { idSchema } from '@mufakat/domain';
import * as z from 'zod';
import { presenceSchema } from '../down/presence';
import { turnoutSchema } from '../down/turnout';
import { refusalSchema } from '../refusal';
import { wireEventSchema } from '../wire-event';

export const joinSchema = z.strictObject({
  v: z.int(),
  meetingId: idSchema,
  /** 0 for the whole record. */
  afterSeq: z.int().min(0),
});
export type Join = z.infer<typeof joinSchema>;

export const joinAckSchema = z.union([
  z.strictObject({
    ok: z.literal(true),
    /** Server time, milliseconds; a client's own clock is never used. */
    now: z.int(),
    you: idSchema,
    events: z.array(wireEventSchema),
    more: z.boolean(),
    presence: presenceSchema,
    turnouts: z.array(turnoutSchema),
    /** Polls that are open and in which this person's voice has been given, with the choice. */
    given: z.array(z.strictObject({ pollId: idSchema, choice: z.json() })),
  }),
  refusalSchema,
]);
export type JoinAck = z.infer<typeof joinAckSchema>;
