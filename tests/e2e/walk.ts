/**
 * The whole path as people walk it, from creating a coalition to reading the record: a host on a desktop, a delegate
 * who comes by a personal link, a guest on a small phone who comes by the code. Every step leaves a screenshot of each.
 */
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { desktop, phone, type TestBrowser, type Visitor } from '../harness/browser';

export interface Walk {
  base: string;
  /** Of the screenshots. */
  folder: string;
  host: Visitor;
  delegate: Visitor;
  guest: Visitor;
}

const agendaTitles = ['Pembukaan dan tata tertib', 'Rumah guru', 'Penutup'];
const wordingText = 'Musyawarah menyepakati rumah guru di Batu Ampar Hulu dikerjakan lebih dahulu';
const delegateAdds = ', selesai sebelum tahun ajaran baru.';

const partners = [
  { name: 'Dinas Pendidikan Kab. Lembah Aur', kind: 'government', chamber: 'Pemerintah' },
  { name: 'Komite Sekolah SDN 07', kind: 'community', chamber: 'Warga' },
  { name: 'Koperasi Sinar Rakit', kind: 'business', chamber: 'Usaha' },
  { name: 'Yayasan Lentera Hulu', kind: 'civil-society', chamber: 'Lembaga dan mitra luar' },
];

export const button = (at: Page | Locator, name: string | RegExp): Locator =>
  at.getByRole('button', { name });

/** Radios lie invisibly over their labels. */
async function choose(at: Page | Locator, label: string): Promise<void> {
  await at.getByRole('radio', { name: new RegExp(`^${label}(?! dengan)`) }).check({ force: true });
}

export async function shows(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}

async function shots(walk: Walk, step: string): Promise<void> {
  for (const visitor of [walk.host, walk.delegate, walk.guest]) {
    if (visitor.page.url() !== 'about:blank') await visitor.shot(step);
  }
}

async function createCoalition({ base, host }: Walk): Promise<void> {
  const { page } = host;
  await page.goto(base);
  await host.shot('01-landing');
  await page.getByRole('link', { name: 'Siapkan musyawarah baru' }).click();
  await page.getByLabel('Nama bersama').fill('Forum Sekolah Terpencil Lembah Aur');
  const rows = page.locator('li.partner-row');
  for (const [index, partner] of partners.entries()) {
    if ((await rows.count()) <= index) await button(page, 'Tambah mitra').click();
    const row = rows.nth(index);
    await row.locator('input[name$="-name"]').fill(partner.name);
    await row.locator('select[name$="-kind"]').selectOption(partner.kind);
    await row.locator('select[name$="-chamber"]').selectOption({ label: partner.chamber });
  }
  await page.locator('[name="founder-name"]').fill('Ratna Wulandari');
  await page.locator('[name="founder-address"]').selectOption('Ibu');
  await host.shot('02-new-coalition');
  await button(page, 'Buat forum ini').click();
  await page.getByRole('heading', { level: 1, name: 'Forum Sekolah Terpencil Lembah Aur' }).waitFor();
  await host.shot('03-coalition');
}

async function planMeeting({ host }: Walk): Promise<void> {
  const { page } = host;
  await page.getByRole('link', { name: 'Rencanakan musyawarah' }).first().click();
  await choose(page, 'Lembar kosong');
  await page.locator('[name="title"]').fill('Musyawarah Prioritas');
  for (const heads of await page.locator('input[name^="heads-"]').all()) await heads.fill('1');
  await page.getByRole('radio', { name: /Setiap orang satu suara/ }).check({ force: true });
  await host.shot('04-plan');
  await button(page, 'Rencanakan').click();
  await page.waitForURL(/\/m\//);
  await page.getByRole('dialog', { name: 'Undang' }).waitFor();
  await host.shot('05-invite');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: 'Susunan acara' }).waitFor();
  await host.shot('05-room-planned');
}

