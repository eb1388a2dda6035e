/**
 * `waiting`: what whoever waits to be let in may know, sent anew whenever it changes. They get no events, no presence
 * and nothing else; when they are let in, `refold` says so.
 */
import { idSchema, type WaitingView } from '@mufakat/domain';
import * as z from 'zod';

/** The domain's view of those who wait, as a schema; one that does not fit it does not compile. */
const view = {
  title: z.string(),
  coalition: z.string(),
  startsAt: z.int(),
  timeZone: z.string(),
  place: z.string(),
  phase: z.enum(['planned', 'lobby', 'open', 'paused', 'closed']),
  name: z.string(),
  address: z.string(),
  partner: z.strictObject({ name: z.string(), mark: z.string() }).nullable(),
} satisfies { [Key in keyof WaitingView]: z.ZodType<WaitingView[Key]> };

export const waitingSchema = z.strictObject({ meetingId: idSchema, ...view });
export type WaitingFrame = z.infer<typeof waitingSchema>;
