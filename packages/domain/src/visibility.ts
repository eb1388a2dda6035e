/**
 * The one place that decides what a person may see of an event. What they may not see travels as a stub (its leaf
 * in the chain, nothing else), so that there are no gaps and everyone can check the chain.
 */
import type { Id } from './ids';
import type { MeetingEvent } from './meeting-events';
import type { Right } from './permissions';

export interface Viewer {
  personId: Id;
  rights: ReadonlySet<Right>;
}

const personal = ['link.issued', 'link.revoked'] as const;
type PersonalEvent = Extract<MeetingEvent, { type: (typeof personal)[number] }>;

/** Whether everyone sees events of this type alike, whoever they are: most, and then nobody need be asked for. */
export function isSeenByAll(type: string): boolean {
  return !personal.some((one) => one === type);
}

function isPersonal(event: MeetingEvent): event is PersonalEvent {
  return !isSeenByAll(event.type);
}

/** [V1] Links are seen by those who let people in, and by the person whose link it is; all else by everyone. */
export function isVisibleTo(event: MeetingEvent, viewer: Viewer): boolean {
  if (!isPersonal(event)) return true;
  return viewer.rights.has('letIn') || event.personId === viewer.personId;
}

/** [V2] Events after which a person sees more, or less, than before: their client folds the record anew. */
export function changesSightOf(event: MeetingEvent): Id | null {
  return event.type === 'seat.changed' || event.type === 'person.removed' ? event.personId : null;
}
