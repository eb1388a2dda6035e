/** Who wrote what, character by character, as merged documents keep it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { authorRuns, sharesIn } from './authorship';
import { notesOf, minutesPart } from './meeting-texts';
import { readRichText } from './rich-text';
import { anyRichText, copyOf, element, hostileRichText, meet, paragraph, textAt } from './testing';

test('runs of one author each, a list for each block, with the line breaks between', () => {
  const ani = new Y.Doc();
  notesOf(ani, 'a').insert(0, [
    paragraph('Jalan rusak', new Y.XmlElement('hardBreak'), 'sejak 2019'),
    element('bulletList', element('listItem', paragraph('dua desa'))),
  ]);
  const budi = copyOf(ani);
  textAt(notesOf(budi, 'a'), 0, 0).insert(6, 'desa ');
  textAt(notesOf(ani, 'a'), 0, 0).format(0, 5, { bold: {} });
  meet(ani, budi);
  const [a, b] = [ani.clientID, budi.clientID];
  expect(authorRuns(notesOf(ani, 'a'))).toEqual([
    [
      { text: 'Jalan ', clientId: a },
      { text: 'desa ', clientId: b },
      { text: 'rusak\nsejak 2019', clientId: a },
    ],
    [{ text: 'dua desa', clientId: a }],
  ]);
  expect(authorRuns(notesOf(budi, 'a'))).toEqual(authorRuns(notesOf(ani, 'a')));
});

test('shares count characters over several texts, as people count them', () => {
  const doc = new Y.Doc();
  minutesPart(doc, 'opening').insert(0, [paragraph('ya 👍')]);
  minutesPart(doc, 'closing').insert(0, [paragraph('é')]);
  const other = copyOf(doc);
  textAt(minutesPart(other, 'closing'), 0, 0).insert(1, '!!');
  textAt(minutesPart(other, 'opening'), 0, 0).delete(0, 3);
  expect(sharesIn([minutesPart(other, 'opening'), minutesPart(other, 'closing')])).toEqual(
    new Map([
      [doc.clientID, 2],
      [other.clientID, 2],
    ]),
  );
  expect(sharesIn([minutesPart(doc, 'nothing')])).toEqual(new Map());
});

test('its blocks are those that are read, word for word, whatever the document holds', () => {
  fc.assert(
    fc.property(fc.oneof(anyRichText, hostileRichText), (make) => {
      const fragment = make().getXmlFragment('wording');
      const words = (runs: readonly { text: string }[]) => runs.map(({ text }) => text).join('');
      expect(authorRuns(fragment).map(words)).toEqual(readRichText(fragment).map(({ runs }) => words(runs)));
    }),
    { numRuns: 300 },
  );
});
