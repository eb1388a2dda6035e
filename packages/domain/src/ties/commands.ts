/** Commands that break a tie, where the rule gives it to the chair or to the lot. */
import * as z from 'zod';
import { idSchema } from '../ids';

/** The chair's casting vote. */
const cast = z.strictObject({
  type: z.literal('tie.cast'),
  pollId: idSchema,
  choice: z.enum(['yes', 'no']),
});
const draw = z.strictObject({ type: z.literal('tie.draw'), pollId: idSchema });

export const tieCommands = [cast, draw] as const;
export type TieCommand = z.infer<(typeof tieCommands)[number]>;
