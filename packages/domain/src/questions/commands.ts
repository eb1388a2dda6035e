/** Commands on questions, which are polls with options. Ballots are no commands: they go to the ballot box (ballot.ts). */
import * as z from 'zod';
import { idSchema } from '../ids';
import { reasonSchema } from '../meeting/commands';
import { plainContentSchema } from './schemas';

const pollId = idSchema;

const draft = z.strictObject({ type: z.literal('question.draft'), content: plainContentSchema });
const revise = z.strictObject({ type: z.literal('question.revise'), pollId, content: plainContentSchema });
const withdraw = z.strictObject({ type: z.literal('question.withdraw'), pollId });
const open = z.strictObject({ type: z.literal('question.open'), pollId });
const close = z.strictObject({ type: z.literal('question.close'), pollId });
/** From the meeting to whoever looks on: the screen, those who read the record. */
const publish = z.strictObject({ type: z.literal('question.publish'), pollId });
/** What the meeting makes of the count, in a person's words. */
const stateOutcome = z.strictObject({
  type: z.literal('question.state-outcome'),
  pollId,
  statement: reasonSchema,
});
/** Calls off an open question, or makes its count count for nothing. */
const makeVoid = z.strictObject({ type: z.literal('question.void'), pollId, reason: reasonSchema });
/** Puts someone on the roll of an open poll, of either kind, who was left out: a person's id, or a partner's. */
const addToRoll = z.strictObject({
  type: z.literal('roll.add'),
  pollId,
  key: idSchema,
  reason: reasonSchema,
});

export const questionCommands = [
  draft,
  revise,
  withdraw,
  open,
  close,
  publish,
  stateOutcome,
  makeVoid,
  addToRoll,
] as const;
export type QuestionCommand = z.infer<(typeof questionCommands)[number]>;
