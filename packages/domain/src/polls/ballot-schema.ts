/** The wire shape of a ballot. Apart from its rule (ballot.ts), so that a page that votes loads no schema. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { reasonSchema } from '../meeting/commands';
import { answers, voteChoices, type Ballot, type Choice } from './choices';

const consentChoice = z.strictObject({
  kind: z.literal('consent'),
  answer: z.enum(answers),
  note: reasonSchema,
  acceptableIf: reasonSchema,
  until: z.iso.date().nullable(),
  viaSecretary: z.boolean(),
});
const voteChoice = z.strictObject({ kind: z.literal('vote'), vote: z.enum(voteChoices) });

export const choiceSchema = z.discriminatedUnion('kind', [
  consentChoice,
  voteChoice,
]) satisfies z.ZodType<Choice>;

export const ballotSchema = z.strictObject({
  ballotId: idSchema,
  pollId: idSchema,
  choice: choiceSchema,
}) satisfies z.ZodType<Ballot>;
