/**
 * The count of an election in plain sentences: who is elected, by how much and in which round, how each tie was
 * broken, what was left over, and whether it is proportional. It says what was counted; what the meeting makes of
 * it is for the meeting to say.
 */
import { assertNever } from '../majority';
import type { Method } from '../methods/election';
import type { MethodResult, TieBreak, TieStep } from '../methods/method-result';
import { decisiveSentences } from './decisive-sentences';
import { optionName, type ElectionNames, type ListNames } from './election-names';
import { methodEn } from './method-en';
import { methodId } from './method-id';
import type { MethodPhrases } from './method-phrases';
import { phrasesIn, type Lang } from './rule-in-words';

const phrases: Record<Lang, MethodPhrases> = { id: methodId, en: methodEn };

/** A method's name, and when it fits, for the one who picks it. */
export function methodInWords(method: Method, lang: Lang): { name: string; fits: string } {
  const say = phrases[lang];
  return { name: say.name[method], fits: say.fits[method] };
}

/** Short sentences, the result first. */
export function electionInWords(result: MethodResult, lang: Lang, names: ElectionNames): string[] {
  const say = phrases[lang];
  const { tally, rule } = phrasesIn[lang];
  const list: ListNames = (options) => rule.list(options.map((option) => optionName(names, option)));
  const { elected, unfilled, counts } = result;
  const binding = result.method !== 'temperature';
  const who = elected.length > 0 ? tally.elected(list(elected)) : tally.nobodyElected;
  return [
    ...(binding ? [who] : []),
    ...(unfilled ? [tally.approvalTie(list(unfilled.between), unfilled.seats)] : []),
    ...(counts.valid > 0 ? decisiveSentences(say, result, names, list) : [say.noBallots]),
    ...result.ties.map((tie) => tieSentence(say, tie, list)),
    say.ballots(counts.valid, counts.blank),
    ...(result.proportional === 'not-proportional' ? [tally.blockVoting] : []),
    ...(binding ? [] : [say.unbinding]),
  ];
}

function tieSentence(
  say: MethodPhrases,
  { at, round, between, steps, chosen }: TieBreak,
  list: ListNames,
): string {
  return [
    say.tied[at](list(between), round),
    ...steps.map((step) => stepSentence(say, step, at, list)),
    ...(chosen === null ? [say.needsLot] : []),
  ].join(' ');
}

function stepSentence(say: MethodPhrases, step: TieStep, at: TieBreak['at'], list: ListNames): string {
  const left = list(step.left);
  switch (step.by) {
    case 'look-back':
      return say.lookBack(left, step.round, at === 'exclusion');
    case 'head-to-head':
      return say.headToHead(left);
    case 'score':
      return say.byScore(left);
    case 'top-marks':
      return say.topMarks(left);
    case 'medians-removed':
      return say.mediansRemoved(left, step.removed);
    case 'published-order':
      return say.orderSays(say.order[step.from], left, at);
    default:
      return assertNever(step);
  }
}
