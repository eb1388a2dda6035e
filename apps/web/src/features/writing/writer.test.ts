import { expect, it } from 'vitest';
import { isSafeLink } from './safe-link';
import { readWriter } from './writer';

it('lets links go to http, https and mailto only', () => {
  for (const link of ['https://mufakat.example/a', 'HTTP://a.b', 'mailto:a@b.c'])
    expect(isSafeLink(link)).toBe(true);
  for (const link of ['javascript:alert(1)', 'data:text/html,x', '//a.b', 'https:// a', ''])
    expect(isSafeLink(link)).toBe(false);
});

it('reads who writes from whatever an awareness state holds', () => {
  expect(readWriter({ name: 'Ibu Siti', mark: 'KS', colour: 3, chamberShape: 'circle' })).toEqual({
    name: 'Ibu Siti',
    mark: { letters: 'KS', colour: 3, shape: 'circle' },
  });
  expect(readWriter({ name: 'Jon Lee', colour: 99 })).toMatchObject({ mark: { letters: 'JL', colour: 8 } });
  for (const nobody of [null, 'x', {}, { name: 3 }, { name: ' ' }]) expect(readWriter(nobody)).toBeNull();
});
