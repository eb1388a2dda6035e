/** Events of decisions, version 1. */
import * as z from 'zod';
import { decisionRuleSchema } from '../decision-rule';
import { idSchema } from '../ids';
import { electorates, partnerVotes } from '../meeting/commands';
import { wordsSchema } from '../words-schema';

const decisionId = idSchema;
const rung = z.enum(['acclamation', 'consent', 'qualified', 'vote']);

const drafted = z.strictObject({
  type: z.literal('decision.drafted'),
  decisionId,
  title: z.string(),
  itemId: idSchema.nullable(),
  rule: decisionRuleSchema,
  electorate: z.enum(electorates),
  partnerVote: z.exactOptional(z.enum(partnerVotes)),
});
/** Where prose and facts meet: canonical text, its SHA-256, and the document that it was taken from. */
const frozen = z.strictObject({
  type: z.literal('text.frozen'),
  decisionId,
  version: z.int(),
  document: z.string(),
  /** Canonical text (`canon:1` of packages/record). */
  text: z.string(),
  /** The same as plain text, for people. */
  plain: z.string(),
  hash: z.string(),
});
const reopened = z.strictObject({ type: z.literal('text.reopened'), decisionId, reason: wordsSchema });
const proposed = z.strictObject({
  type: z.literal('text.proposed'),
  decisionId,
  proposalId: idSchema,
  base: z.string(),
  text: wordsSchema,
  by: idSchema,
});
const descended = z.strictObject({
  type: z.literal('rung.descended'),
  decisionId,
  from: rung,
  to: rung,
  reason: wordsSchema,
});
const quorumStepped = z.strictObject({
  type: z.literal('quorum.stepped'),
  decisionId,
  step: z.enum(['wait', 'reconvene', 'proceed']),
  until: z.int().nullable(),
});
const decided = z.strictObject({
  type: z.literal('decision.decided'),
  decisionId,
  outcome: z.enum(['decided', 'not-decided']),
  rung,
  pollId: idSchema.nullable(),
  statement: wordsSchema,
});
const voided = z.strictObject({ type: z.literal('decision.voided'), decisionId, reason: wordsSchema });

export const decisionEvents = [
  drafted,
  frozen,
  reopened,
  proposed,
  descended,
  quorumStepped,
  decided,
  voided,
] as const;
export type DecisionEvent = z.infer<(typeof decisionEvents)[number]>;
