/**
 * The one place that decides what a person may see of an event. What they may not see travels as a stub (its leaf
 * in the chain, nothing else), so that there are no gaps and everyone can check the chain.
 */
import type { Id } from './ids';
import type { MeetingEvent } from './meeting-events';
import type { Right } from './permissions';

export interface Viewer {
  personId: Id;
  /** Whoever waits to be let in sees the invitation and themselves, and nothing else. */
  seat: 'held' | 'waiting';
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

/**
 * [V1] Links are seen by those who let people in, and by the person whose link it is; all else by everyone with a seat.
 */
export function isVisibleTo(event: MeetingEvent, viewer: Viewer): boolean {
  if (viewer.seat === 'waiting') return isSeenWaiting(event, viewer.personId);
  if (!isPersonal(event)) return true;
  return viewer.rights.has('letIn') || event.personId === viewer.personId;
}

const seenByWaiting: readonly MeetingEvent['type'][] = [
  'meeting.planned',
  'meeting.changed',
  'meeting.opened',
  'meeting.resumed',
  'meeting.closed',
  'meeting.reopened',
  'waiting-room.set',
];

/** [V4] Whoever waits sees what the invitation says, whether it has begun or ended, and what happens to themselves. */
function isSeenWaiting(event: MeetingEvent, personId: Id): boolean {
  if (event.type === 'person.seated' || event.type === 'person.removed' || event.type === 'person.erased') {
    return event.personId === personId;
  }
  return seenByWaiting.includes(event.type);
}

/** [V2] Those who see more, or less, after this event than before: their clients fold the record anew. */
export function changesSightOf(event: MeetingEvent): readonly Id[] {
  if (event.type === 'seat.changed' || event.type === 'person.removed') return [event.personId];
  if (event.type === 'people.admitted') return event.personIds;
  if (event.type === 'chair.handed-over') return [event.from, event.to];
  if (event.type === 'chair.taken') return [...event.from, event.by];
  return [];
}
