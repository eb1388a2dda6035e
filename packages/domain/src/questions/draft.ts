/** Drafting a question, and changing the draft until it is opened ([Q1] in SPEC.md). */
import type { Context } from '../context';
import { limits } from '../limits';
import type { MeetingEvent } from '../meeting-events';
import type { Meeting } from '../meeting/state';
import { ok, refused, type Result } from '../result';
import { textOf, type Words } from '../words';
import type { QuestionContent } from './content';
import { contentProblem } from './content-problem';
import type { PlainContent, WordedContent } from './schemas';
import type { Question } from './state';

export function draftQuestion(
  state: Meeting,
  content: PlainContent,
  context: Context,
): Result<MeetingEvent[]> {
  if (Object.keys(state.questions).length >= limits.questions) return refused('too_large');
  const problem = contentProblem(state, content);
  if (problem) return refused(problem);
  const pollId = context.newId();
  return ok([{ type: 'question.drafted', pollId, content: worded(content, null, context) }]);
}

export function reviseQuestion(
  state: Meeting,
  question: Question,
  content: PlainContent,
  context: Context,
): Result<MeetingEvent[]> {
  const problem = contentProblem(state, content);
  if (problem) return refused(problem);
  const revised = worded(content, question.content, context);
  if (saysTheSame(question.content, revised)) return refused('nothing_changes');
  return ok([{ type: 'question.revised', pollId: question.id, content: revised }]);
}

/** Its texts as words: those of the draft before where they say the same. */
function worded(content: PlainContent, before: QuestionContent | null, context: Context): WordedContent {
  const known = new Map(before?.options.map(({ id, text }) => [id, text]));
  const sameOrNew = (text: string, words: Words | undefined): Words =>
    words && textOf(words) === text ? words : { id: context.newId(), text };
  return {
    ...content,
    title: sameOrNew(content.title, before?.title),
    about: sameOrNew(content.about, before?.about),
    options: content.options.map((option) => ({
      ...option,
      text: sameOrNew(option.text, known.get(option.id)),
    })),
  };
}

/** Keys may come in another order than they did before. */
function saysTheSame(before: QuestionContent, after: QuestionContent): boolean {
  return sorted(before) === sorted(after);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
