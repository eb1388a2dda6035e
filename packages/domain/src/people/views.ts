/** Questions about people: who is seated, who may vote, how many came, by chamber. */
import type { Id } from '../ids';
import { limits } from '../limits';
import type { Meeting, Person } from '../meeting/state';
import { hasRight, type Right } from '../permissions';
import { assertNever } from '../result';

export function seatedPerson(state: Meeting, id: Id): Person | null {
  const person = state.people.get(id);
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

/** [P6] Whether the attendance list takes signatures: from a few hours before the start, once the door was opened. */
export function isListOpen({ phase, plan }: Meeting, now: number): boolean {
  switch (phase.status) {
    case 'planned':
    case 'closed':
      return false;
    case 'lobby':
      return now >= plan.startsAt - limits.signBeforeMs;
    case 'open':
    case 'paused':
      return true;
    default:
      return assertNever(phase);
  }
}

export function chamberOf(state: Meeting, partnerId: Id | null): Id | null {
  return state.plan.partners.find((partner) => partner.id === partnerId)?.chamber ?? null;
}

export function isChair(person: Person): boolean {
  return person.seat === 'held' && person.roles.includes('chair');
}

export function chairs(state: Meeting): Person[] {
  return state.people.values().filter(isChair);
}
