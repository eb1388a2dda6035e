/**
 * Events of polls, version 1. One event opens a poll with its rule, roll and text; one closes it with the tally,
 * the electorate as it was counted at the close, and the hash of the ballot box.
 */
import type { ConsentTally, VoteTally } from '@mufakat/tally';
import * as z from 'zod';
import { decisionRuleSchema } from '../decision-rule';
import { idSchema } from '../ids';
import { electorates, partnerVotes } from '../meeting/commands';
import { lotDigitsSchema } from '../ties/events';
import { wordsSchema } from '../words-schema';

const rung = z.enum(['acclamation', 'consent', 'qualified', 'vote']);
const voter = z.strictObject({ key: idSchema, chamber: idSchema.nullable(), weight: z.int() });
const count = z.strictObject({ chamber: idSchema.nullable(), weight: z.int() });

/** Its numbers are not checked here: whoever doubts them counts again (`mufakat verify`). */
function isTally(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('method' in value)) return false;
  return value.method === 'consent' || value.method === 'yes-no-abstain';
}

const opened = z.strictObject({
  type: z.literal('poll.opened'),
  pollId: idSchema,
  decisionId: idSchema,
  rung,
  textHash: z.string(),
  electorate: z.enum(electorates),
  rule: decisionRuleSchema,
  /** Who may vote, frozen now. Keys are person ids, or partner ids where partners vote. */
  roll: z.array(voter),
  /** Where the people of each partner set its vote: how, and who they are, frozen now. */
  people: z.exactOptional(
    z.strictObject({
      way: z.enum(partnerVotes),
      members: z.array(z.strictObject({ key: idSchema, partner: idSchema })),
    }),
  ),
  /** Who has a conflict of interest and therefore casts nothing and leaves the base; none where this is left out. */
  conflicted: z.exactOptional(z.array(idSchema)),
  /** Where a tie would go to the lot: the seed's hash, told before anyone votes, and the id by which it is kept. */
  lot: z.exactOptional(z.strictObject({ id: idSchema, hash: lotDigitsSchema })),
});
const countDemanded = z.strictObject({ type: z.literal('poll.count-demanded'), pollId: idSchema });

/** What stays beside the decision: notes, postponements, objections. Never who gave which answer otherwise. */
const remark = z.strictObject({
  answer: z.enum(['agree-with-note', 'not-yet', 'object']),
  /** Null where the person asked the secretary to say it without naming the partner. */
  partnerId: idSchema.nullable(),
  words: wordsSchema,
  /** For an objection: what would make the text acceptable. Empty where nothing was written. */
  acceptableIf: wordsSchema.nullable(),
  /** For *not yet*: the date by which the partner will answer, `YYYY-MM-DD`. */
  until: z.string().nullable(),
});
export type Remark = z.infer<typeof remark>;

const closed = z.strictObject({
  type: z.literal('poll.closed'),
  pollId: idSchema,
  /** How many on the roll have answered. */
  turnout: z.int(),
  boxHash: z.string(),
  electorate: z.strictObject({
    invited: z.array(count),
    present: z.array(count),
    attended: z.array(count),
    /** Voters on the roll who left the base, and whether they are in the numbers above; none where this is left out. */
    conflicted: z.exactOptional(
      z.array(z.strictObject({ key: idSchema, present: z.boolean(), attended: z.boolean() })),
    ),
  }),
  /** As packages/tally computed it; anyone can compute it again from the box, the rule and the roll. */
  tally: z.custom<VoteTally | ConsentTally>(isTally),
  passes: z.boolean(),
  remarks: z.array(remark),
});
const voided = z.strictObject({ type: z.literal('poll.voided'), pollId: idSchema, reason: wordsSchema });

export const pollEvents = [opened, countDemanded, closed, voided] as const;
export type PollEvent = z.infer<(typeof pollEvents)[number]>;
export type PollOpened = z.infer<typeof opened>;
export type PollClosed = z.infer<typeof closed>;
