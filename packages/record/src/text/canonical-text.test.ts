/** `canon:1`: what it looks like, and that two texts that differ are never written alike. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marks, normalBlocks, type CanonBlock, type Run } from './canon-block';
import { canonicalText } from './canonical-text';
import { plainText } from './plain-text';
import { readCanonicalText } from './read-canonical-text';

const tricky = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'\\*_~+`[]()#->.1 \n\t\r',
      '\u0301',
      '\u0338',
      '<',
      'e',
      '\u00a0',
      '\ud800',
      '\u1100',
      '\u1161',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});
const run: fc.Arbitrary<Run> = fc.record(
  {
    text: tricky,
    marks: fc.subarray([...marks]),
    link: fc.constantFrom(
      'https://a.id/b_(c)',
      'mailto:a@b.id',
      'javascript:x',
      'https://a.id/\\)x',
      'http://x y',
    ),
  },
  { requiredKeys: ['text'] },
);
const runs = fc.array(run, { maxLength: 5 });
const depth = fc.integer({ min: -1, max: 10 });
const block: fc.Arbitrary<CanonBlock> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    runs,
  }),
  fc.record({ kind: fc.constant('bullet' as const), depth, runs }),
  fc.record({ kind: fc.constant('ordered' as const), depth, runs }),
  fc.record({ kind: fc.constant('quote' as const), runs }),
);
const blocks = fc.array(block, { maxLength: 6 });

const p = (...parts: Run[]): CanonBlock => ({ kind: 'paragraph', runs: parts });

describe('canonical text', () => {
  test('reads as light Markdown', () => {
    const text: CanonBlock[] = [
      { kind: 'heading', level: 1, runs: [{ text: 'Tujuan bersama' }] },
      p({ text: 'Setiap anak ' }, { text: 'lancar', marks: ['bold'] }, { text: ' membaca.' }),
      { kind: 'ordered', depth: 0, runs: [{ text: 'guru' }] },
      { kind: 'bullet', depth: 1, runs: [{ text: 'rumah' }] },
      { kind: 'ordered', depth: 0, runs: [{ text: 'buku', link: 'https://a.id/x' }] },
      { kind: 'quote', runs: [{ text: 'satu\ndua' }] },
    ];
    expect(canonicalText(text)).toBe(
      '# Tujuan bersama\n\nSetiap anak **lancar** membaca.\n\n1. guru\n  - rumah\n2. [buku](https://a.id/x)\n\n> satu\\\ndua',
    );
    expect(plainText(text)).toBe(
      'Tujuan bersama\n\nSetiap anak lancar membaca.\n\n1. guru\n  • rumah\n2. buku (https://a.id/x)\n\n“satu\ndua”',
    );
  });

  test.each([
    ['# no heading', '\\# no heading'],
    ['1. no item', '1\\. no item'],
    ['2*3 [x](y)', '2\\*3 \\[x\\](y)'],
    ['a\n- b', 'a\\\n\\- b'],
    ['well-being, 3.5', 'well-being, 3.5'],
    ['3.5 juta', '3.5 juta'],
  ])('what looks like a sign is escaped: %j', (text, canonical) => {
    expect(canonicalText([p({ text })])).toBe(canonical);
  });

  test('equal texts have one form, however they were typed', () => {
    const typed = [
      p({ text: 'Cafe\u0301 ' }, { text: 'a', marks: ['italic', 'bold'] }, { text: '  ' }),
      p({ text: ' ' }),
    ];
    const other = [p({ text: 'Caf' }, { text: '\u00e9 ' }, { text: 'a', marks: ['bold', 'italic'] })];
    expect(canonicalText(typed)).toBe(canonicalText(other));
  });

  test('a link that is not http, https or mailto is no link', () => {
    expect(canonicalText([p({ text: 'x', link: 'javascript:alert(1)' })])).toBe('x');
  });

  test('injective: reading gives back the normal form', () => {
    fc.assert(
      fc.property(blocks, (text) => {
        expect(readCanonicalText(canonicalText(text))).toEqual(normalBlocks(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('the normal form is stable, NFC, and without blanks at line ends', () => {
    fc.assert(
      fc.property(blocks, (text) => {
        const canonical = canonicalText(text);
        expect(normalBlocks(normalBlocks(text))).toEqual(normalBlocks(text));
        expect(canonical).toBe(canonical.normalize('NFC'));
        expect(canonical).not.toMatch(/[^\S\n](\n|$)|\n$|\r/);
        expect(canonical).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 3000 },
    );
  });

  test('reading takes anything and does not throw', () => {
    fc.assert(fc.property(tricky, (text) => void plainText(readCanonicalText(text))));
  });
});
