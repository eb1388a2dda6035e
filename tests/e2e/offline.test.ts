/** The line dies and comes back, in real Chromium: nothing is lost, what waits is said, and no reload is needed. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { phone, type Device } from '../harness/browser';
import { plainRule, seatVoter } from '../harness/coalition';
import { CuttableLine } from '../harness/cuttable-line';
import type { Person } from '../harness/person';
import { draftDecision, frozenDecision } from '../harness/wording';
import { Rooms, titles } from './in-room';
import { button, shows } from './walk';

const patient = { timeout: 20_000 };
const rooms = Rooms.of('offline');
let line: CuttableLine;
let delegate: Person;

beforeEach(async () => {
  delegate = await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']);
  line = await CuttableLine.to(rooms.server.url);
});

afterEach(async () => {
  await line.close();
  delegate.close();
});

async function enter(person: Person, name: string, device?: Device, base?: string): Promise<Page> {
  const { page } = await rooms.sit(person, name, device, base);
  await page.evaluate(() => Object.assign(window, { stays: true }));
  return page;
}

async function shot(page: Page, step: string): Promise<void> {
  await page.screenshot({ path: `${rooms.browser.folder}/${step}.png` });
}

const wasNotReloaded = (page: Page): Promise<boolean> => page.evaluate(() => 'stays' in window);

/** What is typed first in an empty wording, once it has been stored. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator('[contenteditable="true"]').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

test('agenda words and a command given on a dead line arrive once it is back', async () => {
  const host = await enter(rooms.chair, 'host', undefined, line.url);
  const other = await enter(delegate, 'delegate');
  await button(host, 'Tambah acara').click();
  await host.getByLabel('Judul acara 1').fill('Pembukaan');
  await expect.poll(() => titles(other), patient).toEqual(['Pembukaan']);

  line.cut();
  await shows(host, 'Sambungan putus sejak');
  await shows(host, 'Sedang menyambung lagi');
  await host.getByLabel('Judul acara 1').press('End');
  await host.keyboard.type(' dan tata tertib');
  await button(host, 'Tambah acara').click();
  await host.getByLabel('Judul acara 2').fill('Rumah guru');
  await shows(host, 'menyimpan …');
  await button(host, 'Buka musyawarah').first().click();
  await shows(host, '1 kiriman menunggu');
  await shot(host, 'waiting');
  await button(other, 'Tambah acara').click();
  await other.getByLabel('Judul acara 2').fill('Penutup');

  line.mend();
  const whole = ['Pembukaan dan tata tertib', 'Penutup', 'Rumah guru'];
  await expect.poll(async () => (await titles(other)).toSorted(), patient).toEqual(whole);
  await expect.poll(async () => (await titles(host)).toSorted(), patient).toEqual(whole);
  await expect.poll(() => rooms.chair.meeting.phase.status, patient).toBe('open');
  await shows(host, 'tersimpan');
  await host.getByText('Sambungan putus').waitFor({ state: 'hidden' });
  expect(await wasNotReloaded(host)).toBe(true);
});

test('words for a text that was locked meanwhile are offered, proposed, and gone from the editor', async () => {
  await rooms.chair.do({ type: 'meeting.open' });
  const decisionId = await draftDecision(rooms.chair, plainRule);
  await rooms.toStage(decisionId);
  const host = await enter(rooms.chair, 'host');
  const writer = await enter(delegate, 'delegate', undefined, line.url);
  await write(writer, 'Rumah guru dikerjakan lebih dahulu.');
  await shows(host, 'Rumah guru dikerjakan lebih dahulu.');
  await shows(writer, 'tersimpan');

  line.cut();
  await shows(writer, 'Sambungan putus');
  await write(writer, ' Selesai sebelum tahun ajaran baru.');
  await button(host, 'Kunci rumusan').first().click();
  await expect.poll(() => rooms.chair.meeting.decisions[decisionId]?.text.status, patient).toBe('frozen');
  line.mend();
  await shows(writer, 'belum sempat masuk sebelum dikunci');
  await shot(writer, 'left-over');
  await button(writer, 'Kirim sebagai usulan').click();
  await writer.getByText('belum sempat masuk sebelum dikunci').waitFor({ state: 'hidden' });
  await host.getByRole('heading', { name: 'Usulan perubahan' }).waitFor();
  await shows(host, 'Rumah guru dikerjakan lebih dahulu. Selesai sebelum tahun ajaran baru.');
  await shot(host, 'proposed');

  await rooms.chair.do({ type: 'text.reopen', decisionId, reason: 'Usulan itu baik.' });
  const editor = writer.locator('[contenteditable="true"]');
  await expect.poll(() => editor.innerText(), patient).toBe('Rumah guru dikerjakan lebih dahulu.');
  await write(writer, ' Bersama warga.');
  await expect
    .poll(() => host.locator('[contenteditable="true"]').innerText(), patient)
    .toContain('Rumah guru dikerjakan lebih dahulu. Bersama warga.');
  expect(await wasNotReloaded(writer)).toBe(true);
});

test('a ballot given on a dead line is sent when it is back, and said so', async () => {
  await rooms.chair.do({ type: 'meeting.open' });
  const decisionId = await frozenDecision(rooms.chair, plainRule, 'Koperasi menyediakan semen.');
  await rooms.toStage(decisionId);
  const host = await enter(rooms.chair, 'host');
  const voter = await enter(delegate, 'delegate', phone, line.url);
  await button(host, 'Tanyakan mufakat').click();
  const sheet = voter.getByRole('dialog');
  await sheet.getByRole('radio', { name: /^Setuju(?! dengan)/ }).check({ force: true });
  line.cut();
  await voter.getByText('Sambungan putus').first().waitFor({ state: 'attached' });
  await button(sheet, 'Kirim: Setuju').click();
  await sheet.getByText(/dikirim begitu tersambung/).waitFor();
  await shot(voter, 'ballot-waits');
  line.mend();
  await voter.locator('.toast', { hasText: 'Jawaban terkirim: Setuju.' }).waitFor();
  await sheet.waitFor({ state: 'hidden' });
  await shows(host, '1 dari 1');
  await shows(voter, 'Jawaban Anda: Setuju');

  // closed while the changed answer waited
  await button(voter, 'Ganti jawaban').click();
  await sheet.getByRole('radio', { name: /^Belum bisa/ }).check({ force: true });
  await button(sheet, 'Lanjut: Belum bisa').click();
  await sheet.getByLabel('Kapan Anda menjawab').fill('2027-01-15');
  line.cut();
  await voter.getByText('Sambungan putus').first().waitFor({ state: 'attached' });
  await button(sheet, 'Kirim: Belum bisa').click();
  await button(host, 'Tutup jawaban').click();
  await button(host, 'Nyatakan mufakat').waitFor();
  line.mend();
  await voter.locator('.toast', { hasText: 'Jawaban Anda (Belum bisa) tidak sempat sampai' }).waitFor();
  expect(await wasNotReloaded(voter)).toBe(true);
});

test('the server ends and starts again: rooms go on by themselves, with what was written meanwhile', async () => {
  const host = await enter(rooms.chair, 'host');
  const other = await enter(delegate, 'delegate', phone);
  await button(host, 'Pakai urutan yang lazim').click();
  await expect.poll(async () => (await titles(other)).length, patient).toBe(6);
  await rooms.server.kill();
  await shows(host, 'Sambungan putus');
  await shows(other, 'Sambungan putus');
  await host.getByLabel('Judul acara 3').fill('Pembahasan rumah guru');
  await button(host, 'Buka musyawarah').first().click();
  await rooms.server.up();
  await expect.poll(async () => (await titles(other))[2], patient).toBe('Pembahasan rumah guru');
  await button(host, 'Sepakati susunan acara').waitFor();
  await host.getByText('Sambungan putus').waitFor({ state: 'hidden' });
  expect(await wasNotReloaded(host)).toBe(true);
  expect(await wasNotReloaded(other)).toBe(true);
});

/** The page goes as it goes in a crash or where the tab is closed, and comes back when the line does. */
async function comeBackAfter(page: Page, mend: () => unknown): Promise<void> {
  const address = page.url();
  await page.goto('about:blank');
  await mend();
  await page.goto(address);
}

