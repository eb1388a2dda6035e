/** What people do in the room beside the straight path, in real Chromium; each meeting is made over HTTP beforehand. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { phone, TestBrowser, type Visitor } from '../harness/browser';
import { gather, plainRule, seatVoter, type Gathering } from '../harness/coalition';
import { ServerProcess } from '../harness/server-process';
import { issueLink, seatByLink } from '../harness/seats';
import { draftDecision, frozenDecision } from '../harness/wording';
import { sit, titles, toStage } from './in-room';
import { answer, button, chooseMore, shows } from './walk';

let server: ServerProcess;
let browser: TestBrowser;
let here: Gathering;
let visitors: Visitor[] = [];

beforeAll(async () => {
  server = await ServerProcess.start();
  browser = await TestBrowser.launch('room');
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

beforeEach(async () => {
  here = await gather(server.url);
});

afterEach(async () => {
  for (const { context } of visitors) await context.close();
  visitors = [];
  here.chair.close();
});

async function enter(...wishes: Parameters<typeof sit> extends [unknown, unknown, ...infer R] ? R : never) {
  const visitor = await sit(browser, here, ...wishes);
  visitors.push(visitor);
  return visitor;
}

/** Pages end their calls when they are closed; what they said before that counts. */
function expectNoComplaints(...some: Visitor[]): void {
  for (const { name, complaints } of some) expect({ name, complaints }).toEqual({ name, complaints: [] });
}

const usual = [
  'Pembukaan',
  'Susunan acara dan tata tertib',
  'Pembahasan',
  'Keputusan',
  'Rencana tindak lanjut',
  'Penutup',
];

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
  const delegate = await seatVoter(here, server.url, 'Guru SDN 07', 1, ['delegate']);
  const host = await enter(here.chair, 'host');
  const other = await enter(delegate, 'delegate');
  const { page } = host;
  await button(page, 'Pakai urutan yang lazim').click();
  await expect.poll(() => titles(other.page)).toEqual(usual);
  await host.shot('agenda-usual');
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
  await shows(page, 'Ada usulan perubahan.');
  await button(page, 'Lihat').click();
  await button(page, 'Sepakati perubahannya').click();
  await expect.poll(() => here.chair.meeting.agenda.version).toBe(2);
  expect(here.chair.meeting.agenda.items.map((item) => item.title)).not.toContain('Rencana tindak lanjut');
  await host.shot('agenda-adopted-again');
  expectNoComplaints(host, other);
});

test('acclamation: silence agrees, anyone may have it counted, and an objection stands', async () => {
  const delegate = await seatVoter(here, server.url, 'Guru SDN 07', 1, ['delegate']);
  const rule = { ...plainRule, ladder: ['acclamation' as const, 'consent' as const, 'vote' as const] };
  await here.chair.do({ type: 'meeting.open' });
  const first = await frozenDecision(here.chair, rule, 'Tata tertib dibacakan dan berlaku.');
  await toStage(here, first);
  const host = await enter(here.chair, 'host');
  const guest = await enter(delegate, 'delegate', phone);
  await button(host.page, 'Tanyakan mufakat').click();
  await shows(guest.page, 'diam berarti setuju');
  expect(await guest.page.getByRole('dialog').isVisible()).toBe(false);
  await guest.shot('acclamation');
  await button(host.page, 'Tidak ada yang keberatan, tutup').click();
  await button(host.page, 'Nyatakan mufakat').click();
  await shows(guest.page, 'Disepakati bersama, tanpa keberatan');
  await host.shot('acclaimed');

  const second = await frozenDecision(here.chair, rule, 'Rumah guru dikerjakan lebih dahulu.');
  await toStage(here, second);
  await button(host.page, 'Tanyakan mufakat').click();
  await button(guest.page, 'Saya keberatan').click();
  const sheet = guest.page.getByRole('dialog');
  await sheet.getByRole('radio', { name: /^Keberatan/ }).check({ force: true });
  await button(sheet, 'Lanjut: Keberatan').click();
  await sheet.getByLabel('Apa yang masih mengganjal?').fill('Ramp belum jelas.');
  await button(sheet, 'Kirim: Keberatan').click();
  await shows(guest.page, 'Jawaban Anda: Keberatan');
  await button(host.page, 'Tidak ada yang keberatan, tutup').click();
  await shows(host.page, 'Nyatakan tidak dapat dipertemukan');
  await shows(host.page, 'Ramp belum jelas.');

  await button(host.page, 'Tanyakan lagi tanpa perubahan').click();
  await button(guest.page, 'Minta dihitung').click();
  await shows(host.page, /0 dari 1 peserta|0 dari 2 peserta/);
  await answer(guest, 'Setuju', (one) => button(one, 'Kirim: Setuju').click());
  await shows(host.page, /1 dari/);
  await button(host.page, 'Tutup jawaban').click();
  await shows(host.page, 'Tanpa keberatan');
  expectNoComplaints(host, guest);
});

