/**
 * The wire shape of a question, its options and its ballots. Bounds here keep every ballot within
 * `limits.secretChoiceLength`; whether figures make sense together is packages/tally's to say (content-problem.ts).
 */
import * as z from 'zod';
import { idSchema } from '../ids';
import { limits } from '../limits';
import { wordsSchema } from '../words-schema';
import {
  questionElectorates,
  type ContentOf,
  type OptionsChoice,
  type QuestionContent,
  type QuestionMethod,
} from './content';

const seats = z.int().min(1).max(limits.options);
const one = z.literal(1);
const unranked = z.enum(['last', 'exhausted']);
const strength = z.enum(['margins', 'winning']);
const figure = z.int().min(-limits.figure).max(limits.figure);
const amount = z.int().min(1).max(limits.figure);

export const methodSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('plurality'), seats }),
  z.strictObject({ method: z.literal('approval'), seats, most: amount.nullable() }),
  z.strictObject({
    method: z.literal('score'),
    seats,
    least: figure,
    most: figure,
    unscored: z.enum(['zero', 'skipped']),
    by: z.enum(['sum', 'mean']),
  }),
  z.strictObject({
    method: z.literal('dots'),
    seats,
    budget: amount,
    cap: amount.nullable(),
    leftovers: z.enum(['allowed', 'refused']),
  }),
  z.strictObject({
    method: z.literal('quadratic'),
    seats,
    credits: amount,
    against: z.enum(['allowed', 'refused']),
  }),
  z.strictObject({
    method: z.literal('irv'),
    seats: one,
    unranked,
    skippedRanks: z.enum(['pass-over', 'exhaust', 'exhaust-at-two']),
    equalRanks: z.enum(['exhaust', 'pass-over', 'exhaust-while-several']),
    stopAt: z.enum(['majority', 'two']),
  }),
  z.strictObject({ method: z.literal('stv-scottish'), seats }),
  z.strictObject({ method: z.literal('stv-meek'), seats }),
  z.strictObject({ method: z.literal('schulze'), seats, unranked, strength }),
  z.strictObject({ method: z.literal('ranked-pairs'), seats, unranked, strength }),
  z.strictObject({
    method: z.literal('borda'),
    seats,
    unrankedPoints: z.enum(['average', 'zero', 'modified']),
  }),
  z.strictObject({ method: z.literal('star'), seats: one, most: amount }),
  z.strictObject({
    method: z.literal('majority-judgment'),
    seats,
    grades: z.array(z.string().trim().min(1).max(40)).min(2).max(10),
  }),
  z.strictObject({ method: z.literal('temperature'), seats: z.literal(0) }),
]) satisfies z.ZodType<QuestionMethod>;

function optionSchema<W>(text: z.ZodType<W>) {
  return z.strictObject({
    id: idSchema,
    text,
    place: z.string().trim().max(limits.placeLength),
    volume: z.string().trim().max(limits.nameLength),
    cost: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
    partnerId: idSchema.nullable(),
  });
}

function contentSchema<W>({ title, about, text }: Record<'title' | 'about' | 'text', z.ZodType<W>>) {
  return z.strictObject({
    title,
    about,
    itemId: idSchema.nullable(),
    options: z.array(optionSchema(text)).min(1).max(limits.options),
    money: z
      .strictObject({
        unit: z.string().trim().min(1).max(20),
        ceiling: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
      })
      .nullable(),
    method: methodSchema,
    electorate: z.enum(questionElectorates),
    secrecy: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('open') }),
      z.strictObject({ kind: z.literal('secret'), breakdown: z.enum(['none', 'chamber']) }),
    ]),
    revote: z.enum(['until-close', 'none']),
    result: z.enum(['at-close', 'live']),
    force: z.enum(['binding', 'unbinding']),
    deadline: z.int().min(0).max(8_640_000_000_000_000).nullable(),
    afterMeeting: z.enum(['closes', 'stays-open']),
  });
}

/** As it is drafted: plain texts. */
export const plainContentSchema = contentSchema({
  title: z.string().trim().min(1).max(limits.titleLength),
  about: z.string().trim().max(limits.reasonLength),
  text: z.string().trim().min(1).max(limits.titleLength),
}) satisfies z.ZodType<ContentOf<string>>;

/** As it stands in the record: texts that can be erased. */
export const wordedContentSchema = contentSchema({
  title: wordsSchema,
  about: wordsSchema,
  text: wordsSchema,
}) satisfies z.ZodType<QuestionContent>;

const place = z
  .int()
  .min(0)
  .max(limits.options - 1);

export const optionsChoices = [
  z.strictObject({ kind: z.literal('one'), choice: place.nullable() }),
  z.strictObject({ kind: z.literal('marks'), marks: z.array(place).max(limits.options) }),
  z.strictObject({ kind: z.literal('figures'), figures: z.array(figure.nullable()).max(limits.options) }),
  z.strictObject({
    kind: z.literal('ranking'),
    ranking: z.array(z.array(place).max(limits.options)).max(limits.options),
  }),
] as const;

export const optionsChoiceSchema = z.discriminatedUnion(
  'kind',
  optionsChoices,
) satisfies z.ZodType<OptionsChoice>;

export type PlainContent = z.infer<typeof plainContentSchema>;
export type WordedContent = z.infer<typeof wordedContentSchema>;