test('words written without a line outlive the page; after a lock they are offered, and nobody else sees them', async () => {
  await rooms.chair.do({ type: 'meeting.open' });
  const decisionId = await draftDecision(rooms.chair, plainRule);
  await rooms.toStage(decisionId);
  const host = await enter(rooms.chair, 'host');
  const writer = await enter(delegate, 'delegate', undefined, line.url);
  await write(writer, 'Rumah guru dikerjakan lebih dahulu.');
  await shows(host, 'Rumah guru dikerjakan lebih dahulu.');
  line.cut();
  await shows(writer, 'Sambungan putus');
  await write(writer, ' Selesai sebelum tahun ajaran baru.');
  await shows(writer, 'Tulisan Anda disimpan di perangkat ini.');
  await shot(writer, 'words-kept');
  await comeBackAfter(writer, () => line.mend());
  await shows(host, 'Selesai sebelum tahun ajaran baru.');
  await shows(writer, 'Selesai sebelum tahun ajaran baru.');
  await expect.poll(() => keptRows(writer), patient).toBe(0);

  line.cut();
  await shows(writer, 'Sambungan putus');
  await write(writer, ' Bersama warga.');
  await shows(writer, 'Tulisan Anda disimpan di perangkat ini.');
  await comeBackAfter(writer, async () => {
    await button(host, 'Kunci rumusan').first().click();
    await expect.poll(() => rooms.chair.meeting.decisions[decisionId]?.text.status, patient).toBe('frozen');
    line.mend();
  });
  await shows(writer, 'belum sempat masuk sebelum dikunci');
  await shows(writer, /Bersama warga\./);
  await button(writer, 'Kirim sebagai usulan').click();
  await shows(host, /Bersama warga\./);
  await expect.poll(() => keptRows(writer), patient).toBe(0);
});

