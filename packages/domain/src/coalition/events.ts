/** Events of a coalition's record, version 1. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { wordsSchema } from '../words-schema';
import { chamberShapes, coalitionForms, partnerKinds } from './commands';

export const partnerSchema = z.strictObject({
  id: idSchema,
  name: wordsSchema,
  mark: z.string(),
  kind: z.enum(partnerKinds),
  place: z.string(),
  colour: z.int().min(1).max(8),
  chamber: idSchema.nullable(),
  weight: z.int().min(1),
});
export type Partner = z.infer<typeof partnerSchema>;

const coalitionFounded = z.strictObject({
  type: z.literal('coalition.founded'),
  coalitionId: idSchema,
  name: wordsSchema,
  form: z.enum(coalitionForms),
  languages: z.array(z.enum(['id', 'en'])),
  chamberSets: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      chambers: z.array(z.strictObject({ id: idSchema, name: z.string(), shape: z.enum(chamberShapes) })),
    }),
  ),
  partners: z.array(partnerSchema),
  founder: z.strictObject({
    personId: idSchema,
    name: wordsSchema,
    address: wordsSchema,
    partnerId: idSchema.nullable(),
    /** Of the founder's personal link, the way back from another device. */
    linkId: idSchema,
  }),
});

const partnerAdded = z.strictObject({ type: z.literal('partner.added'), partner: partnerSchema });
const partnerChanged = z.strictObject({ type: z.literal('partner.changed'), partner: partnerSchema });

/** Where the partner was a single person, its name goes with it. */
const partnerRemoved = z.strictObject({
  type: z.literal('partner.removed'),
  partnerId: idSchema,
  wordsIds: z.array(idSchema),
});
const coalitionChanged = z.strictObject({
  type: z.literal('coalition.changed'),
  name: wordsSchema,
  form: z.enum(coalitionForms),
  languages: z.array(z.enum(['id', 'en'])),
  secretariat: idSchema.nullable(),
  retentionMonths: z.int().nullable(),
});

export const coalitionEventSchema = z.discriminatedUnion('type', [
  coalitionFounded,
  coalitionChanged,
  partnerRemoved,
  partnerAdded,
  partnerChanged,
]);
export type CoalitionEvent = z.infer<typeof coalitionEventSchema>;
