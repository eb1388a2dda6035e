/** Writing together and the room itself (keys, language, size, leaving, two windows, print), in real Chromium. */
import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { expectNoAxeViolations } from '../harness/axe';
import { plainRule, seatVoter } from '../harness/coalition';
import { draftDecision } from '../harness/wording';
import { expectNoComplaints, namelessControls, Rooms, titles, usual } from './in-room';
import { button, chooseMore, shows } from './walk';

const rooms = Rooms.of('room-writing');

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (!a || !b) throw new Error('nothing to drag');
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) {
    const y = a.y + a.height / 2 + ((b.y + b.height / 2 - a.y - a.height / 2) * step) / 12;
    await page.mouse.move(a.x + a.width / 2, y);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(300);
  await page.mouse.up();
}

test('an agenda: the usual start with one press, by drag, by buttons and keys, removed and taken back, changed after it was adopted', async () => {
  const delegate = await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']);
  const host = await rooms.sit(rooms.chair, 'host');
  const other = await rooms.sit(delegate, 'delegate');
  const { page } = host;
  await button(page, 'Pakai urutan yang lazim').click();
  await expect.poll(() => titles(other.page)).toEqual(usual);
  await host.shot('agenda-usual');
  expect(await namelessControls(page)).toEqual([]);
  await button(page, 'Urungkan').click();
  await expect.poll(() => titles(other.page)).toEqual([]);
  await button(page, 'Pakai urutan yang lazim').click();

  const row = (number: number): Locator => page.locator('li.draft').nth(number - 1);
  await drag(page, row(4).locator('.grip'), row(2).locator('.grip'));
  const dragged = [
    'Pembukaan',
    'Keputusan',
    'Susunan acara dan tata tertib',
    'Pembahasan',
    ...usual.slice(4),
  ];
  await expect.poll(() => titles(other.page)).toEqual(dragged);
  expect(await titles(page)).toEqual(dragged);

  await button(other.page, 'Turunkan: Keputusan').focus();
  await other.page.keyboard.press('Enter');
  await other.page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toEqual(usual);
  expect(await other.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Turunkan: Keputusan',
  );

  // whoever types goes on typing while somebody else moves the row
  await page.getByLabel('Judul acara 4').focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' bers');
  for (const _ of usual.slice(0, 3)) await button(other.page, 'Naikkan: Keputusan').press('Enter');
  await expect.poll(async () => (await titles(page))[0]).toBe('Keputusan bers');
  await page.keyboard.type('ama');
  await expect.poll(async () => (await titles(other.page))[0]).toBe('Keputusan bersama');
  expect(await other.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Turunkan: Keputusan bersama',
  );
  for (const _ of usual.slice(0, 3)) await other.page.keyboard.press('Enter');
  await expect.poll(async () => (await titles(page))[3]).toBe('Keputusan bersama');
  await page.getByLabel('Judul acara 4').fill('Keputusan');
  await expect.poll(() => titles(other.page)).toEqual(usual);

  await button(page, 'Hapus acara: Pembahasan').click();
  await expect.poll(() => titles(other.page)).not.toContain('Pembahasan');
  const notice = page.locator('.toast');
  expect(await notice.count()).toBe(1);
  await button(notice, 'Urungkan').click();
  await expect.poll(() => titles(other.page)).toEqual(usual);

  await button(page, 'Buka musyawarah').first().click();
  await button(page, 'Sepakati susunan acara').click();
  await shows(page, 'Susunan acara disepakati');
  await button(other.page, 'Usulkan perubahan').click();
  await button(other.page, 'Hapus acara: Rencana tindak lanjut').click();
  await shows(other.page, 'Dihapus: Rencana tindak lanjut');
  await shows(page, 'Ada perubahan yang belum diusulkan.');
  await button(other.page, 'Usulkan perubahan ini').click();
  const card = page
    .getByRole('complementary')
    .filter({ has: page.getByText('Usulan perubahan susunan acara') });
  await shows(page, '1 dari 2 setuju');
  await host.shot('agenda-proposed');
  await expectNoAxeViolations(page, 'a change of the agenda stands');
  await page.setViewportSize({ width: 360, height: 640 });
  await shows(page, 'mengusulkan perubahan susunan acara');
  await host.shot('agenda-proposed-narrow');
  await button(page, 'Lihat').first().click();
  await host.shot('agenda-proposed-narrow-tab');
  await page.setViewportSize({ width: 1440, height: 900 });
  await button(card, 'Tidak').click();
  await shows(page, 'Ada yang tidak setuju. Perlu 2 kata setuju.');
  expect(rooms.chair.meeting.agenda.version).toBe(1);
  await button(card, 'Setuju').click();
  await expect.poll(() => rooms.chair.meeting.agenda.version).toBe(2);
  expect(rooms.chair.meeting.agenda.items.map((item) => item.title)).not.toContain('Rencana tindak lanjut');
  await shows(page, 'Perubahan susunan acara berlaku sekarang.');
  await host.shot('agenda-adopted-again');
  expectNoComplaints(host, other);
});

