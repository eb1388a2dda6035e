import { expect, it } from 'vitest';
import { zoneChoices } from './zones';

it('offers the device first, Indonesia always, and each zone once', () => {
  const { common, all } = zoneChoices('Europe/Oslo');
  expect(common.map(({ label }) => label)).toEqual([
    'Oslo (Europe)',
    'WIB · Jakarta',
    'WITA · Makassar',
    'WIT · Jayapura',
  ]);
  const values = [...common, ...all].map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
  expect(values).toContain('Asia/Dili');
  expect(zoneChoices('Asia/Makassar').common).toHaveLength(3);
  expect(zoneChoices('Nowhere').common).toHaveLength(3);
});
