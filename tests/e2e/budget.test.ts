/** What a guest's first join loads: JavaScript as it comes over the line, over plain HTTP, with nothing kept before. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { phone, TestBrowser } from '../harness/browser';
import { gather, type Gathering } from '../harness/coalition';
import { ServerProcess } from '../harness/server-process';

/** Bytes of compressed JavaScript. */
const budget = 180_000;

let server: ServerProcess;
let browser: TestBrowser;
let gathering: Gathering;

beforeAll(async () => {
  server = await ServerProcess.start();
  browser = await TestBrowser.launch('budget', ['hall.test']);
  gathering = await gather(server.url);
});

afterAll(async () => {
  gathering.chair.close();
  await browser.close();
  await server.dispose();
});

interface Scripts {
  settled: () => Promise<number>;
  files: () => number;
  /** All of them, as text. */
  text: () => Promise<string>;
}

/** Adds up the bodies of all scripts as they are sent. */
function countScripts(page: Page): Scripts {
  const sizes: Promise<number>[] = [];
  const texts: Promise<string>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    texts.push(request.response().then(async (response) => (await response?.text()) ?? ''));
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  return {
    settled: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
    files: () => sizes.length,
    text: async () => (await Promise.all(texts)).join('\n'),
  };
}

test('a guest comes in by the code and sees the meeting within 180 kB of compressed JavaScript', async () => {
  const guest = await browser.visitor('guest', phone, 'id-ID');
  const scripts = countScripts(guest.page);
  await guest.page.goto(`http://hall.test:${server.port}/join#${gathering.code}`);
  await guest.page.getByLabel('Nama').fill('Sari');
  await guest.page.getByRole('button', { name: 'Masuk ke musyawarah' }).click();
  await guest.page.waitForURL(/\/m\//);
  await guest.page.getByRole('heading', { level: 1, name: 'Susunan acara' }).waitFor();
  await guest.page.waitForLoadState('networkidle');
  await guest.shot('first-join');
  const bytes = await scripts.settled();
  console.info(`a guest's first join: ${bytes} bytes of compressed JavaScript in ${scripts.files()} files`);
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThanOrEqual(budget);
  // What only those who plan and invite need stays with them: templates, and the parser of tables.
  const text = await scripts.text();
  expect(text).toContain('Susunan acara');
  expect(text).not.toMatch(/Musyawarah Pembentukan|delimitersToGuess/);
  expect(guest.complaints).toEqual([]);
});
