/** axe over every page and its main states, in every appearance; and that the harness finds what is planted. */
import { expect, test } from 'vitest';
import { id } from '../../apps/web/src/i18n/id';
import { axeViolations, expectNoAxeViolations, violationsInAnyLook } from '../harness/axe';
import { desktop, phone } from '../harness/browser';
import { Rooms } from './in-room';
import { Tour } from './tour';

const rooms = Rooms.of('axe');

test('finds what is wrong, in spite of the content policy, and leaves the page as it was', async () => {
  const { page, complaints } = await rooms.stranger('canary', desktop);
  await page.goto(rooms.server.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectNoAxeViolations(page, 'front page');
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  expect(await axeViolations(page)).toEqual([expect.stringMatching(/^button-name at /)]);
  expect(await page.evaluate(() => 'axe' in window)).toBe(false);
  expect(complaints).toEqual([]);
});

test('finds nothing in the gallery of pieces', { timeout: 120_000 }, async () => {
  const { page } = await rooms.stranger('guest', desktop);
  await page.goto(`${rooms.server.url}/gallery`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await violationsInAnyLook(page)).toEqual([]);
});

test.each([desktop, phone])('finds nothing on any page, at $width', { timeout: 600_000 }, async (device) => {
  const found: string[] = [];
  const tour = new Tour({
    rooms,
    catalogue: id,
    prepare: () => Promise.resolve(),
    look: async (page, state) => {
      found.push(...(await violationsInAnyLook(page)).map((line) => `${state}: ${line}`));
    },
  });
  await tour.beforeTheRoom(device);
  await tour.room(device);
  expect(found).toEqual([]);
});
