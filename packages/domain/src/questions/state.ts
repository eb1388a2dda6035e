/** A question as the record tells it. Unions of shapes, not flags. */
import type { Id } from '../ids';
import type { Words } from '../words';
import type { QuestionContent } from './content';
import type { QuestionClosed, QuestionOpened } from './events';

export interface Question {
  id: Id;
  content: QuestionContent;
  draftedAt: number;
  stage: QuestionStage;
}

export type QuestionStage =
  | { status: 'draft' }
  | { status: 'withdrawn'; at: number }
  | { status: 'open'; opening: Opening }
  | { status: 'called-off'; opening: Opening; reason: Words; at: number }
  | {
      status: 'closed';
      opening: Opening;
      count: QuestionCount;
      voided: { reason: Words; at: number } | null;
      publishedAt: number | null;
      outcome: { statement: Words; by: Id | null; at: number } | null;
    };

export type Opening = Omit<QuestionOpened, 'type' | 'pollId'> & {
  at: number;
  /** Put on the roll while it was open, each with its reason. */
  additions: readonly { key: Id; reason: Words; at: number }[];
};

export type QuestionCount = Omit<QuestionClosed, 'type' | 'pollId'> & { at: number };
