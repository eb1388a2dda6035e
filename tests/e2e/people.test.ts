/**
 * People as they come and go: the waiting room, turning away and blocking, one's name, another device, the chair handed
 * over and taken when its line is gone, what was missed, the privacy notice, one's own data and being erased.
 */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations, expectNoAxeViolationsInAnyLook } from '../harness/axe';
import { desktop, phone, TestBrowser, type Device, type Visitor } from '../harness/browser';
import { gather, type Gathering } from '../harness/coalition';
import type { Person } from '../harness/person';
import { issueLink, seatByLink, seatPerson } from '../harness/seats';
import { ServerInProcess } from '../harness/server-in-process';
import { button, shows } from './walk';

const clientFolder = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));
let server: ServerInProcess;
let browser: TestBrowser;
let gathering: Gathering;
/** Of someone who has a seat from the beginning and comes late. */
let lateSecret: string;

beforeAll(async () => {
  server = await ServerInProcess.start(
    { operator: 'Yayasan Lentera, data@lentera.example' },
    { clientFolder },
  );
  browser = await TestBrowser.launch('people');
  gathering = await gather(server.url);
  await gathering.chair.do({ type: 'waiting-room.set', on: true });
  lateSecret = (await seat('Datang Terlambat', 'participant')).secret;
});
afterAll(async () => {
  gathering.chair.close();
  await browser.close();
  await server.dispose();
});

