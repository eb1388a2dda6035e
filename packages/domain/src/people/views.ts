/** Questions about people: who is seated, who may vote, how many came, by chamber. */
import type { Id } from '../ids';
import type { Meeting, Person } from '../meeting/state';
import { hasRight, type Right } from '../permissions';

export function seatedPerson(state: Meeting, id: Id): Person | null {
  const person = state.people[id];
  return person?.seat === 'held' ? person : null;
}

export function mayDo(state: Meeting, id: Id, right: Right): boolean {
  const person = seatedPerson(state, id);
  return person !== null && hasRight(person.roles, right);
}

/** On a roll of persons: seated with a vote, in a role that may have one. */
export function isVoter(person: Person): boolean {
  return person.seat === 'held' && person.votes && hasRight(person.roles, 'votePerson');
}

/** Signed the attendance list, also if gone since. */
export function attended(person: Person): boolean {
  return person.attendance !== 'never';
}

export function chamberOf(state: Meeting, partnerId: Id | null): Id | null {
  return state.plan.partners.find((partner) => partner.id === partnerId)?.chamber ?? null;
}

export function isChair(person: Person): boolean {
  return person.seat === 'held' && person.roles.includes('chair');
}

export function chairs(state: Meeting): Person[] {
  return Object.values(state.people).filter(isChair);
}
