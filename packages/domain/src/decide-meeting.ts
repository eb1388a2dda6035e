/**
 * The one entry to a meeting's rules: may this person try (permissions.ts), does the meeting take commands at all,
 * then the rule of the command's own area. The same on server and client.
 */
import { decideAgenda } from './agenda/decide';
import { decideConflict } from './conflicts/decide';
import type { Context } from './context';
import { decideDecision } from './decisions/decide';
import { decideGoal } from './goals/decide';
import type { Id } from './ids';
import type { MeetingCommand } from './meeting-commands';
import type { MeetingEvent } from './meeting-events';
import { decidePhase, decidePlan } from './meeting/decide';
import type { Meeting, MeetingState } from './meeting/state';
import { changesMinutes, decideMinutes } from './minutes/decide';
import { lockedMinutes } from './minutes/views';
import { decidePeople } from './people/decide';
import { mayDo } from './people/views';
import { commandRights } from './permissions';
import { decidePoll } from './polls/decide';
import { decideQuestion } from './questions/decide';
import { assertNever, refused, type Result } from './result';
import { decideTie } from './ties/decide';

type PlannedCommand = Exclude<MeetingCommand, { type: 'meeting.plan' }>;

/** [R2] Before the plan there is no meeting; a second plan finds it made already, whoever sends it. */
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
  if (state.phase.status === 'closed' && !outlivesTheClose(command, context))
    return refused('meeting_closed');
  if (changesMinutes(command) && lockedMinutes(state)) return refused('minutes_frozen');
  return decideArea(state, command, context);
}

/**
 * [R1] A person's roles must hold the command's right. [R3] The door itself only lets people come in, and the clock
 * only closes questions.
 */
function mayTry(state: Meeting, command: PlannedCommand, { actor }: Context): boolean {
  if (actor.kind === 'door') return command.type === 'person.come';
  if (actor.kind === 'clock') return command.type === 'question.close';
  if (isOwnErasure(command, actor.personId)) return true;
  if (showsMinutes(command) && mayDo(state, actor.personId, 'minutes')) return true;
  return command.type !== 'person.come' && mayDo(state, actor.personId, commandRights[command.type]);
}

/** [P8] One's own name is one's own also while waiting, and after being removed. */
function isOwnErasure(command: PlannedCommand, personId: Id): boolean {
  return command.type === 'person.erase' && command.personId === personId;
}

/** [A6] The minutes are put on stage also by those who keep them. */
function showsMinutes(command: PlannedCommand): boolean {
  return command.type === 'stage.set' && command.stage.kind === 'minutes';
}

/**
 * [M8] After the close the record takes nothing more but erasures, links taken back, being opened again, its minutes,
 * and the end of questions that stayed open: closed by the clock, published, with an outcome.
 */
function outlivesTheClose({ type }: PlannedCommand, { actor }: Context): boolean {
  switch (type) {
    case 'question.close':
      return actor.kind === 'clock';
    case 'question.publish':
    case 'question.state-outcome':
    case 'question.void':
    case 'person.erase':
    case 'words.take-back':
    case 'link.revoke':
    case 'meeting.reopen':
    case 'minutes.freeze':
    case 'minutes.reopen':
    case 'minutes.correct':
    case 'minutes.settle':
    case 'minutes.sign':
      return true;
    default:
      return false;
  }
}

function decideArea(state: Meeting, command: PlannedCommand, context: Context): Result<MeetingEvent[]> {
  switch (command.type) {
    case 'meeting.change':
    case 'waiting-room.set':
    case 'meeting.reopen':
    case 'door.open':
    case 'door.close':
    case 'meeting.open':
    case 'meeting.pause':
    case 'meeting.resume':
    case 'meeting.close':
      return decidePhase(state, command, context);
    case 'person.come':
    case 'person.seat':
    case 'seat.change':
    case 'people.admit':
    case 'person.rename':
    case 'person.unblock':
    case 'chair.hand-over':
    case 'chair.take':
    case 'person.remove':
    case 'link.issue':
    case 'link.revoke':
    case 'attendance.sign':
    case 'attendance.leave':
    case 'person.erase':
    case 'words.take-back':
      return decidePeople(state, command, context);
    case 'agenda.adopt':
    case 'agenda.propose':
    case 'agenda.answer':
    case 'agenda.withdraw':
    case 'item.start':
    case 'item.extend':
    case 'stage.set':
      return decideAgenda(state, command, context);
    case 'goal.draft':
    case 'goal.resume':
    case 'goal.freeze':
    case 'goal.reopen':
    case 'goal.propose':
      return decideGoal(state, command, context);
    case 'decision.draft':
    case 'text.freeze':
    case 'text.reopen':
    case 'text.propose':
    case 'quorum.step':
    case 'rung.descend':
    case 'decision.decide':
    case 'decision.void':
      return decideDecision(state, command, context);
    case 'poll.open':
    case 'poll.demand-count':
    case 'poll.close':
    case 'poll.void':
      return decidePoll(state, command, context);
    case 'tie.cast':
    case 'tie.draw':
      return decideTie(state, command, context);
    case 'conflict.declare':
    case 'conflict.withdraw':
      return decideConflict(state, command, context);
    case 'question.draft':
    case 'question.revise':
    case 'question.withdraw':
    case 'question.open':
    case 'question.close':
    case 'question.publish':
    case 'question.state-outcome':
    case 'question.void':
    case 'roll.add':
      return decideQuestion(state, command, context);
    case 'minutes.freeze':
    case 'minutes.reopen':
    case 'minutes.correct':
    case 'minutes.settle':
    case 'minutes.sign':
      return decideMinutes(state, command, context);
    default:
      return assertNever(command);
  }
}
