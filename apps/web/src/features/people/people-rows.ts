// The list of people in an order that does not jump: those who lead, then by partner and name; who is connected is a mark in the
// row, not a place in the list.
import type { Meeting, Person } from '@mufakat/domain';
import { isGuest, isHere } from './presence-model';
import { calledName, markOf, partnerOf } from './partner-marks';
import type { Mark } from '../../ui/partner';

export interface PersonRowModel {
  readonly person: Person;
  readonly name: string | null;
  readonly mark: Mark | undefined;
  /** Connected now. */
  readonly connected: boolean;
  readonly signed: boolean;
  /** Came in by the open code and has no seat yet. */
  readonly waits: boolean;
}

/** Who waits to be let in, in order of coming: whoever holds a seat may know of it, only those who let in act on it. */
export function waitingPeople(meeting: Meeting): Person[] {
  return meeting.people.values().filter((person) => person.seat === 'waiting');
}

/** Who was taken off, or turned away; those who were erased need no line any more, unless their device is blocked. */
export function removedPeople(meeting: Meeting): Person[] {
  return meeting.people
    .values()
    .filter((person) => person.seat === 'removed' && (person.blocked || calledName(person) !== null));
}

export function peopleRows(
  meeting: Meeting,
  here: ReadonlySet<string>,
  compare: (a: string, b: string) => number,
): PersonRowModel[] {
  return meeting.people
    .values()
    .filter((person) => person.seat === 'held')
    .map((person) => ({
      person,
      name: calledName(person),
      mark: markOf(meeting, partnerOf(meeting, person.partnerId)),
      connected: here.has(person.id),
      signed: isHere(person),
      waits: isGuest(person),
    }))
    .sort(
      (a, b) =>
        rank(a) - rank(b) || compare(a.name ?? '', b.name ?? '') || (a.person.id < b.person.id ? -1 : 1),
    );
}

function rank({ person, waits }: PersonRowModel): number {
  if (person.roles.includes('chair')) return 0;
  if (person.roles.includes('facilitator') || person.roles.includes('operator')) return 1;
  return waits ? 3 : 2;
}
