/** Commands on polls. Ballots are no commands: they go to the ballot box (ballot.ts). */
import * as z from 'zod';
import { idSchema } from '../ids';
import { reasonSchema } from '../meeting/commands';

const open = z.strictObject({ type: z.literal('poll.open'), decisionId: idSchema });
const demandCount = z.strictObject({ type: z.literal('poll.demand-count'), pollId: idSchema });
const close = z.strictObject({ type: z.literal('poll.close'), pollId: idSchema });
/** Makes a closed count count for nothing, such as one closed in haste; the room may be asked again. */
const makeVoid = z.strictObject({ type: z.literal('poll.void'), pollId: idSchema, reason: reasonSchema });

export const pollCommands = [open, demandCount, close, makeVoid] as const;
export type PollCommand = z.infer<(typeof pollCommands)[number]>;
