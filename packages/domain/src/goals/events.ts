/** Events of goals, version 1. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { wordsSchema } from '../words-schema';
import { goalLanguages } from './languages';
import { frozenGoal, goalLanguagesSchema } from './schemas';

const goalId = idSchema;

const drafted = z.strictObject({
  type: z.literal('goal.drafted'),
  goalId,
  title: z.string(),
  languages: goalLanguagesSchema,
});
/** This meeting goes on writing what another left unlocked; the document is written from here now. */
const resumed = z.strictObject({ type: z.literal('goal.resumed'), goalId });
/** Where prose and facts meet: every clause in every language, and the hash of all. */
const frozen = z.strictObject({
  type: z.literal('goal.frozen'),
  goalId,
  version: z.int(),
  document: z.string(),
  ...frozenGoal,
});
const reopened = z.strictObject({ type: z.literal('goal.reopened'), goalId, reason: wordsSchema });
const proposed = z.strictObject({
  type: z.literal('goal.proposed'),
  goalId,
  proposalId: idSchema,
  clauseId: idSchema,
  language: z.enum(goalLanguages),
  base: z.string(),
  text: wordsSchema,
  by: idSchema,
});

export const goalEvents = [drafted, resumed, frozen, reopened, proposed] as const;
export type GoalEvent = z.infer<(typeof goalEvents)[number]>;
