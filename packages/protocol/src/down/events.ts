/** `events`: news of a meeting, in order and without gaps; a gap means: join again after the last seq. */
import { idSchema } from '@mufakat/domain';
import * as z from 'zod';
import { wireEventSchema } from '../wire-event';

export const eventsSchema = z.strictObject({ meetingId: idSchema, events: z.array(wireEventSchema) });
export type EventsFrame = z.infer<typeof eventsSchema>;
