/**
 * The seam to packages/tally: a question with its ballots as an election that can be counted. Options go by their ids;
 * names are words and may be erased, which changes no count.
 */
import { type Election, type TieOrder } from '@mufakat/tally';
import { assert, assertNever } from '../result';
import type { ContentOf, OptionsChoice } from './content';

/** Equal papers of one weight. */
export type Paper = { choice: OptionsChoice; count: number; weight: number };

type Asked = Pick<ContentOf<unknown>, 'options' | 'method'>;

/** The choices must be of the method's kind (ballot.ts). */
export function electionOf(
  { options, method }: Asked,
  tieOrder: TieOrder | null,
  papers: readonly Paper[],
): Election {
  const poll = { options: options.map(({ id }) => id), tieOrder };
  switch (method.method) {
    case 'plurality':
      return { ...poll, ...method, ballots: papers.map(asOne) };
    case 'approval':
      return { ...poll, ...method, ballots: papers.map(asMarks) };
    case 'score':
      return { ...poll, ...method, ballots: papers.map(asFigures) };
    case 'dots':
      return { ...poll, ...method, ballots: papers.map(asFigures) };
    case 'quadratic':
      return { ...poll, ...method, ballots: papers.map(asFigures) };
    case 'star':
      return { ...poll, ...method, ballots: papers.map(asFigures) };
    case 'majority-judgment':
      return { ...poll, ...method, ballots: papers.map(asFigures) };
    case 'temperature':
      return { ...poll, ...method, ballots: papers.map(asFigures) };
    case 'irv':
      return { ...poll, ...method, ballots: papers.map(asRanking) };
    case 'stv-scottish':
      return { ...poll, ...method, ballots: papers.map(asRanking) };
    case 'stv-meek':
      return { ...poll, ...method, ballots: papers.map(asRanking) };
    case 'schulze':
      return { ...poll, ...method, ballots: papers.map(asRanking) };
    case 'ranked-pairs':
      return { ...poll, ...method, ballots: papers.map(asRanking) };
    case 'borda':
      return { ...poll, ...method, ballots: papers.map(asRanking) };
    default:
      return assertNever(method);
  }
}

function asOne({ choice, count, weight }: Paper) {
  assert(choice.kind === 'one', 'a ballot of another kind');
  return { count, weight, choice: choice.choice };
}

function asMarks({ choice, count, weight }: Paper) {
  assert(choice.kind === 'marks', 'a ballot of another kind');
  return { count, weight, marks: choice.marks };
}

function asFigures({ choice, count, weight }: Paper) {
  assert(choice.kind === 'figures', 'a ballot of another kind');
  return { count, weight, figures: choice.figures };
}

function asRanking({ choice, count, weight }: Paper) {
  assert(choice.kind === 'ranking', 'a ballot of another kind');
  return { count, weight, ranking: choice.ranking };
}
