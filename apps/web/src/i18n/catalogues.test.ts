import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { about } from './about';
import { en } from './en';
import { id, type Key } from './id';
import { languages, type Language } from './languages';

const catalogues: Record<Language, Readonly<Record<Key, string>>> = { id, en };
const keys = Object.keys(id).sort();

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
const words: number = 0;
const hash: number = 7; // the # of a plural

/** The values that a message takes: name and kind, from every branch. */
function argumentsOf(elements: readonly Element[], into = new Set<string>()): Set<string> {
  for (const element of elements) {
    const kind: number = element.type;
    if (kind === words || kind === hash || !('value' in element)) continue;
    into.add(element.value);
    if ('options' in element)
      for (const option of Object.values(element.options)) argumentsOf(option.value, into);
    if ('children' in element) argumentsOf(element.children, into);
  }
  return into;
}

const parse = (language: Language, pattern: string): Element[] =>
  new IntlMessageFormat(pattern, languages[language].locale, undefined, { ignoreTag: true }).getAst();

describe('catalogues', () => {
  it('have the same keys in every language, each with a note for translators', () => {
    for (const catalogue of Object.values(catalogues)) expect(Object.keys(catalogue).sort()).toEqual(keys);
    expect(Object.keys(about).sort()).toEqual(keys);
    for (const note of Object.values(about)) expect(note.length).toBeGreaterThan(3);
  });

  it.each(Object.keys(catalogues) as Language[])(
    'parse in %s and take the same values as in Indonesian',
    (language) => {
      for (const key of keys as Key[]) {
        const pattern = catalogues[language][key];
        expect(pattern.trim(), key).toBe(pattern);
        expect(pattern, key).not.toBe('');
        const taken = [...argumentsOf(parse(language, pattern))].sort();
        expect(taken, key).toEqual([...argumentsOf(parse('id', id[key]))].sort());
      }
    },
  );

  it('open and close what is strong', () => {
    for (const catalogue of Object.values(catalogues))
      for (const [key, pattern] of Object.entries(catalogue)) {
        expect(pattern.split('<b>').length, key).toBe(pattern.split('</b>').length);
        expect(pattern.replaceAll(/<\/?b>/g, ''), key).not.toMatch(/<\/?[a-z]/i);
      }
  });
});

describe('words that wound or confuse', () => {
  // practice.md: glossary and section 3f
  const banned =
    /\b(reservasi|membekukan|dibekukan|mengadopsi|ratifikasi|voting|konsensus|minoritas|veto|fraksi|koalisi|seri|user|pengguna)\b/i;
  it('are not on any screen', () => {
    // "koalisi" only where a group chose to call itself so
    for (const [key, pattern] of Object.entries(id))
      if (key !== 'coalition.formKoalisi') expect(pattern, key).not.toMatch(banned);
    for (const [key, pattern] of Object.entries(en))
      expect(pattern, key).not.toMatch(/\b(user|entity|payload|least heard)\b/i);
  });
});
