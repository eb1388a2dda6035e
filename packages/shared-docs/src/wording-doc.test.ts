/** From rich text to blocks and to the frozen text: what the editor writes, and what it never would. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCanonicalText, sha256Hex } from '@mufakat/record';
import * as Y from 'yjs';
import { freezeWording } from './freeze';
import { element } from './testing';
import { readWording, seedWording, wordingFragment } from './wording-doc';

function wording(...blocks: (Y.XmlElement | Y.XmlText)[]): Y.Doc {
  const doc = new Y.Doc();
  wordingFragment(doc).insert(0, blocks);
  return doc;
}

describe('reading a wording', () => {
  test('paragraphs, headings, nested lists, quotes and line breaks', () => {
    const heading = element('heading', 'Tujuan');
    heading.setAttribute('level', '2');
    const doc = wording(
      heading,
      element('paragraph', 'Baris satu', new Y.XmlElement('hardBreak'), 'baris dua'),
      element(
        'bulletList',
        element(
          'listItem',
          element('paragraph', 'luar'),
          element('orderedList', element('listItem', element('paragraph', 'dalam'))),
        ),
      ),
      element('blockquote', element('paragraph', 'kutipan')),
    );
    expect(readWording(doc)).toEqual([
      { kind: 'heading', level: 2, runs: [{ text: 'Tujuan' }] },
      { kind: 'paragraph', runs: [{ text: 'Baris satu' }, { text: '\n' }, { text: 'baris dua' }] },
      { kind: 'bullet', depth: 0, runs: [{ text: 'luar' }] },
      { kind: 'ordered', depth: 1, runs: [{ text: 'dalam' }] },
      { kind: 'quote', runs: [{ text: 'kutipan' }] },
    ]);
  });

  test('marks and links; a mark that is not known is dropped', () => {
    const text = new Y.XmlText();
    const doc = wording(element('paragraph', text));
    text.insert(0, 'tebal', { bold: {}, comment: { id: 1 } });
    text.insert(5, ' taut', { link: { href: 'https://mufakat.example' }, bold: null, comment: null });
    expect(readWording(doc)).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'tebal', marks: ['bold'] },
          { text: ' taut', link: 'https://mufakat.example' },
        ],
      },
    ]);
  });

  test('elements that are not known are read through to their text', () => {
    const doc = wording(
      element('table', element('tableRow', element('paragraph', 'sel'))),
      new Y.XmlText('lepas'),
    );
    expect(freezeWording(doc).plain).toContain('sel');
    expect(freezeWording(doc).plain).toContain('lepas');
  });

  test('a script link never reaches the frozen text', () => {
    const text = new Y.XmlText();
    const doc = wording(element('paragraph', text));

    text.insert(0, 'klik', { link: { href: 'javascript:alert(1)' } });
    expect(freezeWording(doc).text).not.toContain('javascript:');
  });

  test('endless nesting ends', () => {
    let nested = element('paragraph', 'dasar');
    for (let depth = 0; depth < 300; depth += 1) nested = element('blockquote', nested);
    expect(() => freezeWording(wording(nested))).not.toThrow();
  });
});

describe('freezing', () => {
  test('says the canonical text, its SHA-256, and plain text; two copies of a document freeze alike', () => {
    const doc = wording(element('paragraph', 'Rumah guru dikerjakan lebih dahulu.'));
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const frozen = freezeWording(doc);
    expect(frozen).toEqual(freezeWording(copy));
    expect(frozen.hash).toBe(sha256Hex(frozen.text));
    expect(frozen.plain).toBe('Rumah guru dikerjakan lebih dahulu.');
  });

  test('whatever is in the document, the frozen text can be read back, and its hash is its own', () => {
    const node: fc.Arbitrary<Y.XmlElement | Y.XmlText> = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }).map((text) => new Y.XmlText(text)),
        fc
          .tuple(
            fc.constantFrom(
              'paragraph',
              'heading',
              'bulletList',
              'orderedList',
              'listItem',
              'blockquote',
              'hardBreak',
              'x',
            ),
            fc.array(tie('node') as fc.Arbitrary<Y.XmlElement | Y.XmlText>, { maxLength: 4 }),
          )
          .map(([name, children]) => element(name, ...children)),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (blocks) => {
        const { text, hash } = freezeWording(wording(...blocks));
        expect(hash).toBe(sha256Hex(text));
        expect(() => readCanonicalText(text)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

describe('a wording to begin with', () => {
  test('fills a document that nobody has written in, a paragraph a line, once', () => {
    const doc = new Y.Doc();
    seedWording(doc, ' Rumah guru dahulu. \r\n\r\nLalu jembatan.\n');
    expect(freezeWording(doc).plain).toBe('Rumah guru dahulu.\n\nLalu jembatan.');
    seedWording(doc, 'Lagi');
    expect(freezeWording(doc).plain).not.toContain('Lagi');
  });
});
