/**
 * A goal statement's document: a Y.Map `clauses` by clause id, each a Y.Map with `order`, a fractional key; and for
 * each clause and language a rich text (rich-text.ts) in the fragment `clause:<id>:<language>`.
 *
 * Removing a clause removes its entry alone, so that an undo brings back the words with it. Reading is total.
 */
import * as Y from 'yjs';
import { editing } from './editing';
import { keyAt, sortedEntries } from './ordered-entries';

export const goalLanguages = ['id', 'en'] as const;
export type GoalLanguage = (typeof goalLanguages)[number];

export const maxClauses = 60;

/** Clauses in order, at most 60; two clients read the same list from the same document. */
export function readGoal(doc: Y.Doc): { id: string }[] {
  return sortedEntries(clausesOf(doc))
    .slice(0, maxClauses)
    .map(([id]) => ({ id }));
}

/** A clause's words in one language; there to be written whether or not the clause stands in the list. */
export function clauseText(doc: Y.Doc, id: string, language: GoalLanguage): Y.XmlFragment {
  return doc.getXmlFragment(`clause:${id}:${language}`);
}

/** Adds a clause at `index`, or at the end. `id`, of 22 base64url characters, is made by the caller. */
export function addClause(doc: Y.Doc, id: string, index?: number): void {
  doc.transact(() => {
    const clauses = clausesOf(doc);
    const order = keyAt(clauses, index ?? Infinity, id);
    clauses.set(id, new Y.Map([['order', order]]));
  }, editing);
}

/** Moves a clause so that it stands at `index` among the others. */
export function moveClause(doc: Y.Doc, id: string, index: number): void {
  doc.transact(() => {
    const clauses = clausesOf(doc);
    const clause = clauses.get(id);
    if (clause instanceof Y.Map) clause.set('order', keyAt(clauses, index, id));
  }, editing);
}

export function removeClause(doc: Y.Doc, id: string): void {
  doc.transact(() => clausesOf(doc).delete(id), editing);
}

export function clausesOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('clauses');
}
