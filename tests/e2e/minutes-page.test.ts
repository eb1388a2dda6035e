/**
 * The minutes' page in real Chromium: two hundred people with long and Arabic names, on a desktop, on a phone and on paper
 * (A4 and F4), in both languages; nothing is cut off, axe finds nothing.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectNoAxeViolationsInAnyLook } from '../harness/axe';
import { desktop, phone } from '../harness/browser';
import { plainRule, seatVoter } from '../harness/coalition';
import { Person } from '../harness/person';
import { seatByLink } from '../harness/seats';
import { frozenDecision } from '../harness/wording';
import { expectNoComplaints, Rooms } from './in-room';

const rooms = Rooms.of('minutes-page');
const heads = 200;
const names = [
  'Siti Aminah',
  'لبنى عبد الرحمن',
  'Raden Mas Panji Surya Adiningrat Kusumawardhana Sastrodiningrat',
  'Ketuapaguyubanpenggerakpemberdayaanmasyarakatdesabatuamparhulu',
];

/** So many that the list runs over pages; each signs it by coming. */
async function fill(): Promise<void> {
  const { here, server } = rooms;
  for (let n = 0; n < heads; n += 1) {
    const person = new Person(server.url, rooms.chair.headers);
    const partner = n % 5 === 4 ? null : (here.partners[n % 3] ?? null);
    expect((await person.come(here.code, `${names[n % names.length] ?? ''} ${n}`, partner)).status).toBe(201);
    await person.join(here.meetingId);
    person.close();
  }
}

/** What of the page stands outside its sheet. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const right = document.querySelector('main')?.getBoundingClientRect().right ?? 0;
    const out = [...document.querySelectorAll('main *')].filter(
      (one) => one.getBoundingClientRect().right > right,
    );
    return out.map((one) => one.tagName);
  });
}

/** Pages of a PDF as Chromium writes it. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('two hundred people fit on screens and on paper, with signatures and lines for ink', async () => {
  const { chair, here, server } = rooms;
  await chair.do({ type: 'meeting.open' });
  await fill();
  const voter = await seatVoter(here, server.url, 'Guru SDN 07', 1, ['delegate']);
  const seat = { name: 'Sari Wulandari', roles: ['secretary' as const], partnerId: null, votes: false };
  const secretary = await seatByLink(here, seat);
  const decisionId = await frozenDecision(
    chair,
    { ...plainRule, ladder: ['vote'] },
    'Rumah guru dibangun lebih dahulu.',
  );
  await chair.do({ type: 'poll.open', decisionId });
  const pollId = Object.keys(chair.meeting.polls)[0] ?? '';
  await voter.vote(pollId, { kind: 'vote', vote: 'yes' });
  await chair.do({ type: 'poll.close', pollId });
  await chair.do({ type: 'decision.decide', decisionId, outcome: 'decided', statement: 'Disepakati.' });
  await chair.do({ type: 'minutes.freeze' });
  await secretary.do({ type: 'minutes.sign', version: 1, as: 'secretary' });
  await voter.do({ type: 'minutes.sign', version: 1, as: 'witness' });

  const desk = await rooms.sit(chair, 'desk', desktop);
  const small = await rooms.sit(chair, 'phone', phone);
  for (const language of ['id', 'en'] as const) {
    for (const { page, name } of [desk, small]) {
      await page.goto(`${server.url}/api/meetings/${here.meetingId}/minutes.html?lang=${language}`);
      await page.getByText('Sari Wulandari').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name).toBe(true);
      expect(await cutOff(page), name).toEqual([]);
      expect(await page.locator('table.wide tbody tr').count()).toBe(heads + 3);
      expect(await page.locator('.ink').count()).toBe(3);
      await page.screenshot({ path: join(rooms.browser.folder, `${name}-${language}.png`) });
    }
    await desk.page.locator('.signers').scrollIntoViewIfNeeded();
    await desk.page.screenshot({ path: join(rooms.browser.folder, `signatures-${language}.png`) });
    await expectNoAxeViolationsInAnyLook(desk.page, `the minutes' page in ${language}`);
  }
  for (const [name, width, height] of [
    ['a4', '210mm', '297mm'],
    ['f4', '215mm', '330mm'],
  ] as const) {
    const pdf = await desk.page.pdf({ width, height });
    writeFileSync(join(rooms.browser.folder, `minutes-${name}.pdf`), pdf);
    const pages = pagesOf(pdf);
    expect(pages).toBeGreaterThan(3);
    expect(pages).toBeLessThan(20);
  }
  expectNoComplaints(desk, small);
  voter.close();
  secretary.close();
});
