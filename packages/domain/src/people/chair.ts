/** Rules about the chair (SPEC.md, P4, P5, P14, P15): handed over, taken when its line is gone, and never lost. */
import { needed, type Context } from '../context';
import type { Id } from '../ids';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting, Person } from '../meeting/state';
import type { RefusalCode } from '../refusals';
import { assertNever, ok, refused, type Result } from '../result';
import { chairs, isChair, seatedPerson } from './views';

/** [P14] The chair is handed to someone who has a seat, before speaking to the matter or leaving; it is an event. */
export function handOver(state: Meeting, to: Id, context: Context): Result<MeetingEvent[]> {
  const from = context.actor.kind === 'person' ? seatedPerson(state, context.actor.personId) : null;
  const next = seatedPerson(state, to);
  if (!from || !isChair(from)) return refused('not_allowed');
  if (!next) return refused('person_unknown');
  if (isChair(next)) return refused('chair_already');
  return ok([{ type: 'chair.handed-over', from: from.id, to }]);
}

/**
 * [P15] When the lines of all chairs have been gone for a while though the room should be together, a facilitator or
 * the secretary takes the chair.
 */
export function takeChair(state: Meeting, context: Context): Result<MeetingEvent[]> {
  const by = context.actor.kind === 'person' ? seatedPerson(state, context.actor.personId) : null;
  if (!by) return refused('not_allowed');
  if (isChair(by)) return refused('chair_already');
  const apart = apartProblem(state, context.now);
  if (apart) return refused(apart);
  if (needed(context, 'chairsAwayMs') < limits.chairAwayMs) return refused('chair_is_here');
  return ok([{ type: 'chair.taken', from: chairs(state).map((chair) => chair.id), by: by.id }]);
}

/** Why nobody need be connected now: it has not begun, or a pause is not over yet. */
function apartProblem({ phase, plan }: Meeting, now: number): RefusalCode | null {
  switch (phase.status) {
    case 'open':
      return null;
    case 'paused':
      return now < phase.until ? 'meeting_paused' : null;
    case 'lobby':
      return now < plan.startsAt ? 'not_open' : null;
    case 'planned':
    case 'closed':
      return 'not_open';
    default:
      return assertNever(phase);
  }
}

/** [P4] A meeting never loses its last chair. */
export function isLastChair(state: Meeting, person: Person): boolean {
  const all = chairs(state);
  return all.length === 1 && all[0]?.id === person.id;
}

/** [P5] Who lets people in does not make or unmake a chair, nor hold a link by which to come in as one. */
export function mayHandle(state: Meeting, person: Person, context: Context): boolean {
  return !isChair(person) || actsAsChair(state, context);
}

export function actsAsChair(state: Meeting, { actor }: Context): boolean {
  const person = actor.kind === 'person' ? seatedPerson(state, actor.personId) : null;
  return person !== null && isChair(person);
}