test('an order and a ballot given without a line outlive the page, and are said to be sent; a removed person keeps nothing', async () => {
  await rooms.chair.do({ type: 'meeting.open' });
  const decisionId = await frozenDecision(rooms.chair, plainRule, 'Koperasi menyediakan semen.');
  await rooms.toStage(decisionId);
  await rooms.chair.do({ type: 'poll.open', decisionId });
  const voter = await enter(delegate, 'delegate', phone, line.url);
  const sheet = voter.getByRole('dialog');
  await sheet.getByRole('radio', { name: /^Setuju(?! dengan)/ }).check({ force: true });
  line.cut();
  await voter.getByText('Sambungan putus').first().waitFor({ state: 'attached' });
  await button(sheet, 'Kirim: Setuju').click();
  await sheet.getByText(/dikirim begitu tersambung/).waitFor();
  await expect.poll(() => keptRows(voter), patient).toBe(1);
  await comeBackAfter(voter, () => line.mend());
  await voter.locator('.toast', { hasText: 'yang tadi menunggu sudah terkirim' }).waitFor();
  await shows(voter, 'Jawaban Anda: Setuju');
  await shot(voter, 'ballot-sent-late');
  await expect.poll(() => keptRows(voter), patient).toBe(0);
  await voter.locator('.toast').waitFor({ state: 'hidden' });

  line.cut();
  await voter.getByText('Sambungan putus').first().waitFor({ state: 'attached' });
  await button(voter, 'Ganti jawaban').click();
  await sheet.getByRole('radio', { name: /^Belum bisa/ }).check({ force: true });
  await button(sheet, 'Lanjut: Belum bisa').click();
  await sheet.getByLabel('Kapan Anda menjawab').fill('2027-01-15');
  await button(sheet, 'Kirim: Belum bisa').click();
  await expect.poll(() => keptRows(voter), patient).toBe(1);
  await comeBackAfter(voter, async () => {
    await rooms.chair.do({ type: 'person.remove', block: false, personId: delegate.you });
    line.mend();
  });
  await shows(voter, /sudah tidak berada di musyawarah ini|Musyawarah ini tidak ditemukan/);
  await expect.poll(() => keptRows(voter), patient).toBe(0);
});

/** How many rows this device keeps. */
function keptRows(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('mufakat');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('kept').objectStore('kept').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}
