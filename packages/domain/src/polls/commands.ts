/** Commands on polls. Ballots are no commands: they go to the ballot box (ballot.ts). */
import * as z from 'zod';
import { idSchema } from '../ids';

const open = z.strictObject({ type: z.literal('poll.open'), decisionId: idSchema });
const demandCount = z.strictObject({ type: z.literal('poll.demand-count'), pollId: idSchema });
const close = z.strictObject({ type: z.literal('poll.close'), pollId: idSchema });

export const pollCommands = [open, demandCount, close] as const;
export type PollCommand = z.infer<(typeof pollCommands)[number]>;
