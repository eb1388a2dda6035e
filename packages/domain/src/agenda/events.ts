/** Events of the adopted agenda, version 1. Rules read items from here and never from the document. */
import * as z from 'zod';
import { itemKinds } from '../context';
import { idSchema } from '../ids';
import { wordsSchema } from '../words-schema';
import { stageSchema } from './commands';

export const agendaItemSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  kind: z.enum(itemKinds),
  minutes: z.int(),
  presenter: wordsSchema,
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

const adopted = z.strictObject({
  type: z.literal('agenda.adopted'),
  version: z.int(),
  items: z.array(agendaItemSchema),
});
const started = z.strictObject({ type: z.literal('item.started'), item: agendaItemSchema });
const extended = z.strictObject({ type: z.literal('item.extended'), itemId: idSchema, minutes: z.int() });
const stageSet = z.strictObject({ type: z.literal('stage.set'), stage: stageSchema });

export const agendaEvents = [adopted, started, extended, stageSet] as const;
export type AgendaEvent = z.infer<(typeof agendaEvents)[number]>;
