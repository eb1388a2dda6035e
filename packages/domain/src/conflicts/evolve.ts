/** Folds conflicts of interest. */
import type { Meeting } from '../meeting/state';
import type { Envelope } from '../envelope';
import type { ConflictEvent } from './events';

export function evolveConflicts(state: Meeting, event: ConflictEvent, { at }: Envelope): Meeting {
  const decision = state.decisions[event.decisionId];
  if (!decision) return state;
  const { personId } = event;
  const others = decision.conflicts.filter((one) => one.personId !== personId);
  if (event.type === 'conflict.withdrawn' && others.length === decision.conflicts.length) return state;
  const conflicts =
    event.type === 'conflict.declared'
      ? [...others, { personId, reason: event.reason, by: event.by, at }]
      : others;
  return { ...state, decisions: { ...state.decisions, [decision.id]: { ...decision, conflicts } } };
}
