/** Folds events about people. Erased words vanish from the whole state, wherever they stood. */
import { ById } from '../by-id';
import type { Envelope } from '../envelope';
import type { Id } from '../ids';
import { note } from '../meeting/evolve';
import type { Meeting, Person } from '../meeting/state';
import { hasRight } from '../permissions';
import { assertNever } from '../result';
import { eraseWords } from '../words';
import type { PeopleEvent } from './events';

const newcomer = {
  attendance: 'never',
  signedAt: null,
  leftAt: null,
  linkId: null,
  formerWords: [],
  blocked: false,
} satisfies Partial<Person>;

export function evolvePeople(state: Meeting, event: PeopleEvent, { at }: Envelope): Meeting {
  switch (event.type) {
    case 'person.seated': {
      const { type: _, personId, waits, ...rest } = event;
      const seat = waits ? 'waiting' : 'held';
      const person: Person = { ...rest, ...newcomer, id: personId, seat };
      return { ...state, people: state.people.put(personId, person) };
    }
    case 'seat.changed': {
      const { partnerId, roles, votes } = event;
      return change(state, event.personId, { partnerId, roles, votes });
    }
    case 'people.admitted':
      return event.personIds.reduce((after, id) => change(after, id, { seat: 'held' }), state);
    case 'person.renamed':
      return rename(state, event);
    case 'person.removed': {
      const { personId, blocked } = event;
      return change(state, personId, { seat: 'removed', linkId: null, votes: false, blocked });
    }
    case 'person.unblocked':
      return change(state, event.personId, { blocked: false });
    case 'chair.handed-over': {
      const { from, to } = event;
      if (!state.people.has(from) || !state.people.has(to)) return state;
      const moved = giveChair(leaveChair(state, from), to);
      return note(moved, { kind: 'chair-handed-over', at, from, to });
    }
    case 'chair.taken': {
      const { from, by } = event;
      if (!state.people.has(by)) return state;
      const moved = giveChair(from.reduce(leaveChair, state), by);
      return note(moved, { kind: 'chair-taken', at, from, by });
    }
    case 'link.issued':
      return change(state, event.personId, { linkId: event.linkId });
    case 'link.revoked':
      return change(state, event.personId, { linkId: null });
    case 'attendance.signed':
      return change(state, event.personId, {
        attendance: 'signed',
        signedAt: state.people.get(event.personId)?.signedAt ?? at,
      });
    case 'attendance.left':
      return change(state, event.personId, { attendance: 'left', leftAt: at });
    case 'person.erased':
      return eraseWords(state, new Set(event.wordsIds));
    case 'words.taken-back':
      return takeBack(state, new Set(event.wordsIds));
    default:
      return assertNever(event);
  }
}

function rename(state: Meeting, event: Extract<PeopleEvent, { type: 'person.renamed' }>): Meeting {
  const person = state.people.get(event.personId);
  if (!person) return state;
  const { name, address } = event;
  const formerWords = [...person.formerWords, { name: person.name, address: person.address }];
  return change(state, person.id, { name, address, formerWords });
}

function giveChair(state: Meeting, id: Id): Meeting {
  const person = state.people.get(id);
  return person ? change(state, id, { roles: [...person.roles, 'chair'] }) : state;
}

/** [P14] Whoever was nothing but chair stays as a participant, and so does one who would lose their vote with it. */
function leaveChair(state: Meeting, id: Id): Meeting {
  const person = state.people.get(id);
  if (!person) return state;
  const roles = person.roles.filter((role) => role !== 'chair');
  const isEnough = roles.length > 0 && (!person.votes || hasRight(roles, 'votePerson'));
  return change(state, id, { roles: isEnough ? roles : [...roles, 'participant'] });
}

/** Words that are gone have no author any more, so nobody takes them back twice. */
function takeBack(state: Meeting, ids: ReadonlySet<Id>): Meeting {
  const authors = [...state.authors].filter(([id]) => !ids.has(id));
  return eraseWords({ ...state, authors: ById.from(authors) }, ids);
}

function change(state: Meeting, id: Id, part: Partial<Person>): Meeting {
  const person = state.people.get(id);
  return person ? { ...state, people: state.people.put(id, { ...person, ...part }) } : state;
}
