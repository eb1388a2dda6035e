import { addClause, clauseText, type GoalLanguage } from '@mufakat/shared-docs';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { clausePlaces, goalParts, isWritten } from './goal-parts';

const [first, second] = ['a'.repeat(22), 'b'.repeat(22)];
const both: GoalLanguage[] = ['id', 'en'];

function write(doc: Y.Doc, id: string, language: GoalLanguage, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  clauseText(doc, id, language).insert(0, [paragraph]);
}

function goal(): Y.Doc {
  const doc = new Y.Doc();
  addClause(doc, second);
  addClause(doc, first, 0);
  write(doc, first, 'id', 'Setiap kelas ada gurunya.');
  write(doc, first, 'en', 'Every class has its teacher.');
  write(doc, second, 'id', 'Setiap anak membaca.');
  write(doc, second, 'en', ' ');
  return doc;
}

it('goes clause by clause, language by language', () => {
  expect(clausePlaces(goal(), both).map(({ id, number, language }) => [id[0], number, language])).toEqual([
    ['a', 1, 'id'],
    ['a', 1, 'en'],
    ['b', 2, 'id'],
    ['b', 2, 'en'],
  ]);
});

it('names the places of a comparison', () => {
  const parts = goalParts(goal(), ['en'], ({ number, language }) => `${number} ${language}`);
  expect(parts.map(({ key, label, lang }) => [key, label, lang])).toEqual([
    [`${first}:en`, '1 en', 'en'],
    [`${second}:en`, '2 en', 'en'],
  ]);
});

it('knows which clause is not written in which language', () => {
  const lacking = clausePlaces(goal(), both).filter(({ fragment }) => !isWritten(fragment));
  expect(lacking.map(({ number, language }) => [number, language])).toEqual([[2, 'en']]);
});
