/**
 * Commands on a coalition: found it, add and change its partners.
 * Planning a meeting is a command on the meeting (meeting.plan), since it starts a record of its own.
 */
import * as z from 'zod';
import { idSchema } from '../ids';
import { limits } from '../limits';

export const coalitionForms = ['forum', 'aliansi', 'jejaring', 'kemitraan', 'koalisi'] as const;
export const partnerKinds = [
  'civil-society',
  'government',
  'business',
  'community',
  'academia',
  'international',
  'individual',
] as const;
export const chamberShapes = ['square', 'circle', 'diamond', 'hexagon'] as const;

const name = z.string().trim().min(1).max(limits.nameLength);
/** Two letters or digits of any script, as they stand on the partner's mark. */
const mark = z.string().trim().min(1).max(4);

const partnerDraft = {
  name,
  mark,
  kind: z.enum(partnerKinds),
  place: z.string().trim().max(limits.nameLength),
  /** Index into the chambers of the first set, or null where the coalition has none. */
  weight: z.int().min(1).max(1_000_000),
};

const coalitionFound = z.strictObject({
  type: z.literal('coalition.found'),
  name,
  form: z.enum(coalitionForms),
  languages: z
    .array(z.enum(['id', 'en']))
    .min(1)
    .max(2),
  chambers: z.array(z.strictObject({ name, shape: z.enum(chamberShapes) })).max(limits.chambers),
  partners: z
    .array(
      z.strictObject({
        ...partnerDraft,
        chamber: z
          .int()
          .min(0)
          .max(limits.chambers - 1)
          .nullable(),
      }),
    )
    .max(limits.partners),
  /** Who founds it, as they want to be addressed. */
  founder: z.strictObject({
    name,
    address: z.string().trim().max(40),
    /** Index into `partners`: whom the founder comes for. */
    partner: z
      .int()
      .min(0)
      .max(limits.partners - 1)
      .nullable(),
  }),
});

const partnerAdd = z.strictObject({
  type: z.literal('partner.add'),
  ...partnerDraft,
  chamber: idSchema.nullable(),
});

const partnerChange = z.strictObject({
  type: z.literal('partner.change'),
  partnerId: idSchema,
  ...partnerDraft,
  chamber: idSchema.nullable(),
});

export const coalitionCommandSchema = z.discriminatedUnion('type', [
  coalitionFound,
  partnerAdd,
  partnerChange,
]);
export type CoalitionCommand = z.infer<typeof coalitionCommandSchema>;
export type CoalitionFound = z.infer<typeof coalitionFound>;
