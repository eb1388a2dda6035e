/** Rules about people (SPEC.md, P1 to P10): coming in, seats, links, attendance, erasure, words taken back. */
import type { Context } from '../context';
import type { Id } from '../ids';
import { isFull } from '../meeting/decide';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting, Person } from '../meeting/state';
import { hasRight, type Role } from '../permissions';
import { isRemark } from '../polls/views';
import { assertNever, ok, refused, type Result } from '../result';
import type { RefusalCode } from '../refusals';
import { wordsIn } from '../words';
import type { PeopleCommand } from './commands';
import { chairs, mayDo, seatedPerson } from './views';

type Seat = { partnerId: Id | null; roles: readonly Role[]; votes: boolean };

export function decidePeople(
  state: Meeting,
  command: PeopleCommand,
  context: Context,
): Result<MeetingEvent[]> {
  switch (command.type) {
    case 'person.come':
      return come(state, command, context);
    case 'person.seat': {
      const { name, address, partnerId, roles, votes } = command;
      if (isFull(state)) return refused('server_busy');
      const problem = seatProblem(state, command);
      return problem ? refused(problem) : ok([seated(context, { name, address, partnerId, roles, votes })]);
    }
    case 'seat.change':
      return changeSeat(state, command);
    case 'person.remove':
      return remove(state, command.personId);
    case 'link.issue':
      return seatedPerson(state, command.personId)
        ? ok([{ type: 'link.issued', personId: command.personId, linkId: context.newId() }])
        : refused('person_unknown');
    case 'link.revoke': {
      const linkId = state.people[command.personId]?.linkId;
      return linkId
        ? ok([{ type: 'link.revoked', personId: command.personId, linkId }])
        : refused('person_unknown');
    }
    case 'attendance.sign':
    case 'attendance.leave':
      return attendance(state, command.type, context);
    case 'person.erase':
      return erase(state, command.personId, context);
    case 'words.take-back':
      return takeBack(state, command.wordsId, context);
    default:
      return assertNever(command);
  }
}

/** [P1] Whoever comes in by the open code is a guest, whatever name they type. */
function come(
  state: Meeting,
  command: Extract<PeopleCommand, { type: 'person.come' }>,
  context: Context,
): Result<MeetingEvent[]> {
  if (context.actor.kind !== 'door') return refused('not_allowed');
  if (state.door.status !== 'open') return refused('door_closed');
  if (state.door.until <= context.now) return refused('code_expired');
  if (isFull(state)) return refused('server_busy');
  const { name, address, partnerId } = command;
  if (partnerId !== null && !isInvited(state, partnerId)) return refused('partner_not_invited');
  return ok([seated(context, { name, address, partnerId, roles: ['guest'], votes: false })]);
}

function seated(
  context: Context,
  person: { name: string; address: string; partnerId: Id | null; roles: Role[]; votes: boolean },
): MeetingEvent {
  const { name, ...rest } = person;
  return {
    type: 'person.seated',
    personId: context.newId(),
    name: { id: context.newId(), text: name },
    ...rest,
  };
}

function isInvited(state: Meeting, partnerId: Id): boolean {
  return state.plan.partners.some((partner) => partner.id === partnerId);
}

/** [P3] A vote needs a role that may have one; a delegate needs a partner; a partner must be invited. */
function seatProblem(state: Meeting, seat: Seat): RefusalCode | null {
  if (seat.partnerId !== null && !isInvited(state, seat.partnerId)) return 'partner_not_invited';
  if (seat.votes && !hasRight(seat.roles, 'votePerson')) return 'role_cannot_vote';
  if (seat.roles.includes('delegate') && seat.partnerId === null) return 'delegate_needs_partner';
  return null;
}

function changeSeat(
  state: Meeting,
  command: Extract<PeopleCommand, { type: 'seat.change' }>,
): Result<MeetingEvent[]> {
  const { personId, partnerId, roles, votes } = command;
  const person = seatedPerson(state, personId);
  if (!person) return refused('person_unknown');
  if (isLastChair(state, person) && !roles.includes('chair')) return refused('last_chair');
  const problem = seatProblem(state, command);
  return problem ? refused(problem) : ok([{ type: 'seat.changed', personId, partnerId, roles, votes }]);
}

function remove(state: Meeting, personId: Id): Result<MeetingEvent[]> {
  const person = seatedPerson(state, personId);
  if (!person) return refused('person_unknown');
  return isLastChair(state, person) ? refused('last_chair') : ok([{ type: 'person.removed', personId }]);
}

/** [P4] A meeting never loses its last chair. */
function isLastChair(state: Meeting, person: Person): boolean {
  const all = chairs(state);
  return all.length === 1 && all[0]?.id === person.id;
}

/** [P6] The attendance list opens with the door and keeps who has gone. */
function attendance(
  state: Meeting,
  type: 'attendance.sign' | 'attendance.leave',
  context: Context,
): Result<MeetingEvent[]> {
  const person = context.actor.kind === 'person' ? seatedPerson(state, context.actor.personId) : null;
  if (!person) return refused('person_unknown');
  if (state.phase.status === 'planned') return refused('not_open');
  if (type === 'attendance.sign') {
    return person.attendance === 'signed'
      ? refused('already_here')
      : ok([{ type: 'attendance.signed', personId: person.id }]);
  }
  return person.attendance === 'signed'
    ? ok([{ type: 'attendance.left', personId: person.id }])
    : refused('not_here');
}

/** [P8] People erase themselves; the chair may do it for them. The name goes, the chain stays. */
function erase(state: Meeting, personId: Id, context: Context): Result<MeetingEvent[]> {
  const person = state.people[personId];
  if (!person) return refused('person_unknown');
  const own = context.actor.kind === 'person' && context.actor.personId === personId;
  if (!own && !(context.actor.kind === 'person' && mayDo(state, context.actor.personId, 'letIn'))) {
    return refused('not_allowed');
  }
  if (isLastChair(state, person) && state.phase.status !== 'closed') return refused('last_chair');
  const wordsIds = wordsIn(person);
  return ok([
    { type: 'person.erased', personId, wordsIds },
    ...(person.seat === 'held' ? [{ type: 'person.removed', personId } as const] : []),
  ]);
}

/** [P9] Words are taken back by their author until the close; a remark, whose author is not named, by the chair. */
function takeBack(state: Meeting, wordsId: Id, context: Context): Result<MeetingEvent[]> {
  if (context.actor.kind !== 'person') return refused('not_allowed');
  if (state.phase.status === 'closed') return refused('words_kept_after_close');
  const author = state.authors[wordsId];
  const remark = isRemark(state, wordsId);
  if (author === undefined && !remark) return refused('words_unknown');
  const { personId } = context.actor;
  if (author !== personId && !(remark && mayDo(state, personId, 'decisions')))
    return refused('words_not_yours');
  return ok([{ type: 'words.taken-back', wordsIds: [wordsId] }]);
}
