/**
 * How long a cold join takes on a cheap phone and a slow line, held against an empty page of the same bytes.
 *
 * Cold: a browser context of its own, nothing cached, nobody signed in. The join is that by a personal link, which leads straight
 * in: from the start of the navigation until the heading of the stage can be read, in a meeting whose agenda is being written
 * (the case with the most to load, as Yjs comes with it). The empty page loads as many files, of the same sizes, as had come for
 * the join by then (scripts, styles and fonts as they are on the line), all named in the document, and is timed until its load
 * event. Both under slow-phone.ts; one after the other, the median of three rounds after one to warm up. Figures go to
 * tests/out/cold-join.json, with when the agenda itself stood there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { phone, TestBrowser } from '../harness/browser';
import { gather, type Gathering } from '../harness/coalition';
import { EmptyPage } from '../harness/empty-page';
import { issueLink, seatPerson } from '../harness/seats';
import { ServerProcess } from '../harness/server-process';
import { slowDown, slowPhone } from '../harness/slow-phone';

const rounds = 3;
const out = new URL('../out/', import.meta.url);

let server: ServerProcess;
let browser: TestBrowser;
let gathering: Gathering;
let empty: EmptyPage;

beforeAll(async () => {
  server = await ServerProcess.start();
  browser = await TestBrowser.launch('cold-join', ['hall.test', 'empty.test']);
  gathering = await gather(server.url);
  empty = await EmptyPage.start();
});

afterAll(async () => {
  gathering.chair.close();
  await empty.close();
  await browser.close();
  await server.dispose();
});

interface File {
  name: string;
  /** As it is on the line. */
  bytes: number;
  endedMs: number;
}

interface Join {
  headingMs: number;
  agendaMs: number;
  /** What had come when the heading stood there. */
  files: File[];
}

/** Notes in the page when what is looked for first stands there, in milliseconds since the navigation began. */
function noteWhenSeen(selectors: Record<string, string>): void {
  const seen: Record<string, number> = {};
  Object.assign(globalThis, { seen });
  const look = (): void => {
    for (const [name, selector] of Object.entries(selectors)) {
      const shown = document.querySelector(selector)?.getClientRects().length;
      if (shown && seen[name] === undefined) seen[name] = performance.now();
    }
    requestAnimationFrame(look);
  };
  look();
}

async function seenIn(page: Page, name: string): Promise<number> {
  const seen = await page.waitForFunction(
    (one) => (globalThis as unknown as { seen: Record<string, number> }).seen[one],
    name,
  );
  return Number(await seen.jsonValue());
}

const filesOf = (page: Page): Promise<File[]> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => /\.(js|css|woff2)$/.test(name))
      .map(({ name, encodedBodySize, responseEnd }) => ({
        name: new URL(name).pathname,
        bytes: encodedBodySize,
        endedMs: responseEnd,
      })),
  );

async function joinCold(name: string): Promise<Join> {
  const seat = { name, roles: ['participant' as const], partnerId: null, votes: false };
  const secret = await issueLink(gathering, await seatPerson(gathering, seat));
  const { context, page, complaints, shot } = await browser.visitor(name, phone, 'id-ID');
  page.setDefaultTimeout(60_000);
  await page.addInitScript(noteWhenSeen, { heading: '#room-stage h1', agenda: '#room-stage .rule' });
  await slowDown(page);
  await page.goto(`http://hall.test:${server.port}/l#${secret}`, { waitUntil: 'commit' });
  const headingMs = await seenIn(page, 'heading');
  const agendaMs = await seenIn(page, 'agenda');
  const files = await filesOf(page);
  await shot('room');
  expect(complaints).toEqual([]);
  await context.close();
  return { headingMs, agendaMs, files: files.filter(({ endedMs }) => endedMs <= headingMs) };
}

/** The time until the load event of an empty page with files of these sizes, in milliseconds. */
async function loadEmpty(sizes: readonly number[]): Promise<number> {
  empty.load(sizes);
  const { context, page } = await browser.visitor('empty', phone, 'id-ID');
  page.setDefaultTimeout(60_000);
  await slowDown(page);
  await page.goto(`http://empty.test:${empty.port}/`, { waitUntil: 'load' });
  const loadedMs = await page.evaluate(
    () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventStart,
  );
  await context.close();
  return loadedMs;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

test('a cold join by link takes little longer than its bytes', { timeout: 240_000 }, async () => {
  const joins: Join[] = [];
  const loads: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const join = await joinCold(`Warga ${round}`);
    const load = await loadEmpty(join.files.map(({ bytes }) => bytes));
    if (round === 0) continue;
    joins.push(join);
    loads.push(load);
  }
  const headingMs = median(joins.map((join) => join.headingMs));
  const emptyMs = median(loads);
  const figures = {
    line: slowPhone,
    ratio: headingMs / emptyMs,
    headingMs,
    emptyMs,
    agendaMs: median(joins.map((join) => join.agendaMs)),
    rounds: joins.map((join, at) => ({ ...join, emptyMs: loads[at] })),
  };
  mkdirSync(out, { recursive: true });
  writeFileSync(new URL('cold-join.json', out), JSON.stringify(figures, null, 2));
  console.info(
    [
      `cold join: heading ${headingMs.toFixed(0)} ms, agenda ${figures.agendaMs.toFixed(0)} ms,`,
      `empty page of the same bytes ${emptyMs.toFixed(0)} ms: ${figures.ratio.toFixed(2)} times`,
    ].join(' '),
  );
});
