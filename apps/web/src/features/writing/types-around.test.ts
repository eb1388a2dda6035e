import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { typesAround } from './types-around';

it('is the text that a cursor stands in and all around it', () => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('item:1');
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText('guru');
  fragment.insert(0, [paragraph]);
  paragraph.insert(0, [text]);
  const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, 2)) as unknown;
  expect(typesAround(doc, { anchor: at, head: at })).toEqual([text, paragraph, fragment]);
});

it('is nothing for what is no cursor of this document', () => {
  const doc = new Y.Doc();
  for (const stranger of [
    null,
    'x',
    {},
    { head: 3 },
    { head: { type: { client: 1, clock: 9 } } },
    { head: null },
  ])
    expect(typesAround(doc, stranger)).toEqual([]);
});
