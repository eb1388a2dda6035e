/** The goal statement on its sample page, in real Chromium: clauses in two languages, order, hands, versions, the lock. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { expectNoAxeViolationsInAnyLook } from '../harness/axe';
import { desktop, phone, TestBrowser, type Device, type Visitor } from '../harness/browser';
import { ServerProcess } from '../harness/server-process';
import { expectNoComplaints, namelessControls } from './in-room';
import { button, shows } from './walk';

let server: ServerProcess;
let browser: TestBrowser;

beforeAll(async () => {
  server = await ServerProcess.start();
  browser = await TestBrowser.launch('goal');
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

async function opens(
  name: string,
  state = '',
  device: Device = desktop,
  theme: 'light' | 'dark' = 'light',
): Promise<Visitor> {
  const visitor = await browser.visitor(name, device, 'id-ID', theme);
  await visitor.page.goto(`${server.url}/gallery?goal=${state}`);
  await visitor.page.getByRole('heading', { level: 1, name: 'Tujuan bersama' }).waitFor();
  return visitor;
}

const clause = (page: Page, number: number): Locator => page.locator('.clause').nth(number - 1);
const words = (page: Page, number: number, language: string): Locator =>
  clause(page, number).locator(`[data-language="${language}"] .wording`);
const first = async (page: Page): Promise<string[]> =>
  (await page.locator('.clause [data-language="id"] .wording').allInnerTexts()).map((text) =>
    text.split(' ').slice(0, 2).join(' '),
  );
const order = ['Pada akhir', 'Setiap anak', 'Tidak ada', 'Guru di', 'Warga ikut'];

test('clauses are written, added, moved by button, key and drag, removed and brought back', async () => {
  const host = await opens('writing');
  const { page } = host;
  await shows(page, 'Utusan Dewan Adat, butir 2');
  await shows(page, 'Belum bisa, ini belum ditulis: Butir 5, English.');
  await host.shot('open');
  await expectNoAxeViolationsInAnyLook(page, 'goal, open');
  expect(await namelessControls(page)).toEqual([]);

  await button(page, 'Tulis butir 5, English').press('Enter');
  await page.locator('.editor:focus').waitFor();
  await page.keyboard.type('Villagers judge progress, openly and without shaming anyone.');
  await host.shot('writing');
  // one text is written at a time; the one before is read again
  await words(page, 2, 'id').click();
  await clause(page, 2).locator('.editor:focus').waitFor();
  expect(await page.locator('.editor').count()).toBe(1);
  expect(await words(page, 5, 'en').innerText()).toContain('Villagers judge progress');
  await page.keyboard.press('Escape');
  expect(await page.locator('.editor').count()).toBe(0);
  expect(await button(page, 'Kunci naskah').getAttribute('aria-disabled')).toBe(null);

  await button(page, 'Turunkan butir 1').click();
  await expect.poll(() => first(page)).toEqual(['Setiap anak', 'Pada akhir', ...order.slice(2)]);
  await button(page, 'Turunkan butir 2').press('Alt+ArrowUp');
  await expect.poll(() => first(page)).toEqual(order);
  const [from, to] = [
    await clause(page, 4).locator('.grip').boundingBox(),
    await clause(page, 2).locator('.grip').boundingBox(),
  ];
  if (!from || !to) throw new Error('nothing to drag');
  await page.mouse.move(from.x + 4, from.y + 8);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) {
    await page.mouse.move(from.x + 4, from.y + 8 + ((to.y - from.y) * step) / 12);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(300);
  await page.mouse.up();
  await expect
    .poll(() => first(page))
    .toEqual(['Pada akhir', 'Guru di', 'Setiap anak', 'Tidak ada', 'Warga ikut']);
  await button(page, 'Urungkan').first().click();
  await expect.poll(() => first(page)).toEqual(order);

  await button(page, 'Hapus butir 3').click();
  await expect.poll(() => first(page)).not.toContain('Tidak ada');
  await button(page.locator('.toast'), 'Urungkan').click();
  await expect.poll(() => first(page)).toEqual(order);
  await button(page, 'Tambah butir').click();
  await clause(page, 6).locator('.editor:focus').waitFor();
  expectNoComplaints(host);
});

test('who wrote what is said by mark, name and share, and an earlier version comes back and goes again', async () => {
  const host = await opens('hands');
  const { page } = host;
  await button(page, 'Siapa menulis apa').click();
  await shows(page, 'Forum Guru Daerah Khusus');
  const shares = await page.locator('.shares section').first().locator('.num').allInnerTexts();
  expect(shares.length).toBe(4);
  await clause(page, 2)
    .getByRole('button', { name: /^DA Utusan/ })
    .focus();
  await shows(page, 'Utusan Dewan Adat, Dewan Adat Lembah Aur');
  await host.shot('hands');
  await expectNoAxeViolationsInAnyLook(page, 'goal, who wrote what');
  await button(page, 'Siapa menulis apa').click();

  await button(page, 'Versi sebelumnya').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.version').nth(2).click();
  await expect.poll(() => dialog.locator('ins').allInnerTexts()).toHaveLength(2);
  await shows(page, 'Selebihnya tidak berubah.');
  await host.shot('versions');
  await expectNoAxeViolationsInAnyLook(page, 'goal, versions');
  await button(dialog, 'Kembalikan ke versi ini').click();
  await expect.poll(() => words(page, 4, 'id').innerText()).toContain('khusus tinggal');
  await button(page.locator('.toast'), 'Urungkan').click();
  await expect.poll(() => words(page, 4, 'id').innerText()).toContain('khusus dan keluarganya tinggal');
  expectNoComplaints(host);
});

test.each([
  { name: 'phone', device: phone, theme: 'light' as const },
  { name: 'phone-dark', device: phone, theme: 'dark' as const },
  { name: 'desktop-dark', device: desktop, theme: 'dark' as const },
])('every state holds its width on $name', async ({ name, device, theme }) => {
  for (const state of ['', 'read', 'locked', 'empty']) {
    const seen = await opens(`${name}-${state || 'open'}`, state, device, theme);
    const over = await seen.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ state, over: Math.max(0, over) }).toEqual({ state, over: 0 });
    await seen.shot('state');
    await expectNoAxeViolationsInAnyLook(seen.page, `goal, ${state || 'open'}, ${name}`);
    expectNoComplaints(seen);
    await seen.context.close();
  }
});
