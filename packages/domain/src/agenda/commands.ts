/** Commands on the adopted agenda and what is on stage. Writing the agenda happens in its document, not here. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { limits } from '../limits';

const adopt = z.strictObject({ type: z.literal('agenda.adopt') });
const start = z.strictObject({ type: z.literal('item.start'), itemId: idSchema });
const extend = z.strictObject({
  type: z.literal('item.extend'),
  minutes: z.int().min(1).max(limits.itemMinutes),
});
export const stageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agenda') }),
  z.strictObject({ kind: z.literal('decision'), decisionId: idSchema }),
]);
const setStage = z.strictObject({ type: z.literal('stage.set'), stage: stageSchema });

export const agendaCommands = [adopt, start, extend, setStage] as const;
export type AgendaCommand = z.infer<(typeof agendaCommands)[number]>;