/** A browser in which a person who has a seat is signed in already. */
async function visitor(
  name: string,
  device: Device,
  secret: string | null,
  scheme: 'light' | 'dark' = 'light',
): Promise<Visitor> {
  const visitor = await browser.visitor(name, device, 'id-ID', scheme);
  if (secret === null) return visitor;
  await visitor.page.goto(`${server.url}/l#${secret}`);
  await visitor.page.waitForURL(/\/m\//);
  return visitor;
}

const roles = { facilitator: ['facilitator' as const], participant: ['participant' as const] };

async function seat(name: string, role: keyof typeof roles): Promise<{ personId: string; secret: string }> {
  const personId = await seatPerson(gathering, {
    name,
    roles: [...roles[role]],
    partnerId: gathering.partners[1] ?? null,
    votes: false,
  });
  return { personId, secret: await issueLink(gathering, personId) };
}

async function knock(guest: Visitor, name: string): Promise<void> {
  const { page } = guest;
  await page.goto(`${server.url}/join#${gathering.code}`);
  await page.locator('[name="name"]').fill(name);
  await guest.shot('01-door');
  await button(page, 'Masuk ke musyawarah').click();
  await page.getByRole('heading', { level: 1, name: 'Anda menunggu di ruang tunggu' }).waitFor();
}

async function openPeople(at: Visitor): Promise<void> {
  const tab = at.page.getByRole('tab', { name: /Orang/ });
  if (await tab.isVisible()) await tab.click();
}

test('the waiting room: told what is kept, waits, and is let in; another is turned away and blocked', async () => {
  const { secret } = await seat('Fasilitator Dua', 'facilitator');
  const host = await visitor('host', desktop, secret);
  const guest = await visitor('guest', phone, null, 'dark');
  await guest.page.goto(`${server.url}/join#${gathering.code}`);
  await shows(guest.page, /Server ini dikelola Yayasan Lentera/);
  await knock(guest, 'Siti Menunggu');
  await shows(guest.page, 'Musyawarah Prioritas');
  await guest.shot('02-waiting');
  await expectNoAxeViolationsInAnyLook(guest.page, 'waiting');
  await shows(host.page, '1 orang menunggu di ruang tunggu');
  const other = await visitor('other', desktop, null);
  await knock(other, 'Tamu Lain');
  await shows(host.page, '2 orang menunggu di ruang tunggu');
  await host.shot('03-who-waits');
  await expectNoAxeViolationsInAnyLook(host.page, 'who waits');

  await button(host.page, 'Persilakan masuk: Siti Menunggu').click();
  await guest.page.locator('#room-stage').waitFor();
  await guest.shot('04-in');
  await button(host.page, 'Tolak: Tamu Lain').click();
  const dialog = host.page.getByRole('dialog', { name: 'Tolak: Tamu Lain' });
  await dialog.getByLabel(/Blokir perangkatnya/).check();
  await host.shot('05-turn-away');
  await button(dialog, 'Tolak').click();
  await shows(other.page, /tidak dapat masuk lagi dengan kode/);
  await other.page.reload();
  await shows(other.page, /tidak dapat masuk lagi dengan kode/);
  await other.shot('06-blocked');
  expect(await axeViolations(other.page)).toEqual([]);
  await host.page.getByText(/Sudah dikeluarkan/).click();
  await button(host.page, 'Buka blokir: Tamu Lain').click();
  await button(host.page, 'Buka blokir: Tamu Lain').waitFor({ state: 'detached' });

  // Erased from outside, by themselves.
  await button(other.page, 'Hapus nama saya').click();
  await other.shot('07-erase');
  await button(other.page, 'Hapus sekarang').click();
  await other.page.waitForURL(`${server.url}/`);
  await gathering.chair.until(() => !JSON.stringify(gathering.chair.meeting.people).includes('Tamu Lain'));
  for (const one of [host, guest, other]) {
    expect(one.complaints.filter((words) => !words.includes('403'))).toEqual([]);
    await one.context.close();
  }
});

test('one’s own name, link and data', async () => {
  const { personId, secret } = await seat('Ani', 'participant');
  const ani = await visitor('ani', desktop, secret);
  const me = ani.page.getByRole('button', { name: 'Saya', exact: true });
  await me.click();
  await ani.page.getByRole('menuitem', { name: 'Nama dan sapaan saya' }).click();
  await ani.page.locator('[name="own-name"]').fill('Ani Lestari');
  await ani.page.locator('[name="own-address"]').selectOption('Ibu');
  await ani.shot('10-name');
  await button(ani.page, 'Simpan nama').click();
  await shows(ani.page, 'Ibu Ani Lestari');
  await me.click();
  await ani.page.getByRole('menuitem', { name: 'Masuk di perangkat lain' }).click();
  await button(ani.page, 'Lihat tautan').click();
  const link = await ani.page.getByRole('dialog').getByRole('textbox').inputValue();
  await ani.shot('11-own-link');
  expect(await axeViolations(ani.page)).toEqual([]);
  // The same person on a phone; a new link then signs the phone out.
  const second = await visitor('second', phone, link.split('#')[1] ?? '');
  await second.page.locator('#room-stage').waitFor();
  await button(ani.page, 'Ganti dengan yang baru').click();
  await shows(second.page, /perangkat ini dikeluarkan/);
  await second.shot('12-signed-out');
  await ani.page.keyboard.press('Escape');
  await me.click();
  await ani.page.getByRole('menuitem', { name: 'Data saya' }).click();
  await ani.shot('13-own-data');
  expect(await axeViolations(ani.page)).toEqual([]);
  const [download] = await Promise.all([
    ani.page.waitForEvent('download'),
    ani.page.getByRole('link', { name: /Unduh data saya/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`mufakat-${gathering.meetingId}-${personId}.json`);
  expect(ani.complaints).toEqual([]);
  await ani.context.close();
  await second.context.close();
});

test('the chair is handed over, and taken when its line is gone; the former chair is told', async () => {
  const { chair } = gathering;
  await chair.do({ type: 'meeting.open' });
  const chairLink = await issueLink(gathering, chair.you);
  const old = await visitor('old-chair', desktop, chairLink);
  const next: Person = await seatByLink(gathering, {
    name: 'Pimpinan Baru',
    roles: ['participant'],
    partnerId: null,
    votes: false,
  });
  const { secret } = await seat('Fasilitator', 'facilitator');
  const facilitator = await visitor('facilitator', desktop, secret);
  await button(old.page, 'Lain').first().click();
  await old.page.getByRole('menuitem', { name: /Serahkan pimpinan/ }).click();
  await old.page.locator('[name="chair-to"]').selectOption({ label: 'Pimpinan Baru' });
  await old.shot('20-hand-over');
  expect(await axeViolations(old.page)).toEqual([]);
  await button(old.page.getByRole('dialog'), 'Serahkan').click();
  await shows(facilitator.page, /menyerahkan pimpinan kepada Pimpinan Baru/);

  await next.do({ type: 'chair.hand-over', to: chair.you });
  await shows(old.page, 'Anda sekarang memimpin.');
  chair.close();
  await old.page.goto('about:blank');
  server.shiftMs += 20_000;
  // A dead line counts as here for half a minute.
  await facilitator.page.getByText(/Pimpinan tidak tersambung sejak/).waitFor({ timeout: 60_000 });
  await facilitator.shot('21-chair-away');
  server.shiftMs += 60_000;
  await facilitator.page.reload();
  await button(facilitator.page, 'Ambil alih pimpinan').click({ timeout: 60_000 });
  await facilitator.shot('22-chair-taken');
  await old.page.goto(`${server.url}/m/${gathering.meetingId}`);
  await shows(old.page, /mengambil alih pimpinan pada/);
  await old.shot('23-told');
  expect(await axeViolations(old.page)).toEqual([]);
  await old.context.close();
  await facilitator.context.close();
  next.close();
}, 120_000);

test('what was missed, for who comes late, and the whole privacy notice', async () => {
  server.shiftMs += 10 * 60_000;
  for (const [name, device, scheme] of [
    ['late', desktop, 'light'],
    ['late-phone', phone, 'dark'],
  ] as const) {
    const late = await visitor(name, device, lateSecret, scheme);
    await late.page.getByRole('heading', { name: 'Yang terlewat' }).waitFor();
    await shows(late.page, /mengambil alih pimpinan/);
    await late.shot('30-missed');
    await expectNoAxeViolationsInAnyLook(late.page, `missed ${name}`);
    await button(late.page, 'Mengerti').first().click();
    await openPeople(late);
    await late.shot('31-people');
    await late.page.goto(`${server.url}/privacy`);
    await late.page.getByRole('heading', { level: 1, name: 'Apa yang disimpan tentang Anda' }).waitFor();
    await late.shot('32-privacy');
    await expectNoAxeViolationsInAnyLook(late.page, `privacy ${name}`);
    expect(late.complaints).toEqual([]);
    await late.context.close();
  }
});
