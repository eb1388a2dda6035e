/**
 * The one place that decides what a person may see of an event. What they may not see travels as a stub (its leaf
 * in the chain, nothing else), so that there are no gaps and everyone can check the chain.
 */
import type { Id } from './ids';
import type { MeetingEvent } from './meeting-events';
import type { Right } from './permissions';

/** Someone who holds a seat. */
export interface Viewer {
  personId: Id;
  rights: ReadonlySet<Right>;
}

const personal = ['link.issued', 'link.revoked'] as const;
type PersonalEvent = Extract<MeetingEvent, { type: (typeof personal)[number] }>;

/** Whether all who hold a seat see events of this type alike: most, and then nobody need be asked for. */
export function isSeenByAll(type: string): boolean {
  return !personal.some((one) => one === type);
}

function isPersonal(event: MeetingEvent): event is PersonalEvent {
  return !isSeenByAll(event.type);
}

/** [V1] Links are seen by those who let people in, and by whose link it is; all else by everyone with a seat. */
export function isVisibleTo(event: MeetingEvent, viewer: Viewer): boolean {
  if (!isPersonal(event)) return true;
  return viewer.rights.has('letIn') || event.personId === viewer.personId;
}

/** [V2] Whether an event of this type may change what someone sees. */
export function mayChangeSight(type: string): boolean {
  return sightChanging.some((one) => one === type);
}

const sightChanging = [
  'seat.changed',
  'person.removed',
  'people.admitted',
  'chair.handed-over',
  'chair.taken',
] as const satisfies readonly MeetingEvent['type'][];

/** [V2] Those who see more, or less, after this event than before: their clients fold the record anew. */
export function changesSightOf(event: MeetingEvent): readonly Id[] {
  if (event.type === 'seat.changed' || event.type === 'person.removed') return [event.personId];
  if (event.type === 'people.admitted') return event.personIds;
  if (event.type === 'chair.handed-over') return [event.from, event.to];
  if (event.type === 'chair.taken') return [...event.from, event.by];
  return [];
}
