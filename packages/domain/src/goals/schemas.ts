/**
 * The wire shape of a goal's texts. Apart from the rest of goals/, because a planned meeting carries the goals of its
 * coalition and its events therefore know this shape too.
 */
import * as z from 'zod';
import { idSchema } from '../ids';
import { goalLanguages } from './languages';

export const goalLanguagesSchema = z.array(z.enum(goalLanguages)).min(1).max(goalLanguages.length);

/** A clause as it was locked: its wording in each of the goal's languages. */
export const goalClauseSchema = z.strictObject({
  id: idSchema,
  words: z.array(
    z.strictObject({
      language: z.enum(goalLanguages),
      /** Canonical text (`canon:1` of packages/record). */
      text: z.string(),
      plain: z.string(),
    }),
  ),
});
export type GoalClause = z.infer<typeof goalClauseSchema>;

/** Locked clauses with the canonical JSON of all of them, its SHA-256, and the whole as plain text. */
export const frozenGoal = {
  clauses: z.array(goalClauseSchema),
  text: z.string(),
  plain: z.string(),
  hash: z.string(),
};

export const carriedTextSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open') }),
  z.strictObject({ status: z.literal('frozen'), ...frozenGoal, at: z.int() }),
]);
