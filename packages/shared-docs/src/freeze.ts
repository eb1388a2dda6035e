/**
 * From a document to the text that a poll or a ratification points to: canonical text, its SHA-256, and plain text
 * for people. The only place where prose becomes a fact.
 */
import { canonicalJson, canonicalText, plainText, sha256Hex } from '@mufakat/record';
import type * as Y from 'yjs';
import { clauseText, readGoal, type GoalLanguage } from './goal-doc';
import { minutesPart } from './meeting-texts';
import { readRichText } from './rich-text';
import { wordingFragment } from './wording-doc';

export interface FrozenText {
  /** `canon:1` of packages/record; of a goal, see FrozenGoal. */
  text: string;
  plain: string;
  /** SHA-256 of `text` as UTF-8, 64 hex digits. */
  hash: string;
}

export interface FrozenWords {
  language: GoalLanguage;
  /** `canon:1` of packages/record. */
  text: string;
  plain: string;
}

/**
 * `text` is the canonical JSON of `{ clauses: [{ id, words: { <language>: canonical text } }] }`; `plain` has the
 * clauses numbered, one language after the other.
 */
export interface FrozenGoal extends FrozenText {
  clauses: { id: string; words: FrozenWords[] }[];
}

export function freezeWording(doc: Y.Doc): FrozenText {
  const { text, plain } = canonOf(wordingFragment(doc));
  return { text, plain, hash: sha256Hex(text) };
}

/** The canonical text of each of these parts of the minutes that has any words, in their order. */
export function freezeMinutes(doc: Y.Doc, parts: readonly string[]): { part: string; text: string }[] {
  return parts
    .map((part) => ({ part, ...canonOf(minutesPart(doc, part)) }))
    .filter(({ plain }) => plain.trim() !== '')
    .map(({ part, text }) => ({ part, text }));
}

/** Every clause in the languages given, each once, in their order; a clause that has no words yet has empty ones. */
export function freezeGoal(doc: Y.Doc, languages: readonly GoalLanguage[]): FrozenGoal {
  const each = [...new Set(languages)];
  const clauses = readGoal(doc).map(({ id }) => ({
    id,
    words: each.map((language) => ({ language, ...canonOf(clauseText(doc, id, language)) })),
  }));
  const text = canonicalJson({
    clauses: clauses.map(({ id, words }) => ({
      id,
      words: Object.fromEntries(words.map((one) => [one.language, one.text])),
    })),
  });
  return { clauses, text, plain: numbered(clauses, each), hash: sha256Hex(text) };
}

function canonOf(fragment: Y.XmlFragment): { text: string; plain: string } {
  const blocks = readRichText(fragment);
  return { text: canonicalText(blocks), plain: plainText(blocks) };
}

function numbered(clauses: FrozenGoal['clauses'], languages: readonly GoalLanguage[]): string {
  const lines = languages.flatMap((_, at) =>
    clauses.map(({ words }, n) => `${n + 1}. ${words[at]?.plain ?? ''}`.trimEnd()),
  );
  return lines.join('\n\n');
}
