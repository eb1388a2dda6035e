/** The wire shape of a ballot. Apart from its rule (ballot.ts), so that a page that votes loads no schema. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { reasonSchema } from '../meeting/commands';
import { limits } from '../limits';
import { optionsChoices } from '../questions/schemas';
import { answers, voteChoices, type AnyChoice, type Ballot } from './choices';

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
  ...optionsChoices,
]) satisfies z.ZodType<AnyChoice>;

export const ballotSchema = z.strictObject({
  ballotId: idSchema,
  pollId: idSchema,
  choice: choiceSchema,
  padding: z.exactOptional(z.string().max(limits.secretChoiceLength)),
}) satisfies z.ZodType<Ballot>;
