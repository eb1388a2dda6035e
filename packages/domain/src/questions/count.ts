/**
 * From a locked box to what the record says of a question: published ballots, who voted, the tally. Pure; the order
 * in which ballots came leaves no trace in any of it.
 */
import { tallyElection, type MethodResult, type TieOrder } from '@mufakat/tally';
import type { StoredBallot } from '../context';
import { assert } from '../result';
import type { OptionsChoice } from './content';
import { electionOf, type Paper } from './election';
import type { Opening, Question } from './state';
import { fewest } from './warnings';

/** A choice with the voice that gave it, and what it weighs. */
export interface Voice {
  voter: string;
  chamber: string | null;
  weight: number;
  choice: OptionsChoice;
}

/**
 * A ballot as everyone may see it once the question is closed: with its voter where votes are open; of a secret one
 * the choice alone, with its weight where weights differ, and its chamber where that was announced.
 */
export type PublishedVoice =
  | { voter: string; choice: OptionsChoice }
  | { choice: OptionsChoice; weight: number }
  | { choice: OptionsChoice; weight: number; chamber: string | null };

export type Breakdown = 'none' | 'shown' | 'too-few';

/** Throws where a voter is not on the roll: the box has refused them before. */
export function voicesOf({ roll }: Pick<Opening, 'roll'>, ballots: readonly StoredBallot[]): Voice[] {
  const entries = new Map(roll.map((entry) => [entry.key, entry]));
  return ballots.map(({ voter, choice }) => {
    const entry = entries.get(voter);
    assert(entry && choice.kind !== 'consent' && choice.kind !== 'vote', 'a ballot that is not of this box');
    return { voter, chamber: entry.chamber, weight: entry.weight, choice };
  });
}

/** [Q12] Chambers are told where that was announced and no group, by chamber and weight, has fewer than five ballots. */
export function breakdownOf({ content: { secrecy } }: Question, voices: readonly Voice[]): Breakdown {
  if (secrecy.kind === 'open' || secrecy.breakdown === 'none') return 'none';
  const sizes = new Map<string, number>();
  for (const { chamber, weight } of voices) {
    const group = JSON.stringify([chamber, weight]);
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return [...sizes.values()].every((size) => size >= fewest) ? 'shown' : 'too-few';
}

/** [Q11] Sorted, so that nobody learns from their order who voted when. */
export function publishedVoices(question: Question, voices: readonly Voice[]): PublishedVoice[] {
  const isShown = breakdownOf(question, voices) === 'shown';
  const isOpen = question.content.secrecy.kind === 'open';
  return inOrder(
    voices.map(({ voter, choice, weight, chamber }): PublishedVoice => {
      if (isOpen) return { voter, choice };
      return isShown ? { choice, weight, chamber } : { choice, weight };
    }),
  );
}

/** The order of the published lot, as packages/tally takes it. */
function tieOrderOf({ content }: Question, { tieOrder }: Opening): TieOrder {
  const places = new Map(content.options.map(({ id }, place) => [id, place]));
  return { from: 'lot', order: tieOrder.order.flatMap((id) => places.get(id) ?? []) };
}

export function tallyQuestion(
  question: Question,
  opening: Opening,
  voices: readonly Pick<Voice, 'choice' | 'weight'>[],
): MethodResult {
  const papers = voices.map(({ choice, weight }): Paper => ({ choice, weight, count: 1 }));
  return tallyElection(electionOf(question.content, tieOrderOf(question, opening), papers));
}

/** [Q15] How many have said what, option by option, while a temperature check is open. */
export function stepsSoFar({ content }: Question, choices: readonly OptionsChoice[]): number[][] {
  return content.options.map((_, place) =>
    [0, 1, 2, 3, 4].map(
      (step) =>
        choices.filter((choice) => choice.kind === 'figures' && choice.figures[place] === step).length,
    ),
  );
}

/** In an order that depends on what is said and on nothing else. */
function inOrder<T extends object>(said: readonly T[]): T[] {
  return said
    .map((one) => ({ one, content: JSON.stringify(one) }))
    .sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0))
    .map(({ one }) => one);
}
