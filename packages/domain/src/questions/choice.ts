/**
 * Whether what a ballot says fits its question, the same for the page that fills it in and the box that takes it, and
 * the one form in which equal ballots are equal.
 */
import { electionProblems, type ElectionProblem } from '@mufakat/tally';
import { limits } from '../limits';
import { assertNever } from '../result';
import type { ContentOf, OptionsChoice, QuestionMethod } from './content';
import { electionOf } from './election';

type Asked = Pick<ContentOf<unknown>, 'options' | 'method'>;

/** The kind of ballot that a method takes. */
export function ballotKind({ method }: QuestionMethod): OptionsChoice['kind'] {
  switch (method) {
    case 'plurality':
      return 'one';
    case 'approval':
      return 'marks';
    case 'score':
    case 'dots':
    case 'quadratic':
    case 'star':
    case 'majority-judgment':
    case 'temperature':
      return 'figures';
    case 'irv':
    case 'stv-scottish':
    case 'stv-meek':
    case 'schulze':
    case 'ranked-pairs':
    case 'borda':
      return 'ranking';
    default:
      return assertNever(method);
  }
}

/** [Q7] What is wrong with it, for the page to say while it is filled in; empty where it can be cast. */
export function choiceProblems(asked: Asked, choice: OptionsChoice): ElectionProblem[] {
  if (choice.kind !== ballotKind(asked.method)) return [{ code: 'wrong_length', ballot: 0, option: null }];
  return electionProblems(electionOf(asked, null, [{ choice, count: 1, weight: 1 }]));
}

/** Marks and equal ranks in ascending order, no skipped ranks at the end: equal ballots are then the same JSON. */
export function inOneForm(choice: OptionsChoice): OptionsChoice {
  switch (choice.kind) {
    case 'one':
    case 'figures':
      return choice;
    case 'marks':
      return { kind: 'marks', marks: [...choice.marks].sort((a, b) => a - b) };
    case 'ranking': {
      const last = choice.ranking.reduce((found, { length }, rank) => (length > 0 ? rank : found), -1);
      const ranks = choice.ranking.slice(0, last + 1);
      return { kind: 'ranking', ranking: ranks.map((rank) => [...rank].sort((a, b) => a - b)) };
    }
    default:
      return assertNever(choice);
  }
}

/** [Q8] What goes along with a secret ballot, so that all are of one length whatever they say. */
export function paddingOf(choice: OptionsChoice): string {
  return ' '.repeat(Math.max(0, limits.secretChoiceLength - JSON.stringify(choice).length));
}

export function isPadded(choice: OptionsChoice, padding: string): boolean {
  return JSON.stringify(choice).length + padding.length === limits.secretChoiceLength;
}
