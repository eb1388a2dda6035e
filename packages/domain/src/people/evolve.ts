/** Folds events about people. Erased words vanish from the whole state, wherever they stood. */
import type { Id } from '../ids';
import type { Meeting, Person } from '../meeting/state';
import { assertNever } from '../result';
import { eraseWords } from '../words';
import type { PeopleEvent } from './events';

export function evolvePeople(state: Meeting, event: PeopleEvent): Meeting {
  switch (event.type) {
    case 'person.seated': {
      const { type: _, personId, ...rest } = event;
      const person: Person = { ...rest, id: personId, attendance: 'never', linkId: null, seat: 'held' };
      return { ...state, people: { ...state.people, [personId]: person } };
    }
    case 'seat.changed': {
      const { partnerId, roles, votes } = event;
      return change(state, event.personId, { partnerId, roles, votes });
    }
    case 'person.removed':
      return change(state, event.personId, { seat: 'removed', linkId: null, votes: false });
    case 'link.issued':
      return change(state, event.personId, { linkId: event.linkId });
    case 'link.revoked':
      return change(state, event.personId, { linkId: null });
    case 'attendance.signed':
      return change(state, event.personId, { attendance: 'signed' });
    case 'attendance.left':
      return change(state, event.personId, { attendance: 'left' });
    case 'person.erased':
      return eraseWords(state, new Set(event.wordsIds));
    case 'words.taken-back':
      return takeBack(state, new Set(event.wordsIds));
    default:
      return assertNever(event);
  }
}

/** Words that are gone have no author any more, so nobody takes them back twice. */
function takeBack(state: Meeting, ids: ReadonlySet<Id>): Meeting {
  const authors = Object.entries(state.authors).filter(([id]) => !ids.has(id));
  return eraseWords({ ...state, authors: Object.fromEntries(authors) }, ids);
}

function change(state: Meeting, id: Id, part: Partial<Person>): Meeting {
  const person = state.people[id];
  return person ? { ...state, people: { ...state.people, [id]: { ...person, ...part } } } : state;
}
