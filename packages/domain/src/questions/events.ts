/**
 * Events of questions, version 1. A draft may change until it is opened; the opening fixes the roll and the order by
 * which ties are broken; the closing says all that a recount needs, and of a secret poll no more than that.
 */
import type { MethodResult } from '@mufakat/tally';
import * as z from 'zod';
import { idSchema } from '../ids';
import { wordsSchema } from '../words-schema';
import { wordedContentSchema } from './schemas';

const pollId = idSchema;
const rollEntrySchema = z.strictObject({
  key: idSchema,
  chamber: idSchema.nullable(),
  weight: z.int(),
});

/** Its numbers are not checked here: whoever doubts them counts again (`mufakat verify`). */
function isResult(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'method' in value && 'ranking' in value;
}

const drafted = z.strictObject({ type: z.literal('question.drafted'), pollId, content: wordedContentSchema });
const revised = z.strictObject({ type: z.literal('question.revised'), pollId, content: wordedContentSchema });
const withdrawn = z.strictObject({ type: z.literal('question.withdrawn'), pollId });
const opened = z.strictObject({
  type: z.literal('question.opened'),
  pollId,
  /** Who may vote, frozen now. Keys are person ids, or partner ids where partners vote. */
  roll: z.array(rollEntrySchema),
  rollHash: z.string(),
  /** Drawn now, before any ballot: of equal options the earlier goes first. Anyone can draw it again from the seed. */
  tieOrder: z.strictObject({ seed: z.string(), order: z.array(idSchema) }),
});
const closed = z.strictObject({
  type: z.literal('question.closed'),
  pollId,
  /** How many on the roll have voted. */
  turnout: z.int(),
  /** Of a secret poll: who has voted, by voter key, and nothing of what. Null where ballots bear their voter. */
  voted: z.array(idSchema).nullable(),
  /** Whether the published ballots of a secret poll tell their chamber; `too-few`: announced, and held back. */
  breakdown: z.enum(['none', 'shown', 'too-few']),
  boxHash: z.string(),
  /** As packages/tally computed it; anyone can compute it again from box, method and tie order. */
  tally: z.custom<MethodResult>(isResult),
});
const published = z.strictObject({ type: z.literal('question.published'), pollId });
const outcomeStated = z.strictObject({
  type: z.literal('question.outcome-stated'),
  pollId,
  statement: wordsSchema,
});
const voided = z.strictObject({ type: z.literal('question.voided'), pollId, reason: wordsSchema });
const addedToRoll = z.strictObject({
  type: z.literal('roll.added'),
  pollId,
  voter: rollEntrySchema,
  reason: wordsSchema,
});

export const questionEvents = [
  drafted,
  revised,
  withdrawn,
  opened,
  closed,
  published,
  outcomeStated,
  voided,
  addedToRoll,
] as const;
export type QuestionEvent = z.infer<(typeof questionEvents)[number]>;
export type QuestionOpened = z.infer<typeof opened>;
export type QuestionClosed = z.infer<typeof closed>;
