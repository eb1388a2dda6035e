import fc from 'fast-check';
import { expect, it } from 'vitest';
import { callAddress, linkAddress, webAddress } from './link-address';
import { isSafeLink } from './safe-link';

it.each([
  ['https://contoh.id/a?b=1#c', 'https://contoh.id/a?b=1#c'],
  [' contoh.id/laporan ', 'https://contoh.id/laporan'],
  ['contoh.id:8080/x', 'https://contoh.id:8080/x'],
  ['sekretariat@contoh.id', 'mailto:sekretariat@contoh.id'],
  ['mailto:sekretariat@contoh.id', 'mailto:sekretariat@contoh.id'],
  ['http://192.168.1.4:3000/', 'http://192.168.1.4:3000/'],
])('makes %s a link', (typed, link) => {
  expect(linkAddress(typed)).toBe(link);
});

it.each([
  '',
  ' ',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///a',
  'kata',
  'dua kata',
  'mailto:',
  'https://',
])('does not link “%s”', (typed) => {
  expect(linkAddress(typed)).toBeNull();
});

it('answers whatever is typed, and only with what may be linked', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const link = linkAddress(typed);
      expect(link === null || isSafeLink(link)).toBe(true);
    }),
  );
});

it('takes only pages of the web where nothing else will do, and nothing where nothing is needed', () => {
  expect(webAddress('contoh.id/data.pdf')).toBe('https://contoh.id/data.pdf');
  expect(webAddress('sekretariat@contoh.id')).toBeNull();
  expect(webAddress('mailto:sekretariat@contoh.id')).toBeNull();
  expect(webAddress('')).toBeNull();
  expect(callAddress(' ')).toBe('');
  expect(callAddress('meet.jit.si/Forum')).toBe('https://meet.jit.si/Forum');
  expect(callAddress('besok')).toBeNull();
});
