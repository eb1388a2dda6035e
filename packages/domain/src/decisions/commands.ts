/** Commands on decisions: their wording, the ladder, the outcome. Polls are in polls/. */
import * as z from 'zod';
import { decisionRuleSchema } from '../decision-rule';
import { idSchema } from '../ids';
import { limits } from '../limits';
import { electorates, partnerVotes, reasonSchema } from '../meeting/commands';

const decisionId = idSchema;

const draft = z.strictObject({
  type: z.literal('decision.draft'),
  title: z.string().trim().min(1).max(limits.titleLength),
  itemId: idSchema.nullable(),
  /** The meeting's own rule and electorate where these are null. */
  rule: decisionRuleSchema.nullable(),
  electorate: z.enum(electorates).nullable(),
  /** Where the people of each partner set its vote; left out where its delegate does. */
  partnerVote: z.exactOptional(z.enum(partnerVotes)),
  /** The wording to begin with, plain text by paragraphs; null leaves the document empty. */
  wording: z.string().trim().min(1).max(limits.wordingLength).nullable(),
});
const freeze = z.strictObject({ type: z.literal('text.freeze'), decisionId });
const reopen = z.strictObject({ type: z.literal('text.reopen'), decisionId, reason: reasonSchema });
/** Words written on a dead line into a text that was frozen meanwhile. */
const propose = z.strictObject({
  type: z.literal('text.propose'),
  decisionId,
  /** SHA-256 of the frozen text that the proposal would change. */
  base: z.string().regex(/^[0-9a-f]{64}$/),
  text: z.string().trim().min(1).max(limits.wordingLength),
});
const descend = z.strictObject({ type: z.literal('rung.descend'), decisionId, reason: reasonSchema });
const decide = z.strictObject({
  type: z.literal('decision.decide'),
  decisionId,
  outcome: z.enum(['decided', 'not-decided']),
  statement: reasonSchema,
});
/** The next step of the rule after a count that lacked its quorum: a wait, a second call, going on with those here. */
const quorumStep = z.strictObject({
  type: z.literal('quorum.step'),
  decisionId,
  /** When the room meets again, server time in milliseconds; null where the step is to go on. */
  until: z.int().min(0).max(8_640_000_000_000_000).nullable(),
});
const makeVoid = z.strictObject({ type: z.literal('decision.void'), decisionId, reason: reasonSchema });

export const decisionCommands = [
  draft,
  freeze,
  reopen,
  propose,
  descend,
  quorumStep,
  decide,
  makeVoid,
] as const;
export type DecisionCommand = z.infer<(typeof decisionCommands)[number]>;