/** Opens the door, prepares the delegate's seat, and answers with the code and the personal link. */
async function openDoor({ host }: Walk): Promise<{ code: string; link: string }> {
  const { page } = host;
  await button(page, 'Buka pintu').click();
  const dialog = page.getByRole('dialog');
  await button(dialog, 'Buka pintu sekarang').click();
  await expect.poll(async () => codeIn(await dialog.innerText())).not.toBeNull();
  const code = codeIn(await dialog.innerText()) ?? '';
  await host.shot('06-door');
  await page.keyboard.press('Escape');
  await button(page, 'Tambah orang').click();
  const seat = page.getByRole('dialog');
  await seat.getByLabel('Nama').fill('Guru SDN 07');
  await seat
    .getByLabel('Mitra')
    .selectOption({ label: 'Komite Sekolah SDN 07' })
    .catch(async () => {
      await seat.getByLabel('Mitra').selectOption({ index: 2 });
    });
  await seat.getByText('utusan resmi').click();
  await host.shot('07-seat');
  await button(seat, 'Beri tempat').click();
  const link = await personalLink(page);
  return { code, link };
}

function codeIn(text: string): string | null {
  const found = /\b([B-DF-HJ-NP-TV-XZ]{3})\s?([B-DF-HJ-NP-TV-XZ]{3})\b/.exec(text);
  return found ? `${found[1] ?? ''}${found[2] ?? ''}` : null;
}

async function personalLink(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog');
  if (!(await dialog.isVisible())) await button(page, /Guru SDN 07/).click();
  await button(dialog, 'Buat tautan').click();
  const field = dialog.locator('input[readonly]').first();
  await expect.poll(() => field.inputValue()).toContain('/l#');
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  return link;
}

