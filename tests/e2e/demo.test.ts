/** The demo as a visitor meets it: three clicks from the front page to an open meeting, and companions who answer. */
import { afterAll, beforeAll, test } from 'vitest';
import { expectNoAxeViolations } from '../harness/axe';
import { desktop, phone, TestBrowser } from '../harness/browser';
import { ServerProcess } from '../harness/server-process';
import { button, shows } from './walk';

let server: ServerProcess;
let browser: TestBrowser;

beforeAll(async () => {
  server = await ServerProcess.start();
  browser = await TestBrowser.launch('demo');
});
afterAll(async () => {
  await browser.close();
  await server.dispose();
});

const kinds = [
  {
    name: 'desktop-id',
    device: desktop,
    locale: 'id-ID',
    theme: 'light',
    words: {
      demo: 'Lihat contoh',
      chair: 'Masuk sebagai Pimpinan',
      open: 'Buka musyawarah',
      adopt: 'Sepakati susunan acara',
      banner: /Peragaan: hilang dalam 2[34] jam/,
      houses: 'Rumah guru lebih dahulu',
      ask: 'Kunci rumusan, tanyakan mufakat',
      companion: /Yosef Tanan \(peraga\)/,
      answered: /setuju/i,
    },
  },
  {
    name: 'phone-en',
    device: phone,
    locale: 'en-GB',
    theme: 'dark',
    words: {
      demo: 'See an example',
      chair: 'Come in as Chair',
      open: 'Open the meeting',
      adopt: 'Adopt the agenda',
      banner: /Demo: gone in 2[34] hours/,
      houses: 'Teachers’ houses first',
      ask: 'Lock the wording, ask for mufakat',
      companion: /Yosef Tanan \(demo\)/,
      answered: /agree/i,
    },
  },
] as const;

test.each(kinds)(
  'three clicks to the open meeting, $name',
  async ({ name, device, locale, theme, words }) => {
    const visitor = await browser.visitor(name, device, locale, theme);
    const { page } = visitor;
    await page.goto(server.url);
    await visitor.shot('1-landing');
    await page.getByRole('link', { name: words.demo }).click();
    await button(page, words.chair).waitFor();
    await expectNoAxeViolations(page, `the demo’s door, ${name}`);
    await page.screenshot({ path: `${browser.folder}/2-door-${name}.png`, fullPage: true });
    await button(page, words.chair).click();
    await page.waitForURL(/\/m\//);
    await button(page, words.open).first().click();
    await shows(page, words.banner);
    await button(page, words.adopt).first().waitFor();
    // From its beginning, so that no control is half below the tabs.
    await page.evaluate(() => document.querySelectorAll('main *').forEach((one) => (one.scrollTop = 0)));
    await page.evaluate(() => scrollTo(0, 0));
    await visitor.shot('3-open');
    await expectNoAxeViolations(page, `an open room of the demo, ${name}`);
  },
);

test('the chair asks for mufakat, and the companions answer', async () => {
  const [{ device, locale, theme, words }] = kinds;
  const visitor = await browser.visitor('asks', device, locale, theme);
  const { page } = visitor;
  await page.goto(`${server.url}/demo`);
  await button(page, words.chair).click();
  await button(page, words.open).first().click();
  await button(page, words.adopt).first().click();
  await page.getByText(words.companion).first().waitFor();
  await page.getByText(words.houses).filter({ visible: true }).first().click();
  await visitor.shot('4-decision');
  await page.locator('.ProseMirror').getByText('Sembilan rumah guru').waitFor();
  await button(page, words.ask).first().click();
  // As long as the slowest of them takes; in an acclamation nobody sees who has answered.
  await page.waitForTimeout(12_000);
  await button(page, 'Tidak ada yang keberatan, tutup').click();
  await shows(page, words.answered);
  await visitor.shot('5-answered');
});
