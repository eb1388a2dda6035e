/** Folds events of questions. */
import type { Envelope } from '../envelope';
import type { Meeting } from '../meeting/state';
import { assertNever } from '../result';
import type { QuestionEvent } from './events';
import type { Opening, Question, QuestionStage } from './state';

type AddedToRoll = Extract<QuestionEvent, { type: 'roll.added' }>;

export function evolveQuestions(state: Meeting, event: QuestionEvent, envelope: Envelope): Meeting {
  if (event.type === 'question.drafted') {
    const { pollId: id, content } = event;
    return put(state, { id, content, draftedAt: envelope.at, stage: { status: 'draft' } });
  }
  if (event.type === 'roll.added') return addToRoll(state, event, envelope);
  const question = state.questions[event.pollId];
  if (!question) return state;
  if (event.type === 'question.revised') return put(state, { ...question, content: event.content });
  return put(state, { ...question, stage: stageAfter(question.stage, event, envelope) });
}

type Turn = Exclude<QuestionEvent, { type: 'question.drafted' | 'question.revised' | 'roll.added' }>;

function stageAfter(stage: QuestionStage, event: Turn, { at, by }: Envelope): QuestionStage {
  switch (event.type) {
    case 'question.withdrawn':
      return { status: 'withdrawn', at };
    case 'question.opened': {
      const { type: _, pollId: __, ...rest } = event;
      return { status: 'open', opening: { ...rest, at, additions: [] } };
    }
    case 'question.closed': {
      if (stage.status !== 'open') return stage;
      const { type: _, pollId: __, ...rest } = event;
      const count = { ...rest, at };
      return {
        status: 'closed',
        opening: stage.opening,
        count,
        voided: null,
        publishedAt: null,
        outcome: null,
      };
    }
    case 'question.published':
      return stage.status === 'closed' ? { ...stage, publishedAt: at } : stage;
    case 'question.outcome-stated':
      return stage.status === 'closed'
        ? { ...stage, outcome: { statement: event.statement, by, at } }
        : stage;
    case 'question.voided':
      return voidedStage(stage, { reason: event.reason, at });
    default:
      return assertNever(event);
  }
}

function voidedStage(
  stage: QuestionStage,
  voided: Pick<Extract<QuestionStage, { status: 'called-off' }>, 'reason' | 'at'>,
): QuestionStage {
  if (stage.status === 'open') return { status: 'called-off', opening: stage.opening, ...voided };
  return stage.status === 'closed' ? { ...stage, voided } : stage;
}

/** [B16] */
function addToRoll(state: Meeting, { pollId, voter, reason }: AddedToRoll, { at }: Envelope): Meeting {
  const question = state.questions[pollId];
  if (question?.stage.status === 'open') {
    const { opening } = question.stage;
    const more: Opening = {
      ...opening,
      roll: [...opening.roll, voter],
      additions: [...opening.additions, { key: voter.key, reason, at }],
    };
    return put(state, { ...question, stage: { status: 'open', opening: more } });
  }
  const poll = state.polls[pollId];
  if (poll?.count.status !== 'open') return state;
  return { ...state, polls: { ...state.polls, [pollId]: { ...poll, roll: [...poll.roll, voter] } } };
}

function put(state: Meeting, question: Question): Meeting {
  return { ...state, questions: { ...state.questions, [question.id]: question } };
}
