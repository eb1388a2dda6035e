import { expect, it } from 'vitest';
import { cookieKind, readCookie } from './cookies';

it('on HTTPS is bound to this very host', () => {
  const { name, attributes, gone } = cookieKind(true);
  expect(name).toBe('__Host-mufakat');
  expect(attributes.split('; ').sort()).toEqual([
    'HttpOnly',
    'Max-Age=7776000',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ]);
  // Without Secure a browser would ignore it, and the device would stay signed in.
  expect(gone.split('; ').sort()).toEqual(['HttpOnly', 'Max-Age=0', 'Path=/', 'SameSite=Lax', 'Secure']);
});

it('in a hall is an HttpOnly one', () => {
  const { name, attributes } = cookieKind(false);
  expect(name).toBe('mufakat');
  expect(attributes.split('; ').sort()).toEqual(['HttpOnly', 'Max-Age=7776000', 'Path=/', 'SameSite=Lax']);
});

it.each([
  [undefined, null],
  ['', null],
  ['mufakat=token', 'token'],
  ['a=1; mufakat=token; b=2', 'token'],
  ['xmufakat=no; mufakat=a=b', 'a=b'],
  ['__Host-mufakat=other', null],
  ['mufakat', ''],
])('reads %s as %s', (header, value) => {
  expect(readCookie(header, 'mufakat')).toBe(value);
});
