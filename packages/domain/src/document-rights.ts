/**
 * Who may write a shared document right now. Documents grant no rights themselves: this asks the meeting's facts,
 * for every change, so that a lost right or a frozen text holds at once ([R5] and [R6] in SPEC.md).
 */
import { isWordingOpen } from './decisions/views';
import { isGoalOpen } from './goals/views';
import type { Id } from './ids';
import type { MeetingEvent } from './meeting-events';
import type { Meeting } from './meeting/state';
import { lockedMinutes } from './minutes/views';
import { mayDo, seatedPerson } from './people/views';
import type { RefusalCode } from './refusals';

/** [R5] Everyone who holds a seat may read the meeting's documents. */
export function mayReadDocuments(state: Meeting, personId: Id): boolean {
  return seatedPerson(state, personId) !== null;
}

/** [R6] The agenda is written by those with the right, until the meeting closes. */
export function whyNotWriteAgenda(state: Meeting, personId: Id): RefusalCode | null {
  if (state.phase.status === 'closed') return 'document_frozen';
  return mayDo(state, personId, 'agenda') ? null : 'document_read_only';
}

/** [R6][G6] A goal is written by those with the right, in the meeting that has it, while its text is open. */
export function whyNotWriteGoal(state: Meeting, goalId: Id, personId: Id): RefusalCode | null {
  const goal = state.goals[goalId];
  if (!goal) return 'document_unknown';
  if (state.phase.status === 'closed' || !isGoalOpen(goal)) return 'document_frozen';
  return mayDo(state, personId, 'wording') ? null : 'document_read_only';
}

/** [R6] Notes to the agenda's items are written by those with the right, until the meeting closes. */
export function whyNotWriteNotes(state: Meeting, personId: Id): RefusalCode | null {
  if (state.phase.status === 'closed') return 'document_frozen';
  return mayDo(state, personId, 'notes') ? null : 'document_read_only';
}

/** [R6] The prose of the minutes is written by those with the right, also after the close, while it is not locked. */
export function whyNotWriteMinutes(state: Meeting, personId: Id): RefusalCode | null {
  if (lockedMinutes(state)) return 'document_frozen';
  return mayDo(state, personId, 'minutes') ? null : 'document_read_only';
}

/** [R6] A wording is written by those with the right, while its text is open and its decision pending. */
export function whyNotWriteWording(state: Meeting, decisionId: Id, personId: Id): RefusalCode | null {
  const decision = state.decisions[decisionId];
  if (!decision) return 'document_unknown';
  if (state.phase.status === 'closed' || !isWordingOpen(decision)) return 'document_frozen';
  return mayDo(state, personId, 'wording') ? null : 'document_read_only';
}

/** Events after which everyone may do with every document what they might before; of any other it is to be looked at. */
export function keepsDocumentRights(type: MeetingEvent['type']): boolean {
  return keeping.has(type);
}

const keeping: ReadonlySet<MeetingEvent['type']> = new Set<MeetingEvent['type']>([
  'item.started',
  'item.extended',
  'stage.set',
  'attendance.signed',
  'attendance.left',
  'poll.opened',
  'poll.closed',
  'question.drafted',
  'question.revised',
  'question.opened',
  'question.closed',
]);
