/** Questions about questions. */
import type { Meeting } from '../meeting/state';
import type { Poll } from '../meeting/state';
import type { QuestionContent } from './content';
import type { Opening, Question } from './state';

/** What the ballot box needs of a poll of either kind: whose voices it takes. */
export type PollBox = Pick<Poll, 'id' | 'electorate' | 'roll' | 'people'>;

export function isQuestionOpen({ stage }: Question): boolean {
  return stage.status === 'open';
}

/** Open, and not said to go on after the meeting. */
export function endsWithMeeting(question: Question): boolean {
  return isQuestionOpen(question) && question.content.afterMeeting === 'closes';
}

/** Null before it was opened. */
export function openingOf({ stage }: Question): Opening | null {
  return stage.status === 'draft' || stage.status === 'withdrawn' ? null : stage.opening;
}

/** Whether partners vote, whatever they weigh. */
function partnersVote({ electorate }: Pick<QuestionContent, 'electorate'>): boolean {
  return electorate !== 'person';
}

/** Its roll, and in which unit it votes, as a decision's poll has them. */
export function rollOf({ id, content }: Question, { roll }: Opening): PollBox {
  return { id, electorate: partnersVote(content) ? 'partner' : 'person', roll };
}

/** Open boxes of either kind, with the roll and unit of each. */
export function openBoxes({ polls, questions }: Meeting): PollBox[] {
  const decisions = Object.values(polls).filter(({ count }) => count.status === 'open');
  const asked = Object.values(questions).flatMap((question) =>
    question.stage.status === 'open' ? [rollOf(question, question.stage.opening)] : [],
  );
  return [...decisions, ...asked];
}

/** Of a box that was opened at any time, of either kind; null where there is none. */
export function boxOf({ polls, questions }: Meeting, pollId: string): PollBox | null {
  const question = questions[pollId];
  const opening = question ? openingOf(question) : null;
  return question && opening ? rollOf(question, opening) : (polls[pollId] ?? null);
}
