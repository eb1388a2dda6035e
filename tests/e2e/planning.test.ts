/** Planning from a template, inviting, people from a list and the facilitator's script, as a host meets them. */
import { readFile } from 'node:fs/promises';
import { templates } from '@mufakat/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desktop, phone, TestBrowser, type Visitor } from '../harness/browser';
import { gather, plainRule, type Gathering } from '../harness/coalition';
import { newId, type Person } from '../harness/person';
import { ServerProcess } from '../harness/server-process';
import { button, shows } from './walk';

let server: ServerProcess;
let browser: TestBrowser;
let here: Gathering;

const kinds = [
  { name: 'desktop-light-id', device: desktop, locale: 'id-ID', theme: 'light' },
  { name: 'desktop-dark-en', device: desktop, locale: 'en-GB', theme: 'dark' },
  { name: 'phone-light-en', device: phone, locale: 'en-GB', theme: 'light' },
  { name: 'phone-dark-id', device: phone, locale: 'id-ID', theme: 'dark' },
] as const;

beforeAll(async () => {
  server = await ServerProcess.start();
  browser = await TestBrowser.launch('planning');
  here = await gather(server.url);
});

afterAll(async () => {
  here.chair.close();
  await browser.close();
  await server.dispose();
});

async function sit(person: Person, kind: (typeof kinds)[number]): Promise<Visitor> {
  const visitor = await browser.visitor(kind.name, kind.device, kind.locale, kind.theme);
  const [cookie, ...value] = person.cookie.split('=');
  await visitor.context.addCookies([{ name: cookie ?? '', value: value.join('='), url: server.url }]);
  return visitor;
}

