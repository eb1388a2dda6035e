/** Questions about the minutes: whether they are locked or stand, who may sign them as what, which parts they have. */
import type { Id } from '../ids';
import type { LockedMinutes, Meeting, Person } from '../meeting/state';
import { attended, seatedPerson } from '../people/views';
import { capacities, type Capacity } from './capacities';
import type { MinutesPart } from './schemas';

/** The version that is locked now; null while the minutes are being written. */
export function lockedMinutes({ minutes }: Meeting): LockedMinutes | null {
  const last = minutes.locked.at(-1);
  return last && !last.reopened ? last : null;
}

/** Of the text that is written or locked now; from 1. */
export function minutesVersion(state: Meeting): number {
  return lockedMinutes(state)?.version ?? state.minutes.locked.length + 1;
}

/** Signed by chair and secretary. */
export function isSigned({ signatures }: LockedMinutes): boolean {
  return signatures.some(({ as }) => as === 'chair') && signatures.some(({ as }) => as === 'secretary');
}

/** [N7] After the close, minutes that chair and secretary have signed are final. */
export function minutesStand(state: Meeting): boolean {
  const locked = lockedMinutes(state);
  return state.phase.status === 'closed' && locked !== null && isSigned(locked);
}

/** [N6] In which capacity a person may still sign the locked minutes; none while they are open. */
export function maySignAs(state: Meeting, personId: Id): Capacity[] {
  const locked = lockedMinutes(state);
  const person = seatedPerson(state, personId);
  if (!locked || !person) return [];
  const own = signedAs(locked, personId);
  return capacities.filter((as) => isSigner(person, as) && !own.includes(as) && isApart(own, as));
}

/** A witness is somebody else than chair and secretary. */
export function isApart(own: readonly Capacity[], as: Capacity): boolean {
  return as === 'witness' ? own.length === 0 : !own.includes('witness');
}

export function signedAs({ signatures }: LockedMinutes, personId: Id): Capacity[] {
  return signatures.filter((one) => one.personId === personId).map(({ as }) => as);
}

/** [N6] Chair and secretary sign as what they are, delegates and participants who have come as witnesses. */
export function isSigner(person: Person, as: Capacity): boolean {
  const { roles } = person;
  if (as !== 'witness') return roles.includes(as);
  return attended(person) && (roles.includes('delegate') || roles.includes('participant'));
}

/** Those from whom a signature is still expected: every chair and secretary who has not given theirs. */
export function stillToSign(state: Meeting): { person: Person; as: Capacity }[] {
  return state.people.values().flatMap((person) =>
    maySignAs(state, person.id)
      .filter((as) => as !== 'witness')
      .map((as) => ({ person, as })),
  );
}

/** The parts in their order: what comes before the items, each item adopted or treated, what comes after. */
export function minutesParts({ agenda }: Meeting): MinutesPart[] {
  const adopted = agenda.items.map(({ id }) => id);
  const treated = [...agenda.done, ...(agenda.running ? [agenda.running] : [])].map(({ item }) => item.id);
  return ['opening', ...new Set([...adopted, ...treated]), 'closing'];
}
