/**
 * `presence`: who is connected now, one entry a person however many devices, and since when no chair is. Of the
 * moment; never in the record.
 */
import { idSchema } from '@mufakat/domain';
import * as z from 'zod';

export const presenceSchema = z.strictObject({
  meetingId: idSchema,
  people: z.array(idSchema),
  /** Server time at which the last line of any chair went; null while a chair is connected. */
  chairsAwaySince: z.int().nullable(),
});
export type PresenceFrame = z.infer<typeof presenceSchema>;
