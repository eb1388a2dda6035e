/**
 * `pack`: many events at once for a device that is joining and can read packs, sent just before the answer that names it.
 * The same for all who join at the same event and may see the same.
 */
import { idSchema } from '@mufakat/domain';
import * as z from 'zod';

export const packSchema = z.strictObject({
  meetingId: idSchema,
  /** Of the event before the first in it. */
  afterSeq: z.int().min(0),
  /** Of the last event in it. */
  upTo: z.int().min(1),
  /** The events as a JSON array, deflated (RFC 1951), in base64. */
  events: z.base64(),
});
export type PackFrame = z.infer<typeof packSchema>;
