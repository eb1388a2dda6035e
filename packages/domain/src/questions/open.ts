/** Opening a question: everything by which it is counted is fixed in one event ([Q4] to [Q6] in SPEC.md). */
import { needed, type Context } from '../context';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting } from '../meeting/state';
import { sessionProblem } from '../meeting/views';
import type { RefusalCode } from '../refusals';
import { ok, refused, type Result } from '../result';
import { rollNow } from './roll';
import type { Question } from './state';
import { secrecyWarnings } from './warnings';

/** [Q5] In session; the roll is frozen and the lot drawn before anyone votes. */
export function openQuestion(state: Meeting, question: Question, context: Context): Result<MeetingEvent[]> {
  if (question.stage.status !== 'draft') return refused('question_not_draft');
  const problem = sessionProblem(state) ?? timeProblem(question, context.now);
  if (problem) return refused(problem);
  const roll = rollNow(state, question.content);
  if (roll.length === 0) return refused('nobody_on_the_roll');
  if (secrecyWarnings(state, question.content).some(({ blocks }) => blocks)) return refused('weights_reveal');
  const options = question.content.options.map(({ id }) => id);
  return ok([
    {
      type: 'question.opened',
      pollId: question.id,
      roll,
      rollHash: needed(context, 'hashRoll')(question.id, roll),
      tieOrder: needed(context, 'drawLot')(options),
    },
  ]);
}

/** [Q4] A deadline lies ahead, and not too far. */
function timeProblem({ content: { deadline } }: Question, now: number): RefusalCode | null {
  if (deadline === null) return null;
  if (deadline <= now) return 'deadline_in_the_past';
  return deadline > now + limits.questionOpenMs ? 'deadline_too_late' : null;
}
