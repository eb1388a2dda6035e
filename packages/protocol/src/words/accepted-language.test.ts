/** Which language a request is answered in. */
import { describe, expect, test } from 'vitest';
import { acceptedLanguage } from './index';

describe('the language of a request', () => {
  test.each<[string | undefined, string, string]>([
    [undefined, 'id', 'says nothing'],
    ['', 'id', 'says nothing'],
    ['en', 'en', 'names one of ours'],
    ['en-GB', 'en', 'names a region of one'],
    ['EN-us', 'en', 'in any letters'],
    ['id-ID,id;q=0.9,en;q=0.8', 'id', 'as browsers in Indonesia send it'],
    ['en-US,en;q=0.9,id;q=0.8', 'en', 'as browsers in English send it'],
    ['ar', 'id', 'names none of ours'],
    ['ar,de;q=0.7', 'id', 'names none of ours'],
    ['ar,en;q=0.5', 'en', 'one of ours comes after others'],
    ['id;q=0.3,en;q=0.7', 'en', 'weight goes before place'],
    ['en;q=0.5,id', 'id', 'no weight is the full one'],
    ['en;q=0.8,id;q=0.8', 'en', 'place decides where weights are equal'],
    ['EN ; Q=0.2 , id;q=0.1', 'en', 'blanks and capitals'],
    ['en;q=0', 'id', 'a refused one is not taken'],
    ['id;q=0', 'en', 'what is refused is no fallback either'],
    ['id;q=0,en;q=0', 'id', 'all are refused'],
    ['*', 'id', 'anything will do'],
    ['en;q=0.5,*', 'id', 'anything but English'],
    ['id;q=0.2,*;q=0.5', 'en', 'anything rather than Indonesian'],
    ['ms-MY', 'id', 'Malay'],
    ['in-ID', 'id', 'Indonesian as Java writes it'],
    ['engadin', 'id', 'begins like one of ours'],
    ['en;q=2,id', 'id', 'a weight that is none'],
    ['en;q=0.1234', 'id', 'a weight that is none'],
    [';;,,q=1,-,en', 'en', 'rubbish before it'],
    ['x'.repeat(20_000), 'id', 'endless'],
  ])('%j is answered in %s (%s)', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});
