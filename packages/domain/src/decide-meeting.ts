/**
 * The one entry to a meeting's rules: may this person try (permissions.ts), does the meeting take commands at all,
 * then the rule of the command's own area. The same on server and client.
 */
import { decideAgenda } from './agenda/decide';
import { agendaCommands, type AgendaCommand } from './agenda/commands';
import type { Context } from './context';
import { decisionCommands, type DecisionCommand } from './decisions/commands';
import { decideDecision } from './decisions/decide';
import type { MeetingCommand } from './meeting-commands';
import type { MeetingEvent } from './meeting-events';
import { decidePhase, decidePlan } from './meeting/decide';
import type { Meeting, MeetingState } from './meeting/state';
import { decidePeople } from './people/decide';
import { peopleCommands, type PeopleCommand } from './people/commands';
import { mayDo } from './people/views';
import { commandRights } from './permissions';
import { decidePoll } from './polls/decide';
import { pollCommands, type PollCommand } from './polls/commands';
import { refused, type Result } from './result';

export function decideMeeting(
  state: MeetingState,
  command: MeetingCommand,
  context: Context,
): Result<MeetingEvent[]> {
  if (command.type === 'meeting.plan') {
    return state.status === 'planned' ? refused('already_planned') : decidePlan(command, context);
  }
  if (state.status === 'unplanned') return refused('not_found');
  if (!mayTry(state, command, context)) return refused('not_allowed');
  if (state.phase.status === 'closed' && !outlivesTheClose(command)) return refused('meeting_closed');
  if (isOf<PeopleCommand>(command, peopleCommands)) return decidePeople(state, command, context);
  if (isOf<AgendaCommand>(command, agendaCommands)) return decideAgenda(state, command, context);
  if (isOf<DecisionCommand>(command, decisionCommands)) return decideDecision(state, command, context);
  if (isOf<PollCommand>(command, pollCommands)) return decidePoll(state, command, context);
  return decidePhase(state, command, context);
}

/** [R1] A person's roles must hold the command's right; the door itself only lets people come in. */
function mayTry(state: Meeting, command: MeetingCommand, { actor }: Context): boolean {
  if (actor.kind === 'door') return command.type === 'person.come';
  return command.type !== 'person.come' && mayDo(state, actor.personId, commandRights[command.type]);
}

/** [M8] After the close the record takes nothing more but erasure and its refusals. */
function outlivesTheClose(command: MeetingCommand): boolean {
  return (
    command.type === 'person.erase' || command.type === 'words.take-back' || command.type === 'link.revoke'
  );
}

type Schemas = readonly { shape: { type: { value: string } } }[];

const typesOf = new Map<Schemas, ReadonlySet<string>>();

function isOf<C extends MeetingCommand>(command: MeetingCommand, schemas: Schemas): command is C {
  let types = typesOf.get(schemas);
  if (!types) {
    types = new Set(schemas.map((schema) => schema.shape.type.value));
    typesOf.set(schemas, types);
  }
  return types.has(command.type);
}
