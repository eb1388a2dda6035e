/** Sentences of refusals: all there, each of its own, none of the words that wound or confuse. */
import { refusalCodes } from '@mufakat/domain';
import { describe, expect, test } from 'vitest';
import { languages, refusalSentence, type Language } from './index';

/** The right-hand column of the glossary (practice.md, 1.6), and 3f. */
const banned: Readonly<Record<Language, RegExp>> = {
  id: new RegExp(
    '\\b(' +
      [
        'koalisi|sektor|kamar|ruang|fraksi|tuan rumah|butir agenda|agenda|mosi|konsensus|voting|jajak pendapat',
        'daftar gulir|seri|berat|izin|persetujuan|reservasi|minoritas|veto|blok|ratifikasi|meratifikasi',
        '(?:mem|di)?bekukan|beku|(?:meng|di)?adopsi|gol|review|hening|cek suhu|terlambat|hasil|user|pengguna',
      ].join('|') +
      ')\\b',
    'i',
  ),
  en: /\b(sectors?|minority|minorities|veto|late|least heard|users?|entity|payload)\b/i,
};

describe.each(languages)('in %s', (language) => {
  const sentences = refusalCodes.map((code) => [code, refusalSentence(code, language)] as const);

  test('every code has a sentence, with a capital and a full stop', () => {
    for (const [code, sentence] of sentences) {
      expect(sentence, code).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence, code).not.toMatch(/ {2}|\.\.|[!?]/);
      expect(sentence.length, code).toBeLessThan(140);
    }
  });

  test('no two codes say the same', () => {
    const codes = new Map<string, string>();
    for (const [code, sentence] of sentences) {
      expect(codes.get(sentence), `${code} says what another code says`).toBeUndefined();
      codes.set(sentence, code);
    }
  });

  test('nothing wounds, confuses or shows the machine', () => {
    for (const [code, sentence] of sentences) {
      expect(sentence, code).not.toMatch(banned[language]);
      expect(sentence, code).not.toMatch(/_|undefined|null|\bError\b/);
    }
  });
});

test('people are addressed with a capital in Indonesian', () => {
  for (const code of refusalCodes) expect(refusalSentence(code, 'id')).not.toMatch(/\banda\b/);
});

test('no sentence was left untranslated', () => {
  for (const code of refusalCodes) expect(refusalSentence(code, 'id')).not.toBe(refusalSentence(code, 'en'));
});
