/** `turnout`: how many voices an open poll has, at most five times a second. Never what they said. */
import { idSchema } from '@mufakat/domain';
import * as z from 'zod';

export const turnoutSchema = z.strictObject({
  pollId: idSchema,
  cast: z.int(),
  byChamber: z.array(z.strictObject({ chamber: idSchema.nullable(), cast: z.int() })),
});
export type TurnoutFrame = z.infer<typeof turnoutSchema>;
