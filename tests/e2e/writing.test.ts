/** Rich text written together: notes of an item, the tools by keyboard, links; in real Chromium. */
import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { expectNoAxeViolationsInAnyLook } from '../harness/axe';
import { phone } from '../harness/browser';
import { seatVoter } from '../harness/coalition';
import { expectNoComplaints, namelessControls, Rooms } from './in-room';
import { button, shows } from './walk';

const rooms = Rooms.of('writing');

/** An adopted agenda with its third item, a discussion, on stage. */
async function discussing(page: Page): Promise<void> {
  await button(page, 'Pakai urutan yang lazim').click();
  await button(page, 'Buka musyawarah').first().click();
  await button(page, 'Sepakati susunan acara').click();
  await shows(page, 'Susunan acara disepakati');
  const item = rooms.chair.meeting.agenda.items.find(({ title }) => title === 'Pembahasan');
  await rooms.chair.do({ type: 'item.start', itemId: item?.id ?? '' });
  await page.getByRole('heading', { level: 1, name: 'Pembahasan' }).waitFor();
}

const editor = (page: Page): Locator => page.locator('.notes .editor');
/** The editor looks once more where its caret is, 20 ms after it took the focus; nobody is faster than that, but a test. */
async function typing(page: Page): Promise<void> {
  await page.locator('.notes .editor:focus').waitFor();
  await page.waitForTimeout(100);
}
const notes = (page: Page): Locator => page.getByRole('region', { name: 'Catatan' });

test('two write the notes of an item at once and see each other; a guest reads along', async () => {
  const delegate = await seatVoter(rooms.here, rooms.server.url, 'Yohana Maria', 1, ['delegate']);
  const host = await rooms.sit(rooms.chair, 'host');
  await discussing(host.page);
  const other = await rooms.sit(delegate, 'delegate');
  await shows(host.page, 'Belum ada catatan.');
  await host.shot('notes-empty');
  expect(await host.page.locator('[contenteditable]').count()).toBe(0);

  await button(host.page, 'Tulis catatan').click();
  await typing(host.page);
  await host.page.keyboard.type('Guru pergi bila keluarganya tidak bisa tinggal bersama.');
  await expect.poll(() => notes(other.page).innerText()).toContain('tinggal bersama.');
  await shows(other.page, 'Sedang menulis:');
  // pressing into the words begins to write there
  await notes(other.page).getByText('Guru pergi').click();
  await typing(other.page);
  await other.page.keyboard.press('Control+End');
  await other.page.keyboard.press('Enter');
  await Promise.all([
    host.page.keyboard.type(' Rumah guru lebih dahulu.'),
    other.page.keyboard.type('Jalan ke Batu Ampar rusak.'),
  ]);
  for (const { page } of [host, other]) {
    await expect.poll(() => editor(page).innerText()).toContain('bersama. Rumah guru lebih dahulu.');
    await expect.poll(() => editor(page).innerText()).toContain('Jalan ke Batu Ampar rusak.');
  }
  await expect.poll(() => host.page.locator('.editor .caret').innerText()).toContain('Yohana Maria');
  await expect.poll(() => notes(host.page).locator('.saving').innerText()).toBe('tersimpan');
  await host.shot('notes-together');
  expect(await namelessControls(host.page)).toEqual([]);
  await expectNoAxeViolationsInAnyLook(host.page, 'notes being written by two');

  // one's own undo leaves what the other wrote
  await expect
    .poll(async () => {
      await host.page.keyboard.press('Control+z');
      return editor(host.page).innerText();
    })
    .not.toContain('Rumah guru');
  expect(await editor(host.page).innerText()).toContain('Jalan ke Batu Ampar rusak.');

  const small = await rooms.stranger('guest-phone', phone);
  await small.page.goto(`${rooms.server.url}/join#${rooms.here.code}`);
  await small.page.getByLabel('Nama').fill('Sari');
  await small.page.getByRole('button', { name: 'Masuk ke musyawarah' }).click();
  await small.page.waitForURL(/\/m\//);
  await shows(small.page, 'Jalan ke Batu Ampar rusak.');
  await shows(small.page, 'Anda membaca catatan.');
  expect(await button(small.page, 'Tulis catatan').count()).toBe(0);
  await notes(small.page).scrollIntoViewIfNeeded();
  await small.shot('notes-read');

  // another item has notes of its own
  const next = rooms.chair.meeting.agenda.items.find(({ title }) => title === 'Keputusan');
  await rooms.chair.do({ type: 'item.start', itemId: next?.id ?? '' });
  await host.page.getByRole('heading', { level: 1, name: 'Keputusan' }).waitFor();
  await shows(host.page, 'Belum ada catatan.');
  expectNoComplaints(host, other, small);
});

test('the tools by keyboard: headings, marks, lists, quote, a checked link, undo, and the way back to the text', async () => {
  const host = await rooms.sit(rooms.chair, 'tools');
  const { page } = host;
  await discussing(page);
  await button(page, 'Tulis catatan').press('Enter');
  await typing(page);
  await page.keyboard.type('Rumah guru');
  await page.keyboard.press('Alt+F10');
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
  expect(await focused()).toBe('Judul');
  await page.keyboard.press('Enter');
  await expect.poll(() => editor(page).locator('h1').innerText()).toBe('Rumah guru');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+F10');
  for (const name of ['Anak judul', 'Tebal']) {
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(name);
  }
  await page.keyboard.press('Space');
  await page.keyboard.type('tebal ');
  await expect.poll(() => button(page, 'Tebal').getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('biasa');
  await expect.poll(() => editor(page).locator('strong').innerText()).toContain('tebal');
  await page.keyboard.press('Enter');

  // one stop for Tab, Home and End to the ends, Esc back
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('End');
  expect(await focused()).toBe('Ulangi tulisan saya');
  await page.keyboard.press('Home');
  expect(await focused()).toBe('Judul');
  expect(await page.locator('.tools [tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.classList.contains('editor'))).toBe(true);

  await button(page, 'Tautan').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Alamat').fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await shows(page, 'Ini belum alamat');
  await host.shot('link-refused');
  await expectNoAxeViolationsInAnyLook(page, 'a link that is refused');
  await dialog.getByLabel('Alamat').fill('contoh.id/data');
  await page.keyboard.press('Enter');
  await expect.poll(() => editor(page).locator('a').getAttribute('href')).toBe('https://contoh.id/data');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Daftar', exact: true }).click();
  await page.keyboard.type('satu');
  await page.keyboard.press('Enter');
  await page.keyboard.type('dua');
  await expect.poll(() => editor(page).locator('ul li').count()).toBe(2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await button(page, 'Kutipan').click();
  await page.keyboard.type('kata orang tua');
  await host.shot('tools');

  // out with Esc; what was written is read as it was written
  await page.keyboard.press('Escape');
  await page.locator('.notes .blocks').waitFor();
  expect(await page.locator('.notes .blocks-head').innerText()).toBe('Rumah guru');
  expect(await page.locator('.notes .blocks a').getAttribute('href')).toBe('https://contoh.id/data');
  expect(await page.locator('.notes .blocks-item').count()).toBe(2);
  expect(await page.locator('.notes blockquote').innerText()).toBe('kata orang tua');
  await expect.poll(focused).toBe(null);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
    .toBe('Tulis catatan');
  await host.shot('tools-read');
  // steps outlive the editor
  await page.keyboard.press('Enter');
  await typing(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => editor(page).innerText()).not.toContain('kata orang tua');
  expectNoComplaints(host);
});
