import type { Decision } from '@mufakat/domain';
import { asking, decisionId, drafted, fold, opened } from '@mufakat/domain/testing';
import { freezeWording, wordingFragment } from '@mufakat/shared-docs';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { leftOverOf } from './left-over';

function write(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  const fragment = wordingFragment(doc);
  fragment.insert(fragment.length, [paragraph]);
}

function twoOf(text: string): [Y.Doc, Y.Doc] {
  const docs: [Y.Doc, Y.Doc] = [new Y.Doc(), new Y.Doc()];
  write(docs[0], text);
  Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]));
  return docs;
}

function decisionOf(frozen: Y.Doc | null): Decision {
  const state = fold(frozen ? asking() : [...opened(), drafted()]);
  if (state.status !== 'planned') throw new Error('no meeting');
  const decision = state.decisions[decisionId]!;
  if (decision.text.status === 'open' || !frozen) return decision;
  return { ...decision, text: { ...decision.text, ...freezeWording(frozen) } };
}

it('is nothing where both say the same', () => {
  const [server, mine] = twoOf('Jalan diperbaiki.');
  expect(leftOverOf(mine, decisionOf(server))).toBeNull();
});

it('is this side’s text where words were written into a text frozen meanwhile', () => {
  const [server, mine] = twoOf('Jalan diperbaiki.');
  write(mine, 'Jembatan juga.');
  write(server, 'Sebelum Juni.');
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(server));
  const leftOver = leftOverOf(mine, decisionOf(server));
  expect(leftOver).toContain('Jembatan juga.');
  expect(leftOver).toContain('Sebelum Juni.');
});

it('is nothing where only marks differ, or where nothing is left to propose', () => {
  const [server, mine] = twoOf('Jalan diperbaiki.');
  const text = (wordingFragment(mine).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.format(0, 5, { bold: true });
  expect(leftOverOf(mine, decisionOf(server))).toBeNull();
  expect(leftOverOf(new Y.Doc(), decisionOf(server))).toBeNull();
});

it('is nothing while the text is open', () => {
  const [, mine] = twoOf('Jalan diperbaiki.');
  expect(leftOverOf(mine, decisionOf(null))).toBeNull();
});
