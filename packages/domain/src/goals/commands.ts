/** Commands on goals. Writing a goal happens in its document; here it is begun, locked, and opened as its next version. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { limits } from '../limits';
import { reasonSchema } from '../meeting/commands';
import { goalLanguages } from './languages';
import { goalLanguagesSchema } from './schemas';

const goalId = idSchema;

const draft = z.strictObject({
  type: z.literal('goal.draft'),
  title: z.string().trim().min(1).max(limits.titleLength),
  languages: goalLanguagesSchema,
});
/** Goes on with a goal that another meeting left unlocked. */
const resume = z.strictObject({ type: z.literal('goal.resume'), goalId });
const freeze = z.strictObject({ type: z.literal('goal.freeze'), goalId });
const reopen = z.strictObject({ type: z.literal('goal.reopen'), goalId, reason: reasonSchema });
/** Words written on a dead line into a clause that was locked meanwhile. */
const propose = z.strictObject({
  type: z.literal('goal.propose'),
  goalId,
  clauseId: idSchema,
  language: z.enum(goalLanguages),
  /** SHA-256 of the locked goal that the proposal would change. */
  base: z.string().regex(/^[0-9a-f]{64}$/),
  text: z.string().trim().min(1).max(limits.wordingLength),
});

export const goalCommands = [draft, resume, freeze, reopen, propose] as const;
export type GoalCommand = z.infer<(typeof goalCommands)[number]>;
