/**
 * `pack`: many events at once for a device that is joining and can read packs. One or several come in order just before
 * the answer, which names the last. The same for all who may see the same.
 */
import { idSchema } from '@mufakat/domain';
import * as z from 'zod';

export const packSchema = z.strictObject({
  meetingId: idSchema,
  /** Of the event before the first in it. */
  afterSeq: z.int().min(0),
  /** Of the last event in it. */
  upTo: z.int().min(1),
  /** The events as a JSON array, deflated (RFC 1951): the one thing on this channel that is bytes. */
  events: z.custom<PackedBytes>(isBytes),
});
export type PackFrame = z.infer<typeof packSchema>;

/** As Socket.IO hands bytes on: an ArrayBuffer in browsers, a Buffer in Node. */
export type PackedBytes = Uint8Array<ArrayBuffer> | ArrayBuffer;

function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array || value instanceof ArrayBuffer;
}
