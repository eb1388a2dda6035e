/**
 * The path in real Chromium, in three contexts, from creation to the record: once on localhost, and once over plain
 * HTTP under another name, as in a hall without internet, where the page is no secure context.
 */
import { verifyRecord } from '@mufakat/record';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBrowser } from '../harness/browser';
import { ServerProcess } from '../harness/server-process';
import { threePeople, walkWhole } from './walk';

let server: ServerProcess;

beforeAll(async () => {
  server = await ServerProcess.start();
});

afterAll(async () => {
  await server.dispose();
});

test.each([
  { where: 'on localhost', folder: 'path', host: '127.0.0.1', secure: true },
  { where: 'over plain HTTP in a hall', folder: 'path-plain-http', host: 'hall.test', secure: false },
])(
  'host, delegate and guest walk from creation to the record $where',
  async ({ folder, host, secure }) => {
    const browser = await TestBrowser.launch(folder, ['hall.test']);
    try {
      const walk = await threePeople(browser, `http://${host}:${server.port}`);
      const record = await walkWhole(walk);
      expect(verifyRecord(record)).toMatchObject({ ok: true });
      expect(await walk.host.page.evaluate(() => window.isSecureContext)).toBe(secure);
      for (const visitor of [walk.host, walk.delegate, walk.guest]) expect(visitor.complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  },
  180_000,
);
