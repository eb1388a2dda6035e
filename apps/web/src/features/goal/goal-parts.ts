// The clauses of a goal statement as they are shown and compared: each in each language, by the number it has now.
import { clauseText, goalLanguages, readGoal, readRichText, type GoalLanguage } from '@mufakat/shared-docs';
import type { Doc, XmlFragment } from 'yjs';
import { hasWords } from '../writing/has-words';
import type { TextPart } from '../writing/text-parts';

export interface ClausePlace {
  readonly id: string;
  readonly number: number;
  readonly language: GoalLanguage;
  readonly fragment: XmlFragment;
}

/** Every text of the goal, clause by clause. */
export function clausePlaces(doc: Doc, languages: readonly GoalLanguage[]): ClausePlace[] {
  return readGoal(doc).flatMap(({ id }, at) =>
    languages.map((language) => ({
      id,
      number: at + 1,
      language,
      fragment: clauseText(doc, id, language),
    })),
  );
}

/** For a comparison of two states: `name` says "Clause 2, English". */
export function goalParts(
  doc: Doc,
  languages: readonly GoalLanguage[],
  name: (place: ClausePlace) => string,
): TextPart[] {
  return clausePlaces(doc, languages).map((place) => ({
    key: `${place.id}:${place.language}`,
    label: name(place),
    lang: place.language,
    fragment: place.fragment,
  }));
}

/** Whether a place has words: the goal is locked only when each clause stands in each of its languages. */
export function isWritten(fragment: XmlFragment): boolean {
  return hasWords(readRichText(fragment));
}

/** Every text that a goal may have, those of clauses that were removed among them, as long as they are known here. */
export function allTexts(doc: Doc, ids: Iterable<string>): XmlFragment[] {
  return [...ids].flatMap((id) => goalLanguages.map((language) => clauseText(doc, id, language)));
}
