/** axe over the pages before the room, in every appearance; and that the harness finds what is planted. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, expectNoAxeViolations, expectNoAxeViolationsInAnyLook } from '../harness/axe';
import { desktop, phone, TestBrowser } from '../harness/browser';
import { ServerProcess } from '../harness/server-process';

let server: ServerProcess;
let browser: TestBrowser;

beforeAll(async () => {
  server = await ServerProcess.start();
  browser = await TestBrowser.launch('axe');
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

test('finds what is wrong, in spite of the content policy, and leaves the page as it was', async () => {
  const { page, complaints } = await browser.visitor('canary', desktop, 'id-ID');
  await page.goto(server.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectNoAxeViolations(page, 'front page');
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  expect(await axeViolations(page)).toEqual([expect.stringMatching(/^button-name at /)]);
  expect(await page.evaluate(() => 'axe' in window)).toBe(false);
  expect(complaints).toEqual([]);
});

test.each(['/', '/new', '/join', '/gallery', '/nowhere'])('finds nothing at %s', async (path) => {
  for (const device of [desktop, phone]) {
    const { page, context } = await browser.visitor('guest', device, 'id-ID');
    await page.goto(server.url + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await expectNoAxeViolationsInAnyLook(page, `${path} ${device.width}`);
    await context.close();
  }
});
