/** Our reading of ICU messages against intl-messageformat, the reference. */
import * as fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { readMessage, sayMessage, type Values } from './icu';
import { id } from './id';
import { languages, type Language } from './languages';

const catalogues = { id, en };

function reference(language: Language, pattern: string, values: Values): string {
  const { locale } = languages[language];
  return String(new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true }).format(values));
}

const say = (language: Language, pattern: string, values: Values): string =>
  sayMessage(readMessage(pattern), languages[language].locale, values);

/** Each value that a pattern names, with what decides its branches. */
function namesIn(pattern: string): { name: string; isNumber: boolean; labels: string[] }[] {
  return [...pattern.matchAll(/\{(\w+)(?:, *(number|plural|select))?/g)].map(([, name = '', kind]) => ({
    name,
    isNumber: kind === 'number' || kind === 'plural',
    labels: [...pattern.matchAll(/(\w+) \{/g)].map(([, label = '']) => label),
  }));
}

const valuesFor = (pattern: string): fc.Arbitrary<Values> =>
  fc.record(
    Object.fromEntries(
      namesIn(pattern).map(({ name, isNumber, labels }) => {
        const isCounted = isNumber || new RegExp(`\\{${name}, *(number|plural)`).test(pattern);
        const count = fc.oneof(fc.constantFrom(0, 1, 2, 1000), fc.integer({ min: -5, max: 99_999 }));
        return [name, isCounted ? count : fc.oneof(fc.string(), fc.constantFrom('', ...labels))];
      }),
    ),
  );

describe('ICU messages', () => {
  it.each(Object.keys(catalogues) as Language[])('are said in %s as the reference says them', (language) => {
    for (const pattern of new Set(Object.values(catalogues[language]))) {
      if (!/[{']/.test(pattern)) continue;
      fc.assert(
        fc.property(valuesFor(pattern), (values) => {
          expect(say(language, pattern, values)).toBe(reference(language, pattern, values));
        }),
        { numRuns: 12 },
      );
    }
  });

  it.each([
    ["it's {n}", { n: 3 }],
    ["'{n}' is {n}", { n: 3 }],
    ["''{n}''", { n: 3 }],
    ["'{open", {}],
    ["'{a''b}' {n}", { n: 3 }],
    ['{n, plural, =0 {none} one {# thing} other {# things}}', { n: 1 }],
    ["{n, plural, other {'#' is #}}", { n: 1234 }],
    ['{n, plural, other {{m, plural, one {#} other {# of # for {n}}}}}', { n: 5, m: 2 }],
    ['{n, plural, other {{who, select, a {# A} other {# B}}}}', { n: 5, who: 'a' }],
    ['{who, select, other {#}}', { who: 'x' }],
    ['{who, select, a {1} other {2}}', { who: 'constructor' }],
    ['{ n , number } {n,number,percent}', { n: 0.256 }],
    ['{n, plural,one{a}other{b}}', { n: 2 }],
    ['# { n }', { n: '<b>' }],
  ])('%s', (pattern, values: Values) => {
    for (const language of Object.keys(languages) as Language[])
      expect(say(language, pattern, values)).toBe(reference(language, pattern, values));
  });

  it.each(['{', '{n', 'a}', '{n, plural, one {x}}', '{n, date}', '{n, plural}', '{}', '{n, select, a b}'])(
    'refuses %s',
    (pattern) => {
      expect(() => readMessage(pattern)).toThrow(/^not a message/);
    },
  );

  it('says which value is missing', () => {
    expect(() => say('en', '{name} came', {})).toThrow('name');
    expect(() => say('en', '{toString} came', {})).toThrow('toString');
  });
});
