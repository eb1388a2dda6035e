/**
 * The wire shape of a decision rule. The rule itself, its meaning and its words are packages/tally's; this is only
 * the schema that input has to pass, and it is checked against tally's type by the compiler.
 */
import type { DecisionRule } from '@mufakat/tally';
import * as z from 'zod';

const share = z.string().regex(/^\d{1,9}\/\d{1,9}$/, 'a share is an exact fraction such as "2/3"');
const base = z.enum(['roll', 'invited', 'present', 'attended']);

const majority = z.strictObject({
  base: z.enum(['yes+no', 'cast', 'present', 'attended', 'roll']),
  atLeast: share,
  strict: z.boolean(),
});

const chamberRule = z.strictObject({
  id: z.string().max(64),
  quorum: z.exactOptional(z.strictObject({ base, atLeast: share, strict: z.boolean() })),
  majority,
});

const quorumStep = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('wait'), hours: z.int().min(1).max(72) }),
  z.strictObject({ step: z.literal('reconvene'), days: z.int().min(1).max(60) }),
  z.strictObject({ step: z.literal('proceed') }),
]);

const quorum = z.strictObject({
  base,
  atLeast: share,
  strict: z.boolean(),
  per: z.exactOptional(z.array(z.string().max(64)).max(12)),
  ifNot: z.array(quorumStep).max(5),
});

const threshold = {
  majority,
  supportFrom: z.int().min(0).max(12),
  chambers: z.array(chamberRule).max(12),
};

const tie = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fails') }),
  z.strictObject({ kind: z.literal('chair') }),
  z.strictObject({ kind: z.literal('lot') }),
  z.strictObject({
    kind: z.literal('revote'),
    afterHours: z
      .int()
      .min(0)
      .max(24 * 30),
  }),
]);

export const decisionRuleSchema = z.strictObject({
  ...threshold,
  ladder: z
    .array(z.enum(['acclamation', 'consent', 'qualified', 'vote']))
    .min(1)
    .max(4),
  quorum: quorum.nullable(),
  qualified: z.strictObject(threshold).nullable(),
  consent: z.strictObject({ silence: z.enum(['counts', 'does-not-count']) }),
  emptyChamber: z.enum(['blocks', 'skipped']),
  tie,
  conflicted: z.enum(['leave-the-base', 'stay']),
  expires: z.string().max(40).nullable(),
}) satisfies z.ZodType<DecisionRule>;
