/**
 * Every main page in English and Indonesian, light and dark, on a desktop and on a small phone: pictures in
 * tests/out/looks to be judged as a guest would, and a check that nothing is cut off sideways or complained of.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, phone, TestBrowser, type Device, type Visitor } from '../harness/browser';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import type { Person } from '../harness/person';
import { ServerProcess } from '../harness/server-process';
import { stockClient } from '../harness/stock-client';
import { frozenDecision } from '../harness/wording';
import { addItem } from '@mufakat/shared-docs';

let server: ServerProcess;
let browser: TestBrowser;
let gathering: Gathering;
let voter: Person;
let looks: Visitor[];

const kinds: { name: string; device: Device; locale: 'id-ID' | 'en-GB'; theme: 'light' | 'dark' }[] = [
  { name: 'desktop-dark-en', device: desktop, locale: 'en-GB', theme: 'dark' },
  { name: 'desktop-light-en', device: desktop, locale: 'en-GB', theme: 'light' },
  { name: 'phone-dark-id', device: phone, locale: 'id-ID', theme: 'dark' },
  { name: 'phone-light-en', device: phone, locale: 'en-GB', theme: 'light' },
];

beforeAll(async () => {
  server = await ServerProcess.start();
  browser = await TestBrowser.launch('looks');
  gathering = await gather(server.url);
  voter = await seatVoter(gathering, server.url, 'Guru SDN 07', 1, ['delegate']);
  looks = [];
  for (const { name, device, locale, theme } of kinds)
    looks.push(await browser.visitor(name, device, locale, theme));
});

afterAll(async () => {
  voter.close();
  gathering.chair.close();
  await browser.close();
  await server.dispose();
});

/** Shows a page to each pair of eyes, waits for its heading, takes the picture. */
async function look(step: string, path: string): Promise<void> {
  for (const visitor of looks) {
    await visitor.page.goto(server.url + path);
    await settled(visitor, step);
  }
}

async function lookAgain(step: string): Promise<void> {
  for (const visitor of looks) await settled(visitor, step);
}

async function settled(visitor: Visitor, step: string): Promise<void> {
  const { page } = visitor;
  await page.getByRole('heading').filter({ visible: true }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await visitor.shot(step);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways, `${visitor.name}: ${step} is wider than its window`).toBeLessThanOrEqual(0);
}

/** The chair's own pages are seen with the chair's cookie, the room's with a delegate's. */
async function comeAs({ cookie }: Person): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  for (const { context } of looks) {
    await context.clearCookies();
    await context.addCookies([{ name, value, url: server.url }]);
  }
}

test('pages before the room', async () => {
  await look('01-landing', '/');
  await look('02-join', `/join#${gathering.code}`);
  await look('03-new', '/new');
  await comeAs(gathering.chair);
  await look('04-coalition', `/c/${gathering.coalitionId}`);
  await look('05-plan', `/c/${gathering.coalitionId}/plan`);
  await look('06-chairs-room', `/m/${gathering.meetingId}`);
});

test('the room, from the agenda to the record', async () => {
  const { chair, meetingId } = gathering;
  await comeAs(voter);
  await writeAgenda();
  await look('10-agenda', `/m/${meetingId}`);
  await chair.do({ type: 'meeting.open' });
  await expect.poll(async () => (await chair.command({ type: 'agenda.adopt' })).ok).toBe(true);
  await chair.until(() => chair.meeting.agenda.version === 1);
  await chair.do({ type: 'item.start', itemId: chair.meeting.agenda.items[1]?.id ?? '' });
  await lookAgain('11-item');
  const decisionId = await frozenDecision(
    chair,
    plainRule,
    'Rumah guru di Batu Ampar Hulu dikerjakan lebih dahulu.',
  );
  await chair.do({ type: 'stage.set', stage: { kind: 'decision', decisionId } });
  await lookAgain('12-locked');
  await chair.do({ type: 'poll.open', decisionId });
  await lookAgain('13-asked');
  const [asked = ''] = Object.keys(chair.meeting.polls);
  await voter.vote(asked, {
    kind: 'consent',
    answer: 'agree',
    note: '',
    acceptableIf: '',
    until: null,
    viaSecretary: false,
  });
  await chair.do({ type: 'poll.close', pollId: asked });
  await lookAgain('14-answered');
  await chair.do({
    type: 'decision.decide',
    decisionId,
    outcome: 'decided',
    statement: 'Dikerjakan mulai Januari.',
  });
  await lookAgain('15-mufakat');
  await chair.do({ type: 'meeting.close' });
  await lookAgain('16-closed');
  for (const visitor of looks) {
    const language = visitor.name.endsWith('id') ? 'id' : 'en';
    await visitor.page.goto(`${server.url}/api/meetings/${meetingId}/record.html?lang=${language}`);
    await settled(visitor, '17-record');
  }
  for (const visitor of looks) expect(visitor.complaints, visitor.name).toEqual([]);
});

async function writeAgenda(): Promise<void> {
  const { chair, meetingId } = gathering;
  const writer = stockClient(server.url, `agenda/${meetingId}`, { cookie: chair.cookie });
  await writer.synced();
  const items = [
    ['opening', 'Pembukaan, tata tertib', 10],
    ['discussion', 'Rumah guru di Batu Ampar Hulu', 35],
    ['break', 'Istirahat', 15],
    ['closing', 'Penutup: baca, tanda tangani', 15],
  ] as const;
  for (const [at, [kind, title, minutes]] of items.entries()) {
    addItem(writer.doc, { id: `acara${at}`.padEnd(22, '_'), title, kind, minutes, presenter: '' });
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  writer.close();
}
