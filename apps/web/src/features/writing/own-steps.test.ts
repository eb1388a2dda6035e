import { addClause, clauseText, editing, readGoal, readRichText, removeClause } from '@mufakat/shared-docs';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { OwnSteps } from './own-steps';

const clause = 'a'.repeat(22);

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

function plain(fragment: Y.XmlFragment): string {
  return readRichText(fragment)
    .map((block) => block.runs.map((run) => run.text).join(''))
    .join('|');
}

function started() {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('item:1');
  const steps = new OwnSteps([fragment], doc);
  const write = (words: string): void =>
    doc.transact(() => fragment.insert(fragment.length, [paragraph(words)]), editing);
  return { doc, fragment, steps, write };
}

it('takes back and brings again one’s own edits, and nobody else’s', () => {
  const { doc, fragment, steps, write } = started();
  write('mine');
  doc.transact(() => fragment.insert(1, [paragraph('theirs')]), 'the line');
  steps.undo();
  expect(plain(fragment)).toBe('theirs');
  steps.redo();
  expect(plain(fragment)).toBe('mine|theirs');
});

it('leaves a paragraph of one’s own that others wrote into', () => {
  const { doc, fragment, steps, write } = started();
  write('mine');
  const [first] = fragment.toArray();
  if (!(first instanceof Y.XmlElement)) throw new Error('a paragraph was written');
  doc.transact(() => first.insert(1, [new Y.XmlText(' theirs')]), 'the line');
  steps.undo();
  expect(plain(fragment)).toBe(' theirs');
});

it('stays when an editor that used it goes, and lets go of what that editor heard', () => {
  const { fragment, steps, write } = started();
  const heard: string[] = [];
  const listen = (name: string) => () => steps.on('stack-item-added', () => void heard.push(name));
  steps.lend(listen('first'));
  write('one');
  steps.destroy();
  steps.lend(listen('second'));
  steps.stopCapturing();
  write('two');
  expect(heard).toEqual(['first', 'second']);
  steps.undo();
  steps.undo();
  expect(plain(fragment)).toBe('');
});

it('brings back a clause with its words', () => {
  const doc = new Y.Doc();
  addClause(doc, clause);
  const words = clauseText(doc, clause, 'id');
  doc.transact(() => words.insert(0, [paragraph('Setiap kelas ada gurunya.')]), 'the line');
  const steps = new OwnSteps([doc.getMap('clauses')], doc);
  removeClause(doc, clause);
  expect(readGoal(doc)).toEqual([]);
  steps.undo();
  expect(readGoal(doc)).toEqual([{ id: clause }]);
  expect(plain(words)).toBe('Setiap kelas ada gurunya.');
});
