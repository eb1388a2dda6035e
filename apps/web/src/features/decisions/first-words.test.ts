import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstWords } from './first-words';

it('takes the first sentence or line', () => {
  expect(firstWords('  Rumah guru dikerjakan lebih dahulu. Sesudah itu jembatan.')).toBe(
    'Rumah guru dikerjakan lebih dahulu',
  );
  expect(firstWords('Tiga prioritas:\n1. rumah guru')).toBe('Tiga prioritas');
  expect(firstWords(' \n ')).toBe('');
});

it('cuts what is long between words', () => {
  const long = 'Musyawarah menyepakati rumah guru di Batu Ampar Hulu dikerjakan lebih dahulu';
  expect(firstWords(long)).toBe('Musyawarah menyepakati rumah guru di Batu Ampar Hulu …');
});

it('is never longer than a title may be', () => {
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => firstWords(text).length <= 200));
});
