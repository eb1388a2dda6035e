/** Rules about people (SPEC.md, P1 to P13): coming in, seats, links, attendance, erasure, words taken back. */
import type { Context } from '../context';
import type { Id } from '../ids';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting, Person } from '../meeting/state';
import { isFull } from '../meeting/views';
import { hasRight, type Right, type Role } from '../permissions';
import { isRemark } from '../polls/views';
import { assertNever, ok, refused, type Result } from '../result';
import type { RefusalCode } from '../refusals';
import { textOf, type Words } from '../words';
import type { PeopleCommand } from './commands';
import { actsAsChair, handOver, isLastChair, mayHandle, takeChair } from './chair';
import { isChair, isListOpen, mayDo, seatedPerson } from './views';

type Of<T extends PeopleCommand['type']> = Extract<PeopleCommand, { type: T }>;
type Seat = { partnerId: Id | null; roles: Role[]; votes: boolean };

export function decidePeople(
  state: Meeting,
  command: PeopleCommand,
  context: Context,
): Result<MeetingEvent[]> {
  switch (command.type) {
    case 'person.come':
      return come(state, command, context);
    case 'person.seat':
      return seat(state, command, context);
    case 'seat.change':
      return changeSeat(state, command, context);
    case 'people.admit':
      return admit(state, command.personIds);
    case 'person.rename':
      return rename(state, command, context);
    case 'person.remove':
      return remove(state, command, context);
    case 'person.unblock':
      return unblock(state, command.personId);
    case 'chair.hand-over':
      return handOver(state, command.to, context);
    case 'chair.take':
      return takeChair(state, context);
    case 'link.issue':
      return issueLink(state, command.personId, context);
    case 'link.revoke':
      return revokeLink(state, command.personId, context);
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

/** [P1] Whoever comes in by the open code is a guest, whatever name they type. [P2] The code must be good now. */
function come(state: Meeting, command: Of<'person.come'>, context: Context): Result<MeetingEvent[]> {
  if (state.door.status !== 'open') return refused('door_closed');
  if (state.door.until <= context.now) return refused('code_expired');
  if (isFull(state)) return refused('server_busy');
  if (!isInvited(state, command.partnerId)) return refused('partner_not_invited');
  const { partnerId } = command;
  const guest = { partnerId, roles: ['guest' as const], votes: false };
  return ok([seated(context, command, guest, state.waitingRoom)]);
}

function seat(state: Meeting, command: Of<'person.seat'>, context: Context): Result<MeetingEvent[]> {
  if (command.roles.includes('chair') && !actsAsChair(state, context)) return refused('not_allowed');
  if (isFull(state)) return refused('server_busy');
  const problem = seatProblem(state, command);
  return problem ? refused(problem) : ok([seated(context, command, seatOf(command), false)]);
}

function seated(context: Context, { name, address }: Named, held: Seat, waits: boolean): MeetingEvent {
  return {
    type: 'person.seated',
    personId: context.newId(),
    name: { id: context.newId(), text: name },
    address: { id: context.newId(), text: address },
    ...held,
    waits,
  };
}

type Named = { name: string; address: string };

function seatOf({ partnerId, roles, votes }: Seat): Seat {
  return { partnerId, roles, votes };
}

/** Someone may come for nobody, or for a partner that is invited. */
function isInvited(state: Meeting, partnerId: Id | null): boolean {
  return partnerId === null || state.plan.partners.some((partner) => partner.id === partnerId);
}

/** [P3] A vote needs a role that may have one; a delegate needs a partner; a partner must be invited. */
function seatProblem(state: Meeting, held: Seat): RefusalCode | null {
  if (!isInvited(state, held.partnerId)) return 'partner_not_invited';
  if (held.votes && !hasRight(held.roles, 'votePerson')) return 'role_cannot_vote';
  if (held.roles.includes('delegate') && held.partnerId === null) return 'delegate_needs_partner';
  return null;
}

function changeSeat(state: Meeting, command: Of<'seat.change'>, context: Context): Result<MeetingEvent[]> {
  const { personId, roles } = command;
  const person = seatedPerson(state, personId);
  if (!person) return refused('person_unknown');
  const touchesTheChair = isChair(person) || roles.includes('chair');
  if (touchesTheChair && !actsAsChair(state, context)) return refused('not_allowed');
  if (isLastChair(state, person) && !roles.includes('chair')) return refused('last_chair');
  const problem = seatProblem(state, command);
  return problem ? refused(problem) : ok([{ type: 'seat.changed', personId, ...seatOf(command) }]);
}

/** [P11] Those who wait are let in together; whoever was let in, or went, meanwhile does not hold up the others. */
function admit(state: Meeting, personIds: readonly Id[]): Result<MeetingEvent[]> {
  const waiting = [...new Set(personIds)].filter((id) => state.people.get(id)?.seat === 'waiting');
  return waiting.length > 0
    ? ok([{ type: 'people.admitted', personIds: waiting }])
    : refused('person_unknown');
}

/** [P12] People are called as they wish: they say so themselves, or whoever lets people in does it for them. */
function rename(state: Meeting, command: Of<'person.rename'>, context: Context): Result<MeetingEvent[]> {
  const { personId } = command;
  const person = seatedPerson(state, personId);
  if (!person) return refused('person_unknown');
  if (!isOwn(personId, context) && !actorMay(state, 'letIn', context)) return refused('not_allowed');
  const name = sameOrNew(person.name, command.name, context);
  const address = sameOrNew(person.address, command.address, context);
  if (name === person.name && address === person.address) return refused('nothing_changes');
  return ok([{ type: 'person.renamed', personId, name, address }]);
}

function sameOrNew(before: Words, text: string, context: Context): Words {
  return textOf(before) === text ? before : { id: context.newId(), text };
}

/** [P13] Someone who waits is turned away by the same act, and a blocked device does not come in by the code again. */
function remove(state: Meeting, command: Of<'person.remove'>, context: Context): Result<MeetingEvent[]> {
  const { personId, block } = command;
  const person = state.people.get(personId);
  if (!person || person.seat === 'removed') return refused('person_unknown');
  if (!mayHandle(state, person, context)) return refused('not_allowed');
  if (isLastChair(state, person)) return refused('last_chair');
  return ok([{ type: 'person.removed', personId, blocked: block }]);
}

function unblock(state: Meeting, personId: Id): Result<MeetingEvent[]> {
  return state.people.get(personId)?.blocked
    ? ok([{ type: 'person.unblocked', personId }])
    : refused('person_unknown');
}

function isOwn(personId: Id, { actor }: Context): boolean {
  return actor.kind === 'person' && actor.personId === personId;
}

function actorMay(state: Meeting, right: Right, { actor }: Context): boolean {
  return actor.kind === 'person' && mayDo(state, actor.personId, right);
}

/** [P7] A person has one link at a time, their own or given by whoever lets people in; a new one replaces the old. */
function issueLink(state: Meeting, personId: Id, context: Context): Result<MeetingEvent[]> {
  const person = seatedPerson(state, personId);
  if (!isOwn(personId, context) && !actorMay(state, 'letIn', context)) return refused('not_allowed');
  if (!person) return refused('person_unknown');
  if (!mayHandle(state, person, context)) return refused('not_allowed');
  return ok([{ type: 'link.issued', personId, linkId: context.newId() }]);
}

function revokeLink(state: Meeting, personId: Id, context: Context): Result<MeetingEvent[]> {
  const person = state.people.get(personId);
  if (!person?.linkId) return refused('person_unknown');
  if (!mayHandle(state, person, context)) return refused('not_allowed');
  return ok([{ type: 'link.revoked', personId, linkId: person.linkId }]);
}

/** [P6] The attendance list opens with the lobby, a few hours before the start, and keeps who has gone. */
function attendance(
  state: Meeting,
  type: 'attendance.sign' | 'attendance.leave',
  context: Context,
): Result<MeetingEvent[]> {
  const person = context.actor.kind === 'person' ? seatedPerson(state, context.actor.personId) : null;
  if (!person) return refused('person_unknown');
  if (!isListOpen(state, context.now)) return refused('not_open');
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
  const person = state.people.get(personId);
  if (!person || textOf(person.name) === null) return refused('person_unknown');
  if (!isOwn(personId, context) && !actsAsChair(state, context)) return refused('not_allowed');
  if (isLastChair(state, person) && state.phase.status !== 'closed') return refused('last_chair');
  const wordsIds = wordsOf(state, person);
  return ok([
    { type: 'person.erased', personId, wordsIds },
    ...(person.seat === 'removed' ? [] : [{ type: 'person.removed', personId, blocked: false } as const]),
  ]);
}

/** Every name and form of address that the person has had, and where an agenda named a presenter just so. */
function wordsOf({ agenda }: Meeting, person: Person): Id[] {
  const all = [person, ...person.formerWords];
  const names = all.map(({ name }) => textOf(name));
  const presented = agenda.presenters.filter((words) => names.includes(textOf(words)));
  const ids = [
    ...all.flatMap(({ name, address }) => [name.id, address.id]),
    ...presented.map(({ id }) => id),
  ];
  return [...new Set(ids)];
}

/** [P9] Words are taken back by their author until the close; a remark, whose author is not named, by the chair. */
function takeBack(state: Meeting, wordsId: Id, context: Context): Result<MeetingEvent[]> {
  if (context.actor.kind !== 'person') return refused('not_allowed');
  if (state.phase.status === 'closed') return refused('words_kept_after_close');
  const author = state.authors.get(wordsId);
  const remark = isRemark(state, wordsId);
  if (author === undefined && !remark) return refused('words_unknown');
  const { personId } = context.actor;
  const may = author === personId || (remark && mayDo(state, personId, 'decisions'));
  return may ? ok([{ type: 'words.taken-back', wordsIds: [wordsId] }]) : refused('words_not_yours');
}
