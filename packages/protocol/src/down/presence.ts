/** `presence`: who is connected now, one entry a person however many devices. Of the moment; never in the record. */
import { idSchema } from '@mufakat/domain';
import * as z from 'zod';

export const presenceSchema = z.strictObject({ meetingId: idSchema, people: z.array(idSchema) });
export type PresenceFrame = z.infer<typeof presenceSchema>;
