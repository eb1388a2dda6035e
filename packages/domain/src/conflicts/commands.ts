/** Commands about conflicts of interest in a decision. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { reasonSchema } from '../meeting/commands';

const declare = z.strictObject({
  type: z.literal('conflict.declare'),
  decisionId: idSchema,
  personId: idSchema,
  /** May be empty where it is one's own. */
  reason: reasonSchema,
});
const withdraw = z.strictObject({
  type: z.literal('conflict.withdraw'),
  decisionId: idSchema,
  personId: idSchema,
});

export const conflictCommands = [declare, withdraw] as const;
export type ConflictCommand = z.infer<(typeof conflictCommands)[number]>;
