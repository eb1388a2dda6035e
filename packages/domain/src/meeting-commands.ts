/** All commands that a meeting takes, as one union. */
import * as z from 'zod';
import { agendaCommands } from './agenda/commands';
import { conflictCommands } from './conflicts/commands';
import { decisionCommands } from './decisions/commands';
import { goalCommands } from './goals/commands';
import { meetingPhaseCommands } from './meeting/commands';
import { minutesCommands } from './minutes/commands';
import { peopleCommands } from './people/commands';
import type { MeetingCommandType } from './permissions';
import { pollCommands } from './polls/commands';
import { tieCommands } from './ties/commands';
import { questionCommands } from './questions/commands';

export const meetingCommandSchema = z.discriminatedUnion('type', [
  ...meetingPhaseCommands,
  ...peopleCommands,
  ...agendaCommands,
  ...goalCommands,
  ...decisionCommands,
  ...pollCommands,
  ...tieCommands,
  ...conflictCommands,
  ...questionCommands,
  ...minutesCommands,
]);
export type MeetingCommand = z.infer<typeof meetingCommandSchema>;

/** Every command has a row in permissions.ts and every row a command; a gap does not compile. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const everyCommandHasItsRight: Same<MeetingCommand['type'], MeetingCommandType> = true;
void everyCommandHasItsRight;
