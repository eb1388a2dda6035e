/** Plain lines as a rich text. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readRichText } from './rich-text';
import { seedRichText } from './seed-rich-text';

test('headings, paragraphs and lists, in an empty text alone', () => {
  const fragment = new Y.Doc().getXmlFragment('a');
  seedRichText(fragment, ['# Judul', 'Kalimat.', '- satu', '- dua', 'Akhir.']);
  expect(readRichText(fragment)).toEqual([
    { kind: 'heading', level: 3, runs: [{ text: 'Judul' }] },
    { kind: 'paragraph', runs: [{ text: 'Kalimat.' }] },
    { kind: 'bullet', depth: 0, runs: [{ text: 'satu' }] },
    { kind: 'bullet', depth: 0, runs: [{ text: 'dua' }] },
    { kind: 'paragraph', runs: [{ text: 'Akhir.' }] },
  ]);
  seedRichText(fragment, ['Lain.']);
  expect(readRichText(fragment)).toHaveLength(5);
});
