import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readStored } from './stored-update';

function written(): Y.Doc {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  text.insert(0, 'satu dua tiga 🙂');
  text.delete(2, 3);
  doc.getMap('m').set('k', { n: [1, null, 'x'] });
  doc.getXmlFragment('x').insert(0, [new Y.XmlElement('paragraph')]);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  other.getArray('a').push([true, 1.5, new Y.Map()]);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  return doc;
}

test('given a stored document, then its clocks are those of Yjs', () => {
  const doc = written();
  const clocks = new Map<number, number>();
  expect(readStored(Y.encodeStateAsUpdate(doc), clocks)).toEqual({ formats: false });
  expect(clocks).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
});

test('given its parts in order, then the clocks grow to the same', () => {
  const doc = new Y.Doc();
  const parts: Uint8Array[] = [];
  doc.on('update', (part: Uint8Array) => parts.push(part));
  for (let at = 0; at < 20; at++) doc.getText('t').insert(at, String(at % 10));
  doc.getText('t').format(2, 5, { italic: true });
  const clocks = new Map<number, number>();
  const formats = parts.map((part) => readStored(part, clocks).formats);
  expect(clocks).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
  expect(formats.slice(0, -1).some(Boolean)).toBe(false);
  expect(formats.at(-1)).toBe(true);
});

test('given bytes that are no update, then it says so', () => {
  expect(() => readStored(Uint8Array.of(1, 200, 1), new Map())).toThrow('cannot be read');
});
