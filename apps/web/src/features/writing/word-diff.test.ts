import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSame, wordDiff } from './word-diff';

const said = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'old' ? `[-${text}]` : `[+${text}]`))
    .join('');

it('shows words that went and words that came', () => {
  expect(said('Guru tinggal layak.', 'Guru dan keluarganya tinggal layak.')).toBe(
    'Guru [+dan keluarganya ]tinggal layak.',
  );
  expect(said('setiap hari sekolah', 'setiap jam pelajaran')).toBe('setiap [-hari sekolah][+jam pelajaran]');
});

it('keeps numbers, dates and joined words whole', () => {
  expect(said('24 sekolah, 1.200 anak', '24 sekolah, 1.250 anak')).toBe('24 sekolah, [-1.200][+1.250] anak');
  expect(said('anak-anak', 'anak')).toBe('[-anak-anak][+anak]');
});

it('compares words of other scripts as words', () => {
  expect(said('كل طفل يقرأ', 'كل طفل يكتب')).toBe('كل طفل [-يقرأ][+يكتب]');
});

it('keeps lines apart', () => {
  expect(said('satu\ndua', 'satu\ntiga')).toBe('satu\n[-dua][+tiga]');
});

it('holds both texts whole, and says so where they are the same', () => {
  const words = fc.array(fc.constantFrom('guru', 'rumah', ' ', '\n', ',', '7–15', 'طفل', '🙂'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join(''), b.join('')];
      const passages = wordDiff(before, after);
      const without = (gone: 'old' | 'new'): string =>
        passages
          .filter(({ kind }) => kind !== gone)
          .map(({ text }) => text)
          .join('');
      expect(without('new')).toBe(before);
      expect(without('old')).toBe(after);
      expect(isSame(passages)).toBe(before === after);
    }),
  );
});
