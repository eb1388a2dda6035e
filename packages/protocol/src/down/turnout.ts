/**
 * `turnout`: how many voices an open poll has, at most five times a second. Never what they said, but for a temperature
 * check that is told while it goes on.
 */
import { idSchema } from '@mufakat/domain';
import * as z from 'zod';

export const turnoutSchema = z.strictObject({
  pollId: idSchema,
  cast: z.int(),
  /** Of such a check: for each option how many have given each of the five steps, the lowest first. */
  steps: z.array(z.array(z.int())).exactOptional(),
  byChamber: z.array(z.strictObject({ chamber: idSchema.nullable(), cast: z.int() })),
});
export type TurnoutFrame = z.infer<typeof turnoutSchema>;