test('a vote by partner is the delegate’s; a participant sees why not; a decision is made void', async () => {
  const delegate = await seatVoter(here, server.url, 'Guru SDN 07', 1, ['delegate']);
  const participant = await seatVoter(here, server.url, 'Sari', 1);
  await here.chair.do({ type: 'meeting.open' });
  const rule = { ...plainRule, ladder: ['vote' as const] };
  const decisionId = await frozenDecision(here.chair, rule, 'Koperasi menyediakan semen.', 'partner');
  await toStage(here, decisionId);
  const host = await enter(here.chair, 'host');
  const voter = await enter(delegate, 'delegate');
  const looker = await enter(participant, 'participant', phone);
  await button(host.page, 'Buka: Pemungutan suara').click();
  await shows(voter.page, 'Anda memberi suara untuk Komite Sekolah');
  await shows(looker.page, 'diberikan oleh utusan resminya');
  expect(await button(looker.page, /^Jawab$/).count()).toBe(0);
  await looker.shot('by-partner');
  await voter.page.locator('body').press('v');
  const sheet = voter.page.getByRole('dialog');
  await sheet.getByText('Anda memberi suara untuk Komite Sekolah').waitFor();
  // with the keyboard alone
  const yes = sheet.getByRole('radio', { name: /^Setuju/ });
  for (let n = 0; n < 12 && !(await yes.evaluate((one) => one === document.activeElement)); n += 1)
    await voter.page.keyboard.press('Tab');
  await voter.page.keyboard.press('Space');
  await voter.shot('by-partner-sheet');
  await voter.page.keyboard.press('Enter');
  await sheet.waitFor({ state: 'hidden' });
  await shows(host.page, /1 dari 4 mitra/);
  await button(host.page, 'Tutup jawaban').click();
  await shows(voter.page, 'Menurut unsur');
  await host.page.getByText('Batalkan keputusan ini …').click();
  await host.page.getByLabel('Alasan pembatalan').fill('Rumusannya keliru dibacakan.');
  await button(host.page, 'Batalkan keputusan').click();
  await shows(voter.page, 'Rumusannya keliru dibacakan.');
  await voter.shot('void');
  expectNoComplaints(host, voter, looker);
});