async function comeIn(walk: Walk, code: string, link: string): Promise<void> {
  const { delegate, guest, host, base } = walk;
  await delegate.page.goto(link);
  await delegate.page.waitForURL(/\/m\//);
  await guest.page.goto(`${base}/join#${code}`);
  await guest.page.getByLabel('Nama').fill('Sari');
  await guest.shot('08-join');
  await button(guest.page, 'Masuk ke musyawarah').click();
  await guest.page.waitForURL(/\/m\//);
  await shows(host.page, 'Sari');
  await shots(walk, '09-all-in');
}

/** The host gives seats with a vote: to the guest who came by the code, and to herself. */
async function giveSeats(walk: Walk): Promise<void> {
  await giveSeat(walk.host, 'Sari', 'Koperasi Sinar Rakit', 'peserta');
  await giveSeat(walk.host, 'Ratna Wulandari', 'Dinas Pendidikan Kab. Lembah Aur');
  await shots(walk, '09-seated');
}

async function giveSeat({ page }: Visitor, person: string, partner: string, role?: string): Promise<void> {
  await button(page, new RegExp(person)).first().click();
  const dialog = page.getByRole('dialog');
  const mitra = dialog.getByLabel('Mitra');
  const option = await mitra.locator('option', { hasText: partner }).getAttribute('value');
  await mitra.selectOption(option);
  if (role) await dialog.getByRole('checkbox', { name: role }).check({ force: true });
  await dialog.getByRole('checkbox', { name: 'Memiliki hak suara' }).check({ force: true });
  await button(dialog, 'Simpan tempat').click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Host and delegate write the agenda together; the order is changed by a button. */
async function writeAgenda(walk: Walk): Promise<void> {
  const { host, delegate } = walk;
  await addItem(host.page, 1, 'Rumah guru', 'Keputusan', 30);
  await addItem(delegate.page, 2, agendaTitles[0] ?? '', 'Pembukaan', 10);
  await delegate.page.getByLabel('Judul acara 2').focus();
  await shows(host.page, /Guru SDN 07/);
  await shots(walk, '10-agenda-together');
  await button(host.page, `Naikkan: ${agendaTitles[0] ?? ''}`).click();
  await addItem(host.page, 3, agendaTitles[2] ?? '', 'Penutup', 10);
  await expect.poll(() => titles(delegate.page)).toEqual(agendaTitles);
}

async function addItem(
  page: Page,
  number: number,
  title: string,
  kind: string,
  minutes: number,
): Promise<void> {
  await button(page, 'Tambah acara').click();
  await page.getByLabel(`Judul acara ${number}`).fill(title);
  await page.getByLabel(`Jenis acara: ${title}`).selectOption({ label: kind });
  await page.getByLabel(`Menit untuk: ${title}`).fill(String(minutes));
  await page.getByLabel(`Menit untuk: ${title}`).blur();
}

async function titles(page: Page): Promise<string[]> {
  const fields = await page.getByLabel(/^Judul acara \d+$/).all();
  return Promise.all(fields.map((field) => field.inputValue()));
}

async function openAndAdopt(walk: Walk): Promise<void> {
  const { page } = walk.host;
  await button(page, 'Buka musyawarah').first().click();
  await button(page, 'Sepakati susunan acara').click();
  await shows(page, 'Susunan acara disepakati');
  await shots(walk, '11-adopted');
  await button(page, `Mulai: ${agendaTitles[0] ?? ''}`)
    .first()
    .click();
  await walk.guest.page.getByRole('heading', { level: 1, name: agendaTitles[0] ?? '' }).waitFor();
  await shots(walk, '12-first-item');
  await button(page, '+5 menit').click();
  await page.keyboard.press('Escape');
  await button(page, /^Berikutnya/).click();
  await page.getByRole('heading', { level: 1, name: /Rumah guru/ }).waitFor();
}

async function pauseAndResume(walk: Walk): Promise<void> {
  const { page } = walk.host;
  await chooseMore(page, 'Skors …');
  const dialog = page.getByRole('dialog');
  await choose(dialog, 'Ibadah');
  await walk.host.shot('13-pause-dialog');
  await button(dialog, /^Skors sampai/).click();
  await shows(walk.guest.page, /Musyawarah diskors sampai/);
  await shots(walk, '14-paused');
  await button(page, 'Cabut skors').first().click();
  await button(page, 'Cabut skors').first().waitFor({ state: 'hidden' });
}

export async function chooseMore(page: Page, item: string): Promise<void> {
  await button(page, 'Lain').first().click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** A wording on stage, written by two in rich text. */
async function writeWording(walk: Walk): Promise<void> {
  const { host, delegate } = walk;
  await chooseMore(host.page, 'Keputusan baru …');
  const dialog = host.page.getByRole('dialog');
  await dialog.getByLabel('Tentang apa').fill('Rumah guru tahap 1');
  await host.shot('15-new-decision');
  await button(dialog, 'Buat keputusan').click();
  const editor = host.page.locator('[contenteditable="true"]');
  await editor.click();
  await host.page.keyboard.type(wordingText);
  const other = delegate.page.locator('[contenteditable="true"]');
  await expect.poll(() => other.innerText()).toContain(wordingText);
  await other.click();
  await delegate.page.keyboard.press('Control+End');
  await delegate.page.keyboard.type(delegateAdds);
  await expect.poll(() => editor.innerText()).toContain(delegateAdds);
  await expect.poll(() => walk.guest.page.getByText(wordingText).first().isVisible()).toBe(true);
  await shots(walk, '16-wording');
}

/** *Mufakat?*: guest and chair agree, the delegate objects, so views do not meet. */
async function askMufakat(walk: Walk): Promise<void> {
  const { host, delegate, guest } = walk;
  await button(host.page, 'Kunci rumusan, tanyakan mufakat').click();
  await shows(guest.page, 'Ada yang keberatan?');
  await shots(walk, '17-asked');
  await agree(guest);
  await agree(host);
  await answer(delegate, 'Keberatan', async (sheet) => {
    await button(sheet, 'Lanjut: Keberatan').click();
    await sheet.getByLabel('Apa yang masih mengganjal?').fill('Ramp di SDN 07 belum jelas kapan dikerjakan.');
    await sheet.getByLabel('Apa yang membuatnya bisa diterima?').fill('Ramp dikerjakan bersama rumah guru.');
    await delegate.shot('18-objection');
    await button(sheet, 'Kirim: Keberatan').click();
  });
  await shows(host.page, /3 dari 3/);
  await button(host.page, 'Tutup jawaban').click();
  await shows(host.page, 'Nyatakan tidak dapat dipertemukan');
  await shots(walk, '19-objection-stands');
}

async function agree(visitor: Visitor): Promise<void> {
  await answer(visitor, 'Setuju', (sheet) => button(sheet, 'Kirim: Setuju').click());
}

/** Answers in the sheet that takes the phone's screen by itself, and that a button opens on a desktop. */
export async function answer(
  visitor: Visitor,
  choice: string,
  then: (sheet: Locator) => Promise<void>,
): Promise<void> {
  const { page } = visitor;
  const sheet = page.getByRole('dialog');
  const open = button(page, /^(Jawab|Beri suara)$/).first();
  await sheet.or(open).first().waitFor();
  if (!(await sheet.isVisible())) await open.click();
  await choose(sheet, choice);
  await then(sheet);
  await sheet.waitFor({ state: 'hidden' });
}

/** Down the ladder with a reason, a vote, its result, the outcome. */
async function voteAndDecide(walk: Walk): Promise<void> {
  const { host, delegate } = walk;
  await host.page
    .getByLabel('Alasan pimpinan, masuk catatan')
    .fill('Sudah dicoba dua rumusan; jadwal ramp belum bertemu.');
  await button(host.page, /^Ke /).last().click();
  await button(host.page, /^Buka: /)
    .first()
    .click();
  await answer(delegate, 'Setuju', async (sheet) => {
    await delegate.shot('20-ballot');
    await button(sheet, 'Kirim: Setuju').click();
  });
  await agree(walk.guest);
  await answer(host, 'Abstain', (sheet) => button(sheet, /^Kirim: Abstain/).click());
  await shows(host.page, /3 dari 3/);
  await button(host.page, 'Tutup jawaban').click();
  await button(host.page, 'Nyatakan disepakati').waitFor();
  await shots(walk, '21-result');
  await host.page.getByLabel('Kata penetapan').fill('Dikerjakan mulai Januari.');
  await button(host.page, 'Nyatakan disepakati').click();
  await shows(host.page, 'Dikerjakan mulai Januari.');
  await shots(walk, '22-decided');
}

async function closeMeeting(walk: Walk): Promise<void> {
  const { page } = walk.host;
  await chooseMore(page, 'Tutup musyawarah …');
  await walk.host.shot('23-close-dialog');
  await button(page.getByRole('dialog'), 'Tutup musyawarah').click();
  await shows(walk.guest.page, /Musyawarah ditutup pukul/);
  await shots(walk, '24-closed');
}

/** The record as a page, and as the file that the command line checks. Answers with the file's text. */
async function readRecord(walk: Walk): Promise<string> {
  const { page } = walk.guest;
  const [record] = await Promise.all([
    page.waitForEvent('popup').catch(() => page),
    page.getByRole('link', { name: 'Baca catatan' }).first().click(),
  ]);
  await record.getByRole('heading', { name: 'Musyawarah Prioritas' }).waitFor();
  await shows(record, /dikerjakan lebih dahulu/);
  await record.screenshot({ path: `${walk.folder}/25-record-guest.png`, fullPage: true });
  const meetingId = /\/m\/([\w-]{22})/.exec(walk.host.page.url())?.[1] ?? '';
  // From inside the page: only the browser knows the hall's names.
  return walk.host.page.evaluate(
    async (path) => (await fetch(path)).text(),
    `/api/meetings/${meetingId}/record.json`,
  );
}

/** The whole path; answers with the record's file. */
export async function walkWhole(walk: Walk): Promise<string> {
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
  return readRecord(walk);
}

/** Three people in contexts of their own, in Indonesian: host and delegate on a desktop, the guest on a small phone. */
export async function threePeople(browser: TestBrowser, base: string): Promise<Walk> {
  return {
    base,
    folder: browser.folder,
    host: await browser.visitor('host', desktop, 'id-ID'),
    delegate: await browser.visitor('delegate', desktop, 'id-ID'),
    guest: await browser.visitor('guest', phone, 'id-ID'),
  };
}
