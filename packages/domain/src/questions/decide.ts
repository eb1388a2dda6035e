/**
 * Rules of questions (SPEC.md, Q1 to Q15, B16): drafted, opened with all that it is counted by, closed by the chair or
 * by the clock, published, and an outcome that a person states.
 */
import type { Context } from '../context';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting } from '../meeting/state';
import type { RefusalCode } from '../refusals';
import { assertNever, ok, refused, type Result } from '../result';
import { closeQuestion, makeVoid } from './close';
import type { QuestionCommand } from './commands';
import { draftQuestion, reviseQuestion } from './draft';
import { openQuestion } from './open';
import { addToRoll } from './roll';
import type { Question } from './state';

export function decideQuestion(
  state: Meeting,
  command: QuestionCommand,
  context: Context,
): Result<MeetingEvent[]> {
  if (command.type === 'question.draft') return draftQuestion(state, command.content, context);
  if (command.type === 'roll.add') return addToRoll(state, command, context);
  const question = state.questions[command.pollId];
  if (!question) return refused('poll_unknown');
  switch (command.type) {
    case 'question.revise':
      if (question.stage.status !== 'draft') return refused('question_not_draft');
      return reviseQuestion(state, question, command.content, context);
    case 'question.withdraw':
      if (question.stage.status !== 'draft') return refused('question_not_draft');
      return ok([{ type: 'question.withdrawn', pollId: question.id }]);
    case 'question.open':
      return openQuestion(state, question, context);
    case 'question.close':
      return closeQuestion(state, question, context);
    case 'question.publish':
      return publish(question);
    case 'question.state-outcome':
      return stateOutcome(question, command.statement, context);
    case 'question.void':
      return makeVoid(question, command.reason, context);
    default:
      return assertNever(command);
  }
}

/** [Q13] Once, after the close, also when the meeting is over. */
function publish(question: Question): Result<MeetingEvent[]> {
  const problem = whyNotCounted(question);
  if (problem) return refused(problem);
  if (question.stage.status === 'closed' && question.stage.publishedAt !== null)
    return refused('already_published');
  return ok([{ type: 'question.published', pollId: question.id }]);
}

/** [Q13] What the meeting makes of the count, beside it; said again, the last statement stands. */
function stateOutcome(question: Question, text: string, context: Context): Result<MeetingEvent[]> {
  const problem = whyNotCounted(question);
  if (problem) return refused(problem);
  if (text === '') return refused('reason_needed');
  return ok([
    { type: 'question.outcome-stated', pollId: question.id, statement: { id: context.newId(), text } },
  ]);
}

/** Why there is no count that stands. */
function whyNotCounted({ stage }: Question): RefusalCode | null {
  switch (stage.status) {
    case 'draft':
    case 'withdrawn':
      return 'question_not_opened';
    case 'open':
      return 'poll_open';
    case 'called-off':
      return 'poll_void';
    case 'closed':
      return stage.voided ? 'poll_void' : null;
    default:
      return assertNever(stage);
  }
}
