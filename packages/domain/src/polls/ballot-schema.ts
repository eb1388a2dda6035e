/** The wire shape of a ballot. Its rule is ballot.ts, which a page loads without any schema. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { reasonSchema } from '../meeting/commands';
import { answers, voteChoices } from './ballot';

const consentChoice = z.strictObject({
  kind: z.literal('consent'),
  answer: z.enum(answers),
  note: reasonSchema,
  /** For an objection: what would make the text acceptable. */
  acceptableIf: reasonSchema,
  /** For *not yet*: a day, `YYYY-MM-DD`. */
  until: z.iso.date().nullable(),
  /** Said by the secretary, without naming the partner. */
  viaSecretary: z.boolean(),
});
const voteChoice = z.strictObject({ kind: z.literal('vote'), vote: z.enum(voteChoices) });

export const choiceSchema = z.discriminatedUnion('kind', [consentChoice, voteChoice]);
export type Choice = z.infer<typeof choiceSchema>;
export type ConsentChoice = z.infer<typeof consentChoice>;

export const ballotSchema = z.strictObject({
  /** Made by the client and kept over retries; the same id counts once. */
  ballotId: idSchema,
  pollId: idSchema,
  choice: choiceSchema,
});
export type Ballot = z.infer<typeof ballotSchema>;
