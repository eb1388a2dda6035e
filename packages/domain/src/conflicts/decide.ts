/**
 * Rules of conflicts of interest (SPEC.md, D15 and D16): said before the room is asked, so that nobody's ballot is
 * taken back; what follows from it is the decision rule's.
 */
import type { Context } from '../context';
import { openPoll } from '../decisions/views';
import type { Id } from '../ids';
import type { MeetingEvent } from '../meeting-events';
import type { Decision, Meeting } from '../meeting/state';
import { mayDo, seatedPerson } from '../people/views';
import { ok, refused, type Result } from '../result';
import type { RefusalCode } from '../refusals';
import type { ConflictCommand } from './commands';

export function decideConflict(
  state: Meeting,
  command: ConflictCommand,
  { actor, newId }: Context,
): Result<MeetingEvent[]> {
  if (actor.kind !== 'person') return refused('not_allowed');
  const by = actor.personId;
  const { decisionId, personId } = command;
  if (by !== personId && !mayDo(state, by, 'chair')) return refused('not_allowed');
  const decision = state.decisions[decisionId];
  const problem = decision ? problemOf(state, decision, command, by) : 'decision_unknown';
  if (problem) return refused(problem);
  if (command.type === 'conflict.withdraw') {
    return ok([{ type: 'conflict.withdrawn', decisionId, personId }]);
  }
  const reason = { id: newId(), text: command.reason };
  return ok([{ type: 'conflict.declared', decisionId, personId, reason, by }]);
}

/** [D15] Declared once by the person, or noted by a chair with a reason. [D16] Taken back by whoever said it. */
function problemOf(state: Meeting, decision: Decision, command: ConflictCommand, by: Id): RefusalCode | null {
  if (decision.outcome.status !== 'pending') return 'decision_over';
  if (openPoll(state, decision)) return 'poll_open';
  const { personId } = command;
  const standing = decision.conflicts.find((one) => one.personId === personId);
  if (command.type === 'conflict.withdraw') return withdrawalProblem(standing?.by, personId, by);
  if (!seatedPerson(state, personId)) return 'person_unknown';
  if (standing) return 'conflict_declared';
  return by !== personId && command.reason === '' ? 'reason_needed' : null;
}

/** What a chair noted stays until a chair takes it back; what people said of themselves is theirs. */
function withdrawalProblem(saidBy: Id | undefined, personId: Id, by: Id): RefusalCode | null {
  if (saidBy === undefined) return 'no_conflict';
  return (saidBy === personId) === (by === personId) ? null : 'not_allowed';
}
