/** Events that break a tie, version 1. */
import * as z from 'zod';
import { idSchema } from '../ids';

const choice = z.enum(['yes', 'no']);

/** 32 bytes in hex: a lot's seed, and its SHA-256 over the 64 digits. */
export const lotDigitsSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** By the chair's casting vote. */
const settled = z.strictObject({ type: z.literal('tie.settled'), pollId: idSchema, choice, by: idSchema });
/** Whoever doubts it holds the seed against the hash in `poll.opened`, and draws again (packages/tally, lot.ts). */
const drawn = z.strictObject({
  type: z.literal('tie.drawn'),
  pollId: idSchema,
  choice,
  seed: lotDigitsSchema,
});

export const tieEvents = [settled, drawn] as const;
export type TieEvent = z.infer<(typeof tieEvents)[number]>;
