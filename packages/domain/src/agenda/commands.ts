/** Commands on the adopted agenda and what is on stage. Writing the agenda happens in its document, not here. */
import * as z from 'zod';
import { idSchema } from '../ids';
import { limits } from '../limits';

/** The document as it stands; after the first adoption, the change that was proposed. */
const adopt = z.strictObject({ type: z.literal('agenda.adopt') });
/** Puts the document as it stands to the room as a change of the adopted agenda. */
const propose = z.strictObject({ type: z.literal('agenda.propose') });
/** One tap: yes, or no, which needs no reason. */
const answer = z.strictObject({ type: z.literal('agenda.answer'), proposalId: idSchema, yes: z.boolean() });
const withdraw = z.strictObject({ type: z.literal('agenda.withdraw'), proposalId: idSchema });
const start = z.strictObject({ type: z.literal('item.start'), itemId: idSchema });
const extend = z.strictObject({
  type: z.literal('item.extend'),
  minutes: z.int().min(1).max(limits.itemMinutes),
});
export const stageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agenda') }),
  z.strictObject({ kind: z.literal('decision'), decisionId: idSchema }),
  z.strictObject({ kind: z.literal('goal'), goalId: idSchema }),
  z.strictObject({ kind: z.literal('question'), pollId: idSchema }),
  z.strictObject({ kind: z.literal('minutes') }),
]);
const setStage = z.strictObject({ type: z.literal('stage.set'), stage: stageSchema });

export const agendaCommands = [adopt, propose, answer, withdraw, start, extend, setStage] as const;
export type AgendaCommand = z.infer<(typeof agendaCommands)[number]>;
