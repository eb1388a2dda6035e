/** The path in real Chromium: three contexts, in Indonesian, from creation to the record. */
import { verifyRecord } from '@mufakat/record';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, phone, TestBrowser } from '../harness/browser';
import { ServerProcess } from '../harness/server-process';
import {
  askMufakat,
  closeMeeting,
  comeIn,
  createCoalition,
  giveSeats,
  openAndAdopt,
  openDoor,
  pauseAndResume,
  planMeeting,
  readRecord,
  voteAndDecide,
  writeAgenda,
  writeWording,
  type Walk,
} from './walk';

let server: ServerProcess;
let browser: TestBrowser;

beforeAll(async () => {
  server = await ServerProcess.start();
  browser = await TestBrowser.launch('path');
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

test('host, delegate and guest walk from creation to the record', async () => {
  const walk: Walk = {
    base: server.url,
    folder: browser.folder,
    host: await browser.visitor('host', desktop, 'id-ID'),
    delegate: await browser.visitor('delegate', desktop, 'id-ID'),
    guest: await browser.visitor('guest', phone, 'id-ID'),
  };
  await createCoalition(walk);
  await planMeeting(walk);
  const { code, link } = await openDoor(walk);
  await comeIn(walk, code, link);
  await giveSeats(walk);
  await writeAgenda(walk);
  await openAndAdopt(walk);
  await pauseAndResume(walk);
  await writeWording(walk);
  await askMufakat(walk);
  await voteAndDecide(walk);
  await closeMeeting(walk);
  expect(verifyRecord(await readRecord(walk))).toMatchObject({ ok: true });
  for (const visitor of [walk.host, walk.delegate, walk.guest]) expect(visitor.complaints).toEqual([]);
});
