/** Every page and its main states in a language made of the catalogue: whatever is read in plain letters is hard-coded. */
import { expect, test } from 'vitest';
import { desktop, phone } from '../harness/browser';
import { plainWords, pseudo, pseudoCatalogue, speakPseudo } from '../harness/pseudo-locale';
import { Rooms } from './in-room';
import { ownWords, Tour } from './tour';

const rooms = Rooms.of('pseudo');

test('accents the words of a message and leaves its values, branches and marks', () => {
  expect(pseudo('Buka')).toBe('⟦Ƀúķá··⟧');
  expect(pseudo('{count, plural, other {# suara <b>{name}</b>}}')).toMatch(
    /^⟦\{count, plural, other \{# šúářá <b>\{name\}<\/b>\}\}·*⟧$/,
  );
});

test.each([desktop, phone])(
  'no word on any page is hard-coded, at $width',
  { timeout: 240_000 },
  async (device) => {
    const found: string[] = [];
    let seen = 0;
    const asked: (() => boolean)[] = [];
    const tour = new Tour({
      rooms,
      catalogue: pseudoCatalogue,
      prepare: async ({ context }) => asked.push((await speakPseudo(context)).served),
      look: async (page, state) => {
        seen += 1;
        const words = await plainWords(page, ownWords);
        found.push(...words.map((word) => `${state}: ${word}`));
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (sideways > 0) found.push(`${state}: wider than its window by ${sideways}`);
        await page.screenshot({
          path: `${rooms.browser.folder}/${device.width}-${state.replaceAll(/\W+/g, '-')}.png`,
        });
      },
    });
    await tour.beforeTheRoom(device);
    await tour.room(device);
    expect(asked.every((one) => one())).toBe(true);
    expect(seen).toBeGreaterThan(30);
    expect(found).toEqual([]);
  },
);
