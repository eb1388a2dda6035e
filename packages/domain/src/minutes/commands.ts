/**
 * Commands on the minutes. Their facts write themselves and their prose is written in its document; here they are
 * corrected, locked, signed, and opened again as the next version.
 */
import * as z from 'zod';
import { idSchema } from '../ids';
import { limits } from '../limits';
import { reasonSchema } from '../meeting/commands';
import { capacities } from './capacities';
import { partSchema } from './schemas';

const freeze = z.strictObject({ type: z.literal('minutes.freeze') });
const reopen = z.strictObject({ type: z.literal('minutes.reopen'), reason: reasonSchema });
/** A correction that somebody asks for, to one part or, with null, to the whole. */
const correct = z.strictObject({
  type: z.literal('minutes.correct'),
  part: partSchema.nullable(),
  text: z.string().trim().min(1).max(limits.reasonLength),
});
const settle = z.strictObject({
  type: z.literal('minutes.settle'),
  correctionId: idSchema,
  taken: z.boolean(),
});
/** `version` is the one that was read, so that nobody signs what was opened again meanwhile. */
const sign = z.strictObject({
  type: z.literal('minutes.sign'),
  version: z.int().min(1).max(1_000_000),
  as: z.enum(capacities),
});

export const minutesCommands = [freeze, reopen, correct, settle, sign] as const;
export type MinutesCommand = z.infer<(typeof minutesCommands)[number]>;
