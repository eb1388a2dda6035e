import { describe, expect, it } from 'vitest';
import { pickLanguage } from './languages';
import { formatMessage, formatParts } from './messages';

describe('messages', () => {
  it('counts in the language', () => {
    const pattern = '{n, plural, one {# letter} other {# letters}}';
    expect(formatMessage('en', pattern, { n: 1 })).toBe('1 letter');
    expect(formatMessage('en', pattern, { n: 2 })).toBe('2 letters');
    expect(formatMessage('id', '{n, plural, other {# huruf}}', { n: 1234 })).toBe('1.234 huruf');
  });

  it('keeps plain words and apostrophes', () => {
    expect(formatMessage('en', "device's")).toBe("device's");
    expect(formatMessage('id', 'Musyawarah < mufakat')).toBe('Musyawarah < mufakat');
  });

  it('marks what is strong, and only the catalogue may', () => {
    expect(formatParts('id', '<b>{name}</b> masuk', { name: '<b>Ibu</b>' })).toEqual([
      { text: '<b>Ibu</b>', strong: true },
      { text: ' masuk', strong: false },
    ]);
  });
});

describe('pickLanguage', () => {
  it('follows the choice, then the device, then Indonesian', () => {
    expect(pickLanguage('en', ['id-ID'])).toBe('en');
    expect(pickLanguage(undefined, ['de-DE', 'en-US', 'id'])).toBe('en');
    expect(pickLanguage(undefined, ['ms-MY', 'en'])).toBe('id');
    expect(pickLanguage('xx', [])).toBe('id');
    expect(pickLanguage('constructor', ['toString'])).toBe('id');
  });
});
