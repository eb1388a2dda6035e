/** Events about conflicts of interest, version 1. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { wordsSchema } from '../words-schema';

const declared = z.strictObject({
  type: z.literal('conflict.declared'),
  decisionId: idSchema,
  personId: idSchema,
  reason: wordsSchema,
  /** The person, or the chair who noted it. */
  by: idSchema,
});
const withdrawn = z.strictObject({
  type: z.literal('conflict.withdrawn'),
  decisionId: idSchema,
  personId: idSchema,
});

export const conflictEvents = [declared, withdrawn] as const;
export type ConflictEvent = z.infer<(typeof conflictEvents)[number]>;
