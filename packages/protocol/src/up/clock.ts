/** `clock`: what time is it on the server? Asked now and then, so that every timer shows the same. */
import * as z from 'zod';

export const clockSchema = z.strictObject({});
export const clockAckSchema = z.strictObject({ ok: z.literal(true), now: z.int() });
export type ClockAck = z.infer<typeof clockAckSchema>;
