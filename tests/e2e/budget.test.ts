/** What a guest's first join loads: JavaScript as it comes over the line, over plain HTTP, with nothing kept before. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page, Request } from 'playwright-core';
import { phone, TestBrowser } from '../harness/browser';
import { gather, type Gathering } from '../harness/coalition';
import { ServerProcess } from '../harness/server-process';

/** Bytes of compressed JavaScript. */
const budget = 145_000;

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

interface Script {
  name: string;
  /** Compressed, as it came over the line. */
  bytes: number;
  text: string;
}

/** All scripts of a page, in the order in which they came. */
function watchScripts(page: Page): () => Promise<Script[]> {
  const scripts: Promise<Script>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') scripts.push(scriptOf(request));
  });
  return () => Promise.all(scripts);
}

async function scriptOf(request: Request): Promise<Script> {
  const [sizes, response] = await Promise.all([request.sizes(), request.response()]);
  const name = new URL(request.url()).pathname.replace('/assets/', '').replace(/-[\w-]{8}(?=\.js$)/, '');
  return { name, bytes: sizes.responseBodySize, text: (await response?.text()) ?? '' };
}

/** A line a file, the largest first, so that whoever crosses the budget sees what grew. */
function table(scripts: readonly Script[]): string {
  const rows = [...scripts].sort((a, b) => b.bytes - a.bytes);
  return rows.map(({ name, bytes }) => `${String(bytes).padStart(8)}  ${name}`).join('\n');
}

test('a guest comes in by the code and sees the meeting within its budget of compressed JavaScript', async () => {
  const guest = await browser.visitor('guest', phone, 'id-ID');
  const scriptsOf = watchScripts(guest.page);
  await guest.page.goto(`http://hall.test:${server.port}/join#${gathering.code}`);
  await guest.page.getByLabel('Nama').fill('Sari');
  await guest.page.getByRole('button', { name: 'Masuk ke musyawarah' }).click();
  await guest.page.waitForURL(/\/m\//);
  await guest.page.getByRole('heading', { level: 1, name: 'Susunan acara' }).waitFor();
  await guest.page.waitForLoadState('networkidle');
  await guest.shot('first-join');
  const scripts = await scriptsOf();
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  console.info(
    `a guest's first join: ${bytes} bytes of compressed JavaScript in ${scripts.length} files\n${table(scripts)}`,
  );
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes, table(scripts)).toBeLessThanOrEqual(budget);
  // What only those who plan and invite need stays with them: templates, and the parser of tables.
  const text = scripts.map((script) => script.text).join('\n');
  expect(text).toContain('Susunan acara');
  expect(text).not.toMatch(/Musyawarah Pembentukan|delimitersToGuess/);
  expect(guest.complaints).toEqual([]);
});
