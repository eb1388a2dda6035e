/** Events of the minutes, version 1. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { wordsSchema } from '../words-schema';
import { capacities } from './capacities';
import { partSchema } from './schemas';

/**
 * The minutes as they were read out. What they tell is the record up to `upTo`, whose link is `head`; beside it stands
 * the secretary's prose (adr/0004). Signatures are given to this event.
 */
const frozen = z.strictObject({
  type: z.literal('minutes.frozen'),
  version: z.int(),
  upTo: z.int(),
  head: z.string(),
  /** Canonical text (`canon:1` of packages/record), of the parts that have any. */
  prose: z.array(z.strictObject({ part: partSchema, text: wordsSchema })),
});
const reopened = z.strictObject({
  type: z.literal('minutes.reopened'),
  version: z.int(),
  reason: wordsSchema,
});
const correctionAsked = z.strictObject({
  type: z.literal('minutes.correction-asked'),
  correctionId: idSchema,
  part: partSchema.nullable(),
  text: wordsSchema,
  by: idSchema,
});
const correctionSettled = z.strictObject({
  type: z.literal('minutes.correction-settled'),
  correctionId: idSchema,
  taken: z.boolean(),
});
const signed = z.strictObject({
  type: z.literal('minutes.signed'),
  version: z.int(),
  personId: idSchema,
  as: z.enum(capacities),
});

export const minutesEvents = [frozen, reopened, correctionAsked, correctionSettled, signed] as const;
export type MinutesEvent = z.infer<(typeof minutesEvents)[number]>;