test('language, size, keys, leaving and coming back, two windows, and the printed record', async () => {
  const delegate = await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']);
  await rooms.chair.do({ type: 'meeting.open' });
  const host = await rooms.sit(rooms.chair, 'host');
  const { page } = host;
  await button(page, 'Pakai urutan yang lazim').click();
  await page.evaluate(() => Object.assign(window, { stays: true }));
  await chooseMore(page, 'Skors …');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Salat asar');
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('dialog[open]')?.close());
  await page.getByLabel('Judul acara 1').fill('Pembukaan bersama');
  await page.getByRole('button', { name: 'Bahasa', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Agenda' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.getByLabel('Title of item 1').inputValue()).toBe('Pembukaan bersama');
  await button(page, 'More').first().click();
  await page.getByRole('menuitem', { name: /Pause|Suspend|Adjourn/ }).click();
  expect(await page.getByRole('dialog').getByRole('textbox').first().inputValue()).toBe('Salat asar');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => 'stays' in window)).toBe(true);
  await button(page, 'Language').click();
  await page.getByRole('menuitemradio', { name: 'Bahasa Indonesia' }).click();

  await button(page, 'Sepakati susunan acara').click();
  await shows(page, 'Susunan acara disepakati');
  await page.locator('body').press('?');
  await page.getByRole('dialog').getByText('acara berikutnya').waitFor();
  await host.shot('keys');
  expect(await namelessControls(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.locator('body').press('n');
  await page.getByRole('heading', { level: 1, name: 'Pembukaan bersama' }).waitFor();
  await page.locator('body').press('n');
  await page.getByRole('heading', { level: 1, name: 'Susunan acara dan tata tertib' }).waitFor();

  const twice = await rooms.sit(delegate, 'first-window');
  const second = await twice.context.newPage();
  await second.goto(twice.page.url());
  await second.getByRole('heading', { level: 1, name: 'Susunan acara dan tata tertib' }).waitFor();
  expect(await page.locator('.roster li', { hasText: 'Guru SDN 07' }).count()).toBe(1);
  await second.close();
  await shows(page, 'Hadir 2 dari 40');
  expect(await page.locator('.roster li', { hasText: 'Guru SDN 07' }).innerText()).toContain('di sini');
  await button(twice.page, 'Keluar').first().click();
  await button(twice.page.getByRole('dialog'), 'Pulang, catat di daftar hadir').click();
  await twice.page.getByRole('heading', { level: 1, name: /Bermusyawarah/ }).waitFor();
  await shows(page, 'Hadir 1 dari 40');
  await twice.page.goBack();
  await twice.page.getByRole('heading', { level: 1, name: 'Susunan acara dan tata tertib' }).waitFor();
  await shows(page, 'Hadir 2 dari 40');
  // back again before the other page has arrived
  await button(twice.page, 'Keluar').first().click();
  await button(twice.page.getByRole('dialog'), 'Tutup layar ini saja').click();
  await twice.page.waitForURL(/\/$/);
  await twice.page.goBack();
  await twice.page.waitForTimeout(500);
  await twice.page.getByRole('heading', { level: 1, name: 'Susunan acara dan tata tertib' }).waitFor();

  for (let n = 0; n < 8; n += 1) {
    const larger = button(page, 'Huruf lebih besar');
    if (!(await larger.isEnabled())) break;
    await larger.click();
  }
  await host.shot('text-largest');
  await page.setViewportSize({ width: 720, height: 450 });
  await host.shot('text-200-percent');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });

  await rooms.chair.do({ type: 'meeting.close' });
  await page.goto(`${rooms.server.url}/api/meetings/${rooms.here.meetingId}/record.html?lang=id`);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.screenshot({ path: `${rooms.browser.folder}/record-printed.png`, fullPage: true });
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5000);
  expectNoComplaints(host, twice);
});

async function isFlagOnSheet(page: Page): Promise<boolean> {
  const [flag, paper] = [
    await page.locator('.editor .caret b').boundingBox(),
    await page.locator('.editing').boundingBox(),
  ];
  if (!flag || !paper) return false;
  return flag.x >= paper.x - 2 && flag.x + flag.width <= paper.x + paper.width + 1;
}

test('the flag at somebody’s caret stays on the sheet wherever they write', async () => {
  const delegate = await seatVoter(rooms.here, rooms.server.url, 'Yohana Maria Wulandari', 1, ['delegate']);
  await rooms.chair.do({ type: 'meeting.open' });
  await rooms.toStage(await draftDecision(rooms.chair, plainRule));
  const host = await rooms.sit(rooms.chair, 'host');
  const other = await rooms.sit(delegate, 'delegate');
  await host.page.locator('.editor').waitFor();
  await other.page.locator('[contenteditable="true"]').click();
  for (const width of [1440, 1120, 400]) {
    await host.page.setViewportSize({ width, height: 900 });
    for (let n = 0; n < 10; n += 1) {
      await other.page.keyboard.type('rumah guru ');
      await host.page.waitForTimeout(60);
      await expect.poll(() => isFlagOnSheet(host.page), { timeout: 5000 }).toBe(true);
    }
    await host.shot(`flag-${width}`);
    expect(await namelessControls(host.page)).toEqual([]);
    await other.page.keyboard.press('Enter');
  }
  expectNoComplaints(host, other);
});
