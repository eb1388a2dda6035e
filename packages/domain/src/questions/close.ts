/** The end of a question: closed and counted, or called off ([Q10] to [Q14] in SPEC.md). */
import { needed, type Context } from '../context';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting } from '../meeting/state';
import { sessionProblem } from '../meeting/views';
import type { RefusalCode } from '../refusals';
import { ok, refused, type Result } from '../result';
import { breakdownOf, publishedVoices, tallyQuestion, voicesOf } from './count';
import type { Question } from './state';

/** [Q10] By the chair in session, or by the clock once the deadline is over, whatever the meeting is doing then. */
export function closeQuestion(state: Meeting, question: Question, context: Context): Result<MeetingEvent[]> {
  const { stage } = question;
  if (stage.status === 'draft' || stage.status === 'withdrawn') return refused('question_not_opened');
  if (stage.status !== 'open') return refused('poll_not_open');
  const problem = whyNotNow(state, question, context);
  if (problem) return refused(problem);
  const voices = voicesOf(stage.opening, needed(context, 'ballots'));
  const isSecret = question.content.secrecy.kind === 'secret';
  return ok([
    {
      type: 'question.closed',
      pollId: question.id,
      turnout: voices.length,
      voted: isSecret ? voices.map(({ voter }) => voter).sort() : null,
      breakdown: breakdownOf(question, voices),
      boxHash: needed(context, 'hashBox')(question.id, publishedVoices(question, voices)),
      tally: tallyQuestion(question, stage.opening, voices),
    },
  ]);
}

function whyNotNow(
  state: Meeting,
  { content: { deadline } }: Question,
  context: Context,
): RefusalCode | null {
  if (context.actor.kind !== 'clock') return sessionProblem(state);
  return deadline !== null && context.now >= deadline ? null : 'not_allowed';
}

/**
 * [Q14] With a reason: an open question is called off, and nothing of its ballots is kept; a closed one stays in the
 * record and counts for nothing.
 */
export function makeVoid({ id, stage }: Question, reason: string, context: Context): Result<MeetingEvent[]> {
  if (stage.status === 'draft' || stage.status === 'withdrawn') return refused('question_not_opened');
  if (stage.status === 'called-off' || (stage.status === 'closed' && stage.voided))
    return refused('poll_void');
  if (reason === '') return refused('reason_needed');
  return ok([{ type: 'question.voided', pollId: id, reason: { id: context.newId(), text: reason } }]);
}
