/** A coalition changes what it says of itself, a partner leaves it, a meeting and then the whole is deleted for ever. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoAxeViolationsInAnyLook } from '../harness/axe';
import { desktop, phone, TestBrowser, type Visitor } from '../harness/browser';
import { gather, type Gathering } from '../harness/coalition';
import { ServerInProcess } from '../harness/server-in-process';
import { button, shows } from './walk';

const clientFolder = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));
let server: ServerInProcess;
let browser: TestBrowser;
const gatherings: Gathering[] = [];

const kinds = [
  { name: 'desktop-light', device: desktop, scheme: 'light' },
  { name: 'phone-dark', device: phone, scheme: 'dark' },
] as const;

beforeAll(async () => {
  server = await ServerInProcess.start({}, { clientFolder });
  browser = await TestBrowser.launch('coalition-settings');
});
afterAll(async () => {
  for (const { chair } of gatherings) chair.close();
  await browser.close();
  await server.dispose();
});

async function founder({ name, device, scheme }: (typeof kinds)[number], here: Gathering): Promise<Visitor> {
  const visitor = await browser.visitor(name, device, 'id-ID', scheme);
  const [cookie, ...value] = here.chair.cookie.split('=');
  await visitor.context.addCookies([{ name: cookie ?? '', value: value.join('='), url: server.url }]);
  await visitor.page.goto(`${server.url}/c/${here.coalitionId}`);
  return visitor;
}

async function look(visitor: Visitor, step: string): Promise<void> {
  await visitor.shot(step);
  await expectNoAxeViolationsInAnyLook(visitor.page, `${step} ${visitor.name}`);
}

async function changeSettings(visitor: Visitor, { chair, coalitionId, partners }: Gathering): Promise<void> {
  const { page } = visitor;
  const dialog = page.getByRole('dialog', { name: 'Pengaturan' });
  await button(page, 'Pengaturan').click();
  await dialog.getByLabel('Nama bersama').fill('');
  await dialog.getByRole('radio', { name: /^Selama beberapa bulan/ }).check({ force: true });
  await dialog.getByRole('textbox', { name: 'Berapa bulan' }).fill('0');
  await button(dialog, 'Simpan').click();
  await shows(page, 'Tulis 1 sampai 120 bulan.');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('settings-name');
  await dialog.getByLabel('Nama bersama').fill('Sekolah Dekat');
  await dialog.getByRole('textbox', { name: 'Berapa bulan' }).fill('36');
  await dialog.getByLabel('Sekretariat').selectOption({ label: 'Komite Sekolah' });
  await look(visitor, '1-settings');
  await button(dialog, 'Simpan').click();
  await page.getByRole('heading', { level: 1, name: 'Sekolah Dekat' }).waitFor();
  await dialog.waitFor({ state: 'hidden' });
  const { body } = await chair.http('GET', `/api/coalitions/${coalitionId}`);
  expect(body).toMatchObject({ coalition: { retentionMonths: 36, secretariat: partners[1] } });
}

async function removePartner(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const dialog = page.getByRole('dialog');
  await button(page, 'Ubah: Koperasi Sinar Rakit').click();
  await button(dialog, 'Keluarkan mitra ini …').click();
  await look(visitor, '2-partner');
  await button(dialog, 'Keluarkan Koperasi Sinar Rakit').click();
  await shows(page, 'Koperasi Sinar Rakit bukan mitra lagi.');
  await button(page, 'Ubah: Koperasi Sinar Rakit').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('partners-title');
}

async function deleteMeeting(visitor: Visitor, { chair, meetingId }: Gathering): Promise<void> {
  const { page } = visitor;
  const dialog = page.getByRole('dialog', { name: 'Hapus musyawarah ini?' });
  await look(visitor, '3-page');
  await button(page, 'Hapus … Musyawarah Prioritas').click();
  await dialog.getByLabel(/^Ketik namanya/).fill('Musyawarah');
  expect(await button(dialog, 'Hapus untuk selamanya').isDisabled()).toBe(true);
  await dialog.getByLabel(/^Ketik namanya/).fill('musyawarah prioritas');
  await look(visitor, '4-meeting');
  await button(dialog, 'Hapus untuk selamanya').click();
  await shows(page, 'Musyawarah Prioritas sudah dihapus.');
  await shows(page, 'Forum ini belum punya musyawarah');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('meetings-title');
  expect((await chair.http('GET', `/api/meetings/${meetingId}/invitation`)).status).toBe(404);
}

async function deleteCoalition(visitor: Visitor, { chair, coalitionId }: Gathering): Promise<void> {
  const { page } = visitor;
  const dialog = page.getByRole('dialog', { name: 'Hapus forum ini?' });
  await button(page, 'Pengaturan').click();
  await button(page, 'Hapus forum ini …').click();
  await dialog.getByLabel(/^Ketik namanya/).fill('Sekolah Dekat');
  await look(visitor, '5-coalition');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await button(page, 'Pengaturan').click();
  await button(page, 'Hapus forum ini …').click();
  await dialog.getByLabel(/^Ketik namanya/).fill('Sekolah Dekat');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server.url}/`);
  await shows(page, 'Sekolah Dekat sudah dihapus.');
  await visitor.shot('6-gone');
  expect((await chair.http('GET', `/api/coalitions/${coalitionId}`)).status).toBe(404);
}

test.each(kinds)(
  'settings change, a partner leaves, a meeting and the whole are deleted, $name',
  async (kind) => {
    const here = await gather(server.url);
    gatherings.push(here);
    const visitor = await founder(kind, here);
    await changeSettings(visitor, here);
    await removePartner(visitor);
    await deleteMeeting(visitor, here);
    await deleteCoalition(visitor, here);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  },
  120_000,
);

test('a meeting in session cannot be deleted from the list', async () => {
  const here = await gather(server.url);
  gatherings.push(here);
  await here.chair.do({ type: 'meeting.open' });
  const visitor = await founder(kinds[0], here);
  await shows(visitor.page, 'Sedang berlangsung');
  expect(await button(visitor.page, /^Hapus/).count()).toBe(0);
  await visitor.context.close();
});
