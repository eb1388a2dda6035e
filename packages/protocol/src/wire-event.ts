/** An event on the wire: sealed as in the record, or a stub where the viewer may not see it. */
import type { SealedEvent, StubEvent } from '@mufakat/record';
import * as z from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const sealedEventSchema = z.strictObject({
  v: z.int().min(1),
  seq: z.int().min(1),
  at: z.int(),
  type: z.string(),
  by: z.string().nullable(),
  salt: z.string(),
  prev: hash,
  leaf: hash,
  body: z.record(z.string(), z.json()),
  openings: z.record(z.string(), z.strictObject({ salt: z.string(), text: z.string() })),
}) satisfies z.ZodType<SealedEvent>;

export const stubEventSchema = z.strictObject({
  seq: z.int().min(1),
  prev: hash,
  leaf: hash,
}) satisfies z.ZodType<StubEvent>;

export const wireEventSchema = z.union([sealedEventSchema, stubEventSchema]);
export type WireEvent = z.infer<typeof wireEventSchema>;
