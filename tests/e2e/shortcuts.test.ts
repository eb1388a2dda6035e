/** Shortcuts in real Chromium: every key on the sheet does what it says, nothing happens in a field, and they can be switched off. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { plainRule, seatVoter } from '../harness/coalition';
import { axeViolations } from '../harness/axe';
import { frozenDecision } from '../harness/wording';
import { expectNoComplaints, Rooms } from './in-room';
import { button, shows } from './walk';

const rooms = Rooms.of('shortcuts');

/** What the sheet lists, as a map of keys to what they do. */
async function onSheet(page: Page): Promise<Record<string, string>> {
  await page.locator('body').press('?');
  const sheet = page.getByRole('dialog', { name: 'Pintasan papan ketik' });
  await sheet.waitFor();
  const keys = await sheet.locator('dt').allInnerTexts();
  const whats = await sheet.locator('dd').allInnerTexts();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  return Object.fromEntries(keys.map((key, at) => [key, whats[at] ?? '']));
}

const press = (page: Page, key: string): Promise<void> => page.locator('body').press(key);

test('the host’s keys: each on the sheet does what it says', async () => {
  const delegate = await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']);
  await rooms.chair.do({
    type: 'seat.change',
    personId: rooms.chair.you,
    partnerId: rooms.here.partners[0] ?? null,
    roles: ['chair', 'facilitator', 'operator'],
    votes: true,
  });
  const { page, shot, complaints, ...rest } = await rooms.sit(rooms.chair, 'host');
  const host = { page, shot, complaints, ...rest };
  await button(page, 'Pakai urutan yang lazim').click();
  expect(Object.keys(await onSheet(page))).toEqual(['T', 'G', 'E', '/', '?']);
  await press(page, 'e');
  const inTitle = () =>
    page.evaluate(() => document.activeElement?.closest('.title-field') instanceof Element);
  await expect.poll(inTitle).toBe(true);
  await page.keyboard.type('/gn');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.locator('#room-stage').focus();

  await rooms.chair.do({ type: 'meeting.open' });
  await expect.poll(async () => (await rooms.chair.command({ type: 'agenda.adopt' })).ok).toBe(true);
  await rooms.chair.until(() => rooms.chair.meeting.agenda.version === 1);
  const { items } = rooms.chair.meeting.agenda;
  const running = () => rooms.chair.meeting.agenda.running;
  // The page may hear of it a moment after the chair.
  await expect.poll(async () => Object.keys(await onSheet(page))).toContain('N');
  /** For the room and on the page, which may hear of it a moment later. */
  const runs = async (at: number) => {
    await expect.poll(() => running()?.item.id).toBe(items[at]?.id);
    const here = page.locator('#room-agenda [aria-current="step"]');
    await here.filter({ hasText: items[at]?.title ?? '' }).waitFor();
  };
  await press(page, 'n');
  await runs(0);
  await press(page, 'n');
  await runs(1);
  await press(page, 'p');
  await runs(0);
  const minutes = running()?.minutes ?? 0;
  await press(page, 't');
  await expect.poll(() => running()?.minutes).toBe(minutes + 5);

  await press(page, '/');
  const finder = page.getByRole('dialog', { name: 'Cari di ruang ini' });
  await finder.getByRole('searchbox').fill('keputusan');
  await shot('finder');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Keputusan' }).waitFor();
  await shows(page, 'Anda sedang melihat yang lain');
  await press(page, 'g');
  await page.getByText('Anda sedang melihat yang lain').waitFor({ state: 'hidden' });
  await press(page, '/');
  await finder.getByRole('searchbox').fill('guru');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const onPerson = () =>
    page.evaluate(() => document.activeElement?.closest('[data-person]') instanceof Element);
  await expect.poll(onPerson).toBe(true);

  const decisionId = await frozenDecision(rooms.chair, plainRule, 'Rumah guru dikerjakan lebih dahulu.');
  await rooms.toStage(decisionId);
  await rooms.chair.do({ type: 'poll.open', decisionId });
  await shows(page, 'Ada yang keberatan?');
  expect(Object.keys(await onSheet(page))).toEqual(['N', 'T', 'V', 'G', '/', '?']);
  await press(page, 'v');
  await page.getByRole('dialog').getByRole('radio').first().waitFor();
  await page.keyboard.press('Escape');
  delegate.close();
  expectNoComplaints(host);
});

test('single letters can be switched off, and stay off', async () => {
  const host = await rooms.sit(rooms.chair, 'host');
  const { page } = host;
  await press(page, '?');
  await page.getByRole('checkbox', { name: 'Pakai pintasan' }).uncheck({ force: true });
  await page.keyboard.press('Escape');
  await press(page, '/');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.reload();
  await page.getByRole('contentinfo', { name: 'Yang bisa Anda lakukan' }).waitFor();
  await press(page, '/');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await press(page, '?');
  await page.getByRole('dialog', { name: 'Pintasan papan ketik' }).waitFor();
  expectNoComplaints(host);
});
