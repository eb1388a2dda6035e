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
export function waitingPeople(meeting: Pick<Meeting, 'people'>): Person[] {
  return meeting.people.values().filter((person) => person.seat === 'waiting');
}

/** Who was taken off, or turned away; those who were erased need no line any more, unless their device is blocked. */
export function removedPeople(meeting: Pick<Meeting, 'people'>): Person[] {
  return meeting.people
    .values()
    .filter((person) => person.seat === 'removed' && (person.blocked || calledName(person) !== null));
}

/** What the row of one person says. */
export function personRow(
  { plan }: Pick<Meeting, 'plan'>,
  person: Person,
  here: ReadonlySet<string>,
): PersonRowModel {
  return {
    person,
    name: calledName(person),
    mark: markOf({ plan }, partnerOf({ plan }, person.partnerId)),
    connected: here.has(person.id),
    signed: isHere(person),
    waits: isGuest(person),
  };
}

type Compare = (a: string, b: string) => number;

/**
 * Those who hold a seat, in order. Starts from the order of the last time: where one person of a thousand has changed,
 * names are compared a thousand times and not ten thousand.
 */
export class Roster {
  #last: { people: Meeting['people']; compare: Compare; order: readonly Person[] } | null = null;

  in(people: Meeting['people'], compare: Compare): readonly Person[] {
    const last = this.#last;
    if (last?.people === people && last.compare === compare) return last.order;
    const left = new Map(people.values().map((person) => [person.id, person]));
    const known = (last?.order ?? []).flatMap(({ id }) => {
      const person = left.get(id);
      left.delete(id);
      return person ?? [];
    });
    const order = [...known, ...left.values()]
      .filter((person) => person.seat === 'held')
      .map((person) => ({ person, rank: rank(person), name: calledName(person) ?? '' }))
      .sort((a, b) => a.rank - b.rank || compare(a.name, b.name) || (a.person.id < b.person.id ? -1 : 1))
      .map(({ person }) => person);
    this.#last = { people, compare, order };
    return order;
  }
}

function rank(person: Person): number {
  if (person.roles.includes('chair')) return 0;
  if (person.roles.includes('facilitator') || person.roles.includes('operator')) return 1;
  return isGuest(person) ? 3 : 2;
}
