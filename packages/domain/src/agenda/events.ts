/** Events of the adopted agenda, version 1. Rules read items from here and never from the document. */
import * as z from 'zod';
import { itemKinds } from '../context';
import { idSchema } from '../ids';
import { wordsSchema } from '../words-schema';
import { stageSchema } from './commands';

/** A link to a background paper. */
const paperSchema = z.strictObject({ title: z.string(), url: z.string() });

export const agendaItemSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  kind: z.enum(itemKinds),
  minutes: z.int(),
  presenter: wordsSchema,
  papers: z.array(paperSchema),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

const adopted = z.strictObject({
  type: z.literal('agenda.adopted'),
  version: z.int(),
  items: z.array(agendaItemSchema),
});
const proposed = z.strictObject({
  type: z.literal('agenda.proposed'),
  proposalId: idSchema,
  items: z.array(agendaItemSchema),
  by: idSchema,
});
const answered = z.strictObject({
  type: z.literal('agenda.answered'),
  proposalId: idSchema,
  personId: idSchema,
  yes: z.boolean(),
});
const withdrawn = z.strictObject({ type: z.literal('agenda.withdrawn'), proposalId: idSchema });
const started = z.strictObject({ type: z.literal('item.started'), item: agendaItemSchema });
const extended = z.strictObject({ type: z.literal('item.extended'), itemId: idSchema, minutes: z.int() });
const stageSet = z.strictObject({ type: z.literal('stage.set'), stage: stageSchema });

export const agendaEvents = [adopted, proposed, answered, withdrawn, started, extended, stageSet] as const;
export type AgendaEvent = z.infer<(typeof agendaEvents)[number]>;
