import { readCanonicalText } from '@mufakat/record';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { freezeMinutes } from './freeze';
import { minutesPart } from './meeting-texts';

function write(doc: Y.Doc, part: string, text: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  minutesPart(doc, part).insert(0, [paragraph]);
}

test('minutes are locked part by part, in the order asked, those without words left out', () => {
  const doc = new Y.Doc();
  write(doc, 'closing', 'Ditutup dengan doa.');
  write(doc, 'opening', 'Dibuka *tepat* waktu.');
  write(doc, 'item-a', '   ');
  write(doc, 'of another', 'Tidak ditanya.');
  const frozen = freezeMinutes(doc, ['opening', 'item-a', 'item-b', 'closing']);
  expect(frozen.map(({ part }) => part)).toEqual(['opening', 'closing']);
  expect(frozen.map(({ text }) => readCanonicalText(text)[0]?.runs[0]?.text)).toEqual([
    'Dibuka *tepat* waktu.',
    'Ditutup dengan doa.',
  ]);
});