async function whole({ page, name }: Visitor, step: string): Promise<void> {
  await page.screenshot({ path: `${browser.folder}/${step}-${name}.png`, fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, `${step} ${name}`).toBeLessThanOrEqual(0);
}

test.each(kinds)('a meeting is planned from a template and its invitation shown, $name', async (kind) => {
  const host = await sit(here.chair, kind);
  const { page } = host;
  await page.goto(`${server.url}/c/${here.coalitionId}/plan`);
  const id = kind.locale === 'id-ID';
  await page.locator('input[type="radio"][value="priorities"]').first().check({ force: true });
  await shows(
    page,
    id ? '9 acara, 180 menit; selesai sekitar pukul 12.00' : '9 items, 180 minutes; ends at about 12:00',
  );
  await whole(host, '1-plan');
  await page.locator('[name="title"]').fill('Musyawarah Prioritas 2027');
  await page.reload();
  await shows(page, id ? 'Rancangan Anda yang tadi masih ada.' : 'Your draft from before is still here.');
  expect(await page.locator('[name="title"]').inputValue()).toBe('Musyawarah Prioritas 2027');
  await button(page, id ? 'Rencanakan' : 'Plan it').click();
  await page.waitForURL(/\/m\//);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await button(dialog, id ? /^Buka pintu sampai/ : /^Open the door until/).click();
  const letter = dialog.getByLabel(id ? 'Isi surat' : 'Text');
  await expect.poll(() => letter.inputValue()).toMatch(/\/join#[A-Z]{6}\n/);
  expect(await letter.inputValue()).toContain(id ? 'Garis pagu' : 'The line of the ceiling');
  await host.shot('2-invite');
  await letter.scrollIntoViewIfNeeded();
  await host.shot('3-invite-letter');
  await page.keyboard.press('Escape');
  const tab = page.getByRole('tab', { name: id ? 'Acara' : 'Agenda' });
  if (await tab.isVisible()) await tab.click();
  await shows(page, id ? 'Simpan ke kalender' : 'Add to calendar');
  await host.shot('4-room');
  expect(host.complaints).toEqual([]);
  await host.context.close();
});

test.each(kinds.slice(0, 3))(
  'people come from a list into seats with links to print, $name',
  async (kind) => {
    const meeting = await gather(server.url);
    const host = await sit(meeting.chair, kind);
    const { page } = host;
    const id = kind.locale === 'id-ID';
    await page.goto(`${server.url}/m/${meeting.meetingId}`);
    await page.getByRole('contentinfo').waitFor();
    const tab = page.getByRole('tab', { name: id ? 'Orang' : 'People' });
    if (await tab.isVisible()) await tab.click();
    await button(page, id ? 'Dari daftar' : 'From a list').click();
    const dialog = page.getByRole('dialog');
    const rows = Array.from({ length: 9 }, (_, at) => `Peserta ${at};Bapak;KS;peserta;ya`);
    await dialog.locator('input[type="file"]').setInputFiles({
      name: 'orang.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `\uFEFFNama;Sapaan;Mitra;Peran;Hak suara\r\n"=Sari ""Upik"" Dewi";;Dinas Pendidikan;utusan resmi;ya\r\nخالد الحسن;;;peninjau;\r\nBudi;Bapak;Dinas Pertanian;raja;\r\n${rows.join('\r\n')}`,
      ),
    });
    await shows(page, id ? '11 orang siap; 1 baris belum bisa' : '11 people are ready; 1 row is not');
    await shows(page, id ? 'Peran “raja” tidak dikenal.' : 'The role “raja” is not known.');
    expect(meeting.chair.meeting.people.ids()).toHaveLength(1);
    await host.shot('5-list');
    await button(dialog, id ? 'Beri tempat kepada 11 orang' : 'Seat 11 people').click();
    await button(dialog, id ? 'Cetak tautan' : 'Print the links').waitFor();
    await expect.poll(() => button(dialog, id ? /^Beri tempat/ : /^Seat/).count()).toBe(0);
    await host.shot('6-list-done');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(dialog, id ? 'Simpan sebagai tabel' : 'Save as a table').click(),
    ]);
    const saved = await readFile(await download.path(), 'utf8');
    expect(saved).toMatch(/\n"'=Sari/);
    expect(saved.match(/\/l#/g)).toHaveLength(11);
    const link = /http\S+\/l#[\w-]+/.exec(saved)?.[0] ?? '';
    await page.pdf({ path: `${browser.folder}/links-${kind.name}.pdf`, format: 'A4' });
    const delegate = await browser.visitor('delegate', phone, 'id-ID');
    await delegate.page.goto(link);
    await delegate.page.waitForURL(/\/m\//);
    await meeting.chair.until(() => meeting.chair.here.length === 2);
    expect(meeting.chair.meeting.people.values().filter((one) => one.votes)).toHaveLength(10);
    expect([...host.complaints, ...delegate.complaints]).toEqual([]);
    await delegate.context.close();
    await host.context.close();
    meeting.chair.close();
  },
);

test.each(kinds.slice(0, 3))('partners come from a pasted list, $name', async (kind) => {
  const meeting = await gather(server.url);
  const host = await sit(meeting.chair, kind);
  const { page } = host;
  const id = kind.locale === 'id-ID';
  await page.goto(`${server.url}/c/${meeting.coalitionId}`);
  await button(page, id ? 'Dari daftar' : 'From a list').click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(id ? 'Atau tempelkan daftarnya' : 'Or paste the list')
    .fill(
      'Nama\tSingkatan\tJenis\tUnsur\tTempat\nNordlys Learning Fund\t\tinternasional\tLembaga dan mitra luar\tOslo\nDinas Pendidikan\t\t\tPemerintah\t\nRede Eskola Dook\tRE\tinternasional\tLangit\tDili',
    );
  await shows(page, id ? '1 mitra siap; 2 baris belum bisa' : '1 partner is ready; 2 rows are not');
  await host.shot('7-partners');
  await button(dialog, id ? 'Tambahkan 1 mitra' : 'Add 1 partner').click();
  await button(dialog, id ? 'Tutup' : 'Close').click();
  await shows(page, 'Nordlys Learning Fund');
  await page.goto(`${server.url}/c/${meeting.coalitionId}/plan`);
  await shows(page, /Nordlys Learning Fund: 03[.:]00/);
  expect(host.complaints).toEqual([]);
  await host.context.close();
  meeting.chair.close();
});

test.each(kinds)('the facilitator’s script follows the agenda and is printed, $name', async (kind) => {
  const id = kind.locale === 'id-ID';
  const planned = await here.chair.http('POST', `/api/coalitions/${here.coalitionId}/meetings`, {
    id: newId(),
    command: {
      type: 'meeting.plan',
      kind: 'emergency',
      place: '',
      callUrl: '',
      title: id ? 'Musyawarah Mendadak' : 'Emergency meeting',
      startsAt: Date.parse('2027-03-01T02:00:00Z'),
      timeZone: 'Asia/Jakarta',
      language: kind.locale.slice(0, 2),
      invited: here.partners.map((partnerId) => ({ partnerId, heads: 2 })),
      rule: plainRule,
      electorate: 'person',
    },
    agenda: templates.emergency.items.map(({ title, kind: itemKind, minutes }) => ({
      id: newId(),
      title: id ? title.id : title.en,
      kind: itemKind,
      minutes,
      presenter: 'Ibu Ratna',
    })),
  });
  const { meetingId } = planned.body as { meetingId: string };
  const host = await sit(here.chair, kind);
  await host.page.goto(`${server.url}/m/${meetingId}/script`);
  await shows(host.page, id ? 'diam bukan setuju' : 'silence is not agreement');
  await shows(host.page, id ? 'Kalimat untuk dibacakan' : 'Sentences to read out');
  await whole(host, '8-script');
  await host.page.pdf({ path: `${browser.folder}/script-${kind.name}.pdf`, format: 'A4' });
  expect(host.complaints).toEqual([]);
  await host.context.close();
});