test('a seat is changed, taken away and lost while the person looks; old links and codes say why they open nothing', async () => {
  const roles = ['participant' as const];
  const seat = { name: 'Sari', roles, partnerId: here.partners[2] ?? null, votes: true };
  const person = await seatByLink(here, seat);
  await here.chair.do({ type: 'meeting.open' });
  const host = await enter(here.chair, 'host');
  const sari = await enter(person, 'sari', phone);
  await button(sari.page, 'Tambah acara').click();

  await button(host.page, 'Tempat: Sari').click();
  const dialog = host.page.getByRole('dialog');
  await dialog.getByLabel('Mitra').selectOption({ label: 'LH · Yayasan Lentera Hulu' });
  await button(dialog, 'Simpan tempat').click();
  await sari.page.locator('.toast', { hasText: 'Tempat Anda berubah' }).waitFor();
  await sari.shot('seat-changed');
  const [notice, bar] = [
    await sari.page.locator('.toast').boundingBox(),
    await sari.page.locator('.barfoot').boundingBox(),
  ];
  expect((notice?.y ?? 0) + (notice?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
  await sari.page.locator('.toast').waitFor({ state: 'hidden' });

  await here.chair.do({
    type: 'seat.change',
    personId: person.you,
    partnerId: null,
    roles: ['guest'],
    votes: false,
  });
  await shows(sari.page, 'Anda membaca dari sini.');
  expect(await button(sari.page, 'Tambah acara').count()).toBe(0);

  const old = await issueLink(here, person.you);
  const link = await issueLink(here, person.you);
  const stranger = await browser.visitor('stranger', phone, 'id-ID');
  visitors.push(stranger);
  await stranger.page.goto(`${server.url}/l#${old}`);
  await stranger.page.getByRole('heading', { level: 1, name: 'Tautan ini tidak membuka apa-apa' }).waitFor();
  await stranger.shot('old-link');
  await stranger.page.goto(`${server.url}/l#${link}`);
  await stranger.page.waitForURL(/\/m\//);
  await here.chair.do({ type: 'link.revoke', personId: person.you });
  const late = await browser.visitor('late', phone, 'id-ID');
  visitors.push(late);
  await late.page.goto(`${server.url}/l#${link}`);
  await late.page.getByRole('heading', { level: 1, name: 'Tautan ini tidak membuka apa-apa' }).waitFor();
  await here.chair.do({ type: 'door.open', hours: 1 });
  await late.page.goto(`${server.url}/join#${here.code}`);
  await shows(late.page, /[Kk]ode ini/);
  await late.shot('old-code');

  await button(host.page, 'Tempat: Sari').click();
  await button(dialog, 'Keluarkan dari musyawarah …').click();
  await button(dialog, 'Keluarkan').click();
  await shows(sari.page, 'Anda sudah tidak berada di musyawarah ini');
  await sari.shot('removed');
  expectNoComplaints(host, sari);
});

test('language, size, keys, leaving and coming back, two windows, and the printed record', async () => {
  const delegate = await seatVoter(here, server.url, 'Guru SDN 07', 1, ['delegate']);
  await here.chair.do({ type: 'meeting.open' });
  const host = await enter(here.chair, 'host');
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
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.locator('body').press('n');
  await page.getByRole('heading', { level: 1, name: 'Pembukaan bersama' }).waitFor();
  await page.locator('body').press('n');
  await page.getByRole('heading', { level: 1, name: 'Susunan acara dan tata tertib' }).waitFor();

  const twice = await enter(delegate, 'first-window');
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

  await here.chair.do({ type: 'meeting.close' });
  await page.goto(`${server.url}/api/meetings/${here.meetingId}/record.html?lang=id`);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.screenshot({ path: `${browser.folder}/record-printed.png`, fullPage: true });
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5000);
  expectNoComplaints(host, twice);
});

test('the flag at somebody’s caret stays on the sheet wherever they write', async () => {
  const delegate = await seatVoter(here, server.url, 'Yohana Maria Wulandari', 1, ['delegate']);
  await here.chair.do({ type: 'meeting.open' });
  await toStage(here, await draftDecision(here.chair, plainRule));
  const host = await enter(here.chair, 'host');
  const other = await enter(delegate, 'delegate');
  const sheet = host.page.locator('.editor');
  await sheet.waitFor();
  await other.page.locator('[contenteditable="true"]').click();
  for (const width of [1440, 1120, 400]) {
    await host.page.setViewportSize({ width, height: 900 });
    for (let n = 0; n < 10; n += 1) {
      await other.page.keyboard.type('rumah guru ');
      await host.page.waitForTimeout(60);
      const sides = await host.page.evaluate(() => {
        const box = (name: string) => document.querySelector(name)?.getBoundingClientRect();
        const [flag, paper] = [box('.editor .caret b'), box('.editing')];
        return {
          in:
            flag !== undefined &&
            paper !== undefined &&
            flag.left >= paper.left - 2 &&
            flag.right <= paper.right + 1,
          flag: flag?.toJSON(),
          paper: paper?.toJSON(),
        };
      });
      expect(sides).toMatchObject({ in: true });
    }
    await host.shot(`flag-${width}`);
    await other.page.keyboard.press('Enter');
  }
  expectNoComplaints(host, other);
});
