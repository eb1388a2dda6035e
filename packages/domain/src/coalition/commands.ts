/**
 * Commands on a coalition: found it, change what it says of itself, add, change and remove its partners.
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

const languagesSchema = z
  .array(z.enum(['id', 'en']))
  .min(1)
  .max(2);

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
  languages: languagesSchema,
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

const partnerRemove = z.strictObject({ type: z.literal('partner.remove'), partnerId: idSchema });

const coalitionChange = z.strictObject({
  type: z.literal('coalition.change'),
  name,
  form: z.enum(coalitionForms),
  languages: languagesSchema,
  /** The partner that keeps the coalition going between meetings. */
  secretariat: idSchema.nullable(),
  /** Meetings are deleted so many months after they closed; null keeps them. */
  retentionMonths: z.int().min(1).max(limits.retentionMonths).nullable(),
});

export const coalitionCommandSchema = z.discriminatedUnion('type', [
  coalitionFound,
  coalitionChange,
  partnerRemove,
  partnerAdd,
  partnerChange,
]);
export type CoalitionCommand = z.infer<typeof coalitionCommandSchema>;
export type CoalitionFound = z.infer<typeof coalitionFound>;
