/** Decisions from the room's side: on the spot, counts made void, a quorum with its second call, and what is prepared. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, expectNoAxeViolationsInAnyLook } from '../harness/axe';
import { desktop, phone } from '../harness/browser';
import { plainRule, seatVoter } from '../harness/coalition';
import { frozenDecision } from '../harness/wording';
import { expectNoComplaints, namelessControls, Rooms } from './in-room';
import { answer, button, chooseMore, shows } from './walk';

const rooms = Rooms.of('decisions');

test('a decision on the spot; its hasty count is made void and the room asked again', async () => {
  const delegate = await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']);
  await rooms.chair.do({ type: 'meeting.open' });
  const host = await rooms.sit(rooms.chair, 'host');
  const guest = await rooms.sit(delegate, 'delegate', phone);
  const { page } = host;
  await chooseMore(page, 'Keputusan baru …');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Rumusan keputusan').waitFor();
  await button(dialog, 'Putuskan sekarang').click();
  await shows(page, 'Tulis dulu apa yang akan disepakati.');
  await host.shot('now-empty');
  await expectNoAxeViolations(page, 'the dialog for a new decision');
  await dialog
    .getByLabel('Rumusan keputusan')
    .fill('Rumah guru dikerjakan lebih dahulu. Selesai sebelum Juli.');
  await host.shot('now-filled');
  await button(dialog, 'Putuskan sekarang').click();
  await page.getByRole('heading', { level: 1, name: 'Rumah guru dikerjakan lebih dahulu' }).waitFor();
  await shows(page, 'Selesai sebelum Juli.');
  const [decision] = Object.values(rooms.chair.meeting.decisions);
  expect(decision?.text.status).toBe('frozen');
  await guest.page.getByRole('dialog').waitFor();
  await guest.shot('now-asked');
  expect(await page.getByText('Batalkan hitungan ini').count()).toBe(0);
  await button(page, 'Tutup jawaban').click();
  await shows(page, 'Belum cukup');
  await page.getByText('Batalkan hitungan ini …').click();
  await page.getByLabel('Mengapa hitungan ini dibatalkan').fill('Ditutup sebelum ada yang menjawab');
  await host.shot('void-count');
  await expectNoAxeViolationsInAnyLook(page, 'a count about to be made void');
  await button(page, 'Batalkan hitungan').last().click();
  await shows(page, /Satu hitungan dibatalkan pukul .*: Ditutup sebelum ada yang menjawab/);
  await host.shot('voided');
  await button(page, 'Tanyakan mufakat').click();
  await answer(guest, 'Setuju', (one) => button(one, 'Kirim: Setuju').click());
  await shows(page, '1 dari 1');
  await button(page, 'Tutup jawaban').click();
  await button(page, 'Nyatakan mufakat').click();
  await shows(guest.page, 'Disepakati bersama, tanpa keberatan');
  await host.shot('agreed');
  const record = await page.request.get(
    `${rooms.server.url}/api/meetings/${rooms.here.meetingId}/record.html?lang=id`,
  );
  expect(await record.text()).toContain('Hitungan ini dibatalkan');
  expectNoComplaints(host, guest);
});

test('a count without its quorum: wait, a second call on another day, then on with those here', async () => {
  await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']);
  await rooms.chair.do({ type: 'meeting.open' });
  const rule = {
    ...plainRule,
    ladder: ['vote' as const],
    quorum: {
      base: 'invited' as const,
      atLeast: '2/3',
      strict: false,
      ifNot: [
        { step: 'wait' as const, hours: 3 },
        { step: 'reconvene' as const, days: 3 },
        { step: 'proceed' as const },
      ],
    },
  };
  const decisionId = await frozenDecision(rooms.chair, rule, 'Koperasi menyediakan semen.');
  await rooms.toStage(decisionId);
  const host = await rooms.sit(rooms.chair, 'host');
  const { page } = host;
  const round = async (open: string): Promise<void> => {
    await button(page, open).click();
    await button(page, 'Tutup jawaban').click();
    await shows(page, 'Kuorum belum tercapai');
  };
  await round('Buka: Pemungutan suara');
  await shows(page, /Ada 1 dari 40; perlu 27\./);
  await host.shot('quorum-wait');
  await expectNoAxeViolationsInAnyLook(page, 'a count without its quorum');
  expect(await namelessControls(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await button(page, /^Tunggu sampai/).scrollIntoViewIfNeeded();
  await host.shot('quorum-wait-dark');
  await page.setViewportSize(phone);
  await button(page, /^Tunggu sampai/).scrollIntoViewIfNeeded();
  await host.shot('quorum-wait-dark-narrow');
  await page.setViewportSize(desktop);
  await page.emulateMedia({ colorScheme: null });
  await button(page, /^Tunggu sampai/).click();
  await shows(page, /Musyawarah diskors sampai \d\d\.\d\d/);
  await shows(page, 'Menunggu kuorum');
  await button(page, 'Cabut skors').click();
  await round('Tanyakan lagi');
  await host.shot('quorum-reconvene');
  await button(page, /^Panggil lagi/).click();
  await shows(page, /Musyawarah diskors sampai \p{L}+, \d+ \p{L}+ \d{4}/u);
  await host.shot('quorum-paused');
  await button(page, 'Cabut skors').click();
  await round('Tanyakan lagi');
  await button(page, 'Lanjutkan dengan yang hadir').click();
  await shows(page, 'Yang hadir memutuskan, berapa pun jumlahnya.');
  await button(page, 'Tanyakan lagi').first().click();
  await page.locator('#question').waitFor();
  await shows(page, 'Tanpa kuorum: panggilan kedua');
  await host.shot('second-call');
  await button(page, 'Tutup jawaban').click();
  await shows(page, 'Tanpa kuorum: panggilan kedua');
  expect(await page.getByText('Kuorum belum tercapai').count()).toBe(0);
  await page.goto(`${rooms.server.url}/api/meetings/${rooms.here.meetingId}/record.html?lang=id`);
  await shows(page, /dilanjutkan dengan yang hadir, sebagai panggilan kedua/);
  await shows(page, /ditunggu sampai/);
  await shows(page, /dipanggil lagi untuk/);
  await host.shot('quorum-record');
  expectNoComplaints(host);
});

test('before the opening: papers on a phone, a changed invitation, a prepared decision; and a hasty close undone', async () => {
  const delegate = await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']);
  const host = await rooms.sit(rooms.chair, 'host');
  const guest = await rooms.sit(delegate, 'delegate', phone);
  const { page } = host;
  await button(page, 'Pakai urutan yang lazim').click();
  await button(guest.page, 'Tambah bahan untuk: Pembahasan').click();
  await guest.page.getByLabel('Alamat bahan').fill('besok saja');
  await button(guest.page, 'Simpan').click();
  await shows(guest.page, /Ini bukan alamat halaman web/);
  await guest.shot('paper-wrong');
  await guest.page.getByLabel('Alamat bahan').fill('contoh.id/garis-pagu.pdf');
  await guest.page.getByLabel('Nama bahan').fill('Garis pagu 2027');
  await guest.page.getByLabel('Nama bahan').press('Enter');
  await guest.page.getByRole('link', { name: 'Garis pagu 2027' }).waitFor();
  await guest.shot('paper');
  await page.getByRole('link', { name: 'Garis pagu 2027' }).waitFor();
  await expectNoAxeViolations(page, 'an item with a paper');

  await chooseMore(page, 'Ubah undangan …');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nama musyawarah').fill('Musyawarah Prioritas 2027');
  await dialog.getByLabel('Tempat').fill('Balai Desa Batu Ampar Hulu');
  await dialog.getByLabel('Sambungan suara').fill('meet.jit.si/Forum');
  await host.shot('change-notice');
  await expectNoAxeViolations(page, 'the dialog that changes the invitation');
  await button(dialog, 'Simpan perubahan').click();
  await shows(page, 'Balai Desa Batu Ampar Hulu');
  const call = page.getByRole('link', { name: 'Buka sambungan suara' });
  expect(await call.getAttribute('href')).toBe('https://meet.jit.si/Forum');
  await host.shot('notice-changed');

  await chooseMore(page, 'Keputusan baru …');
  await dialog.getByLabel('Rumusan keputusan').fill('Tiga prioritas ditetapkan.');
  expect(await button(dialog, 'Putuskan sekarang').count()).toBe(0);
  await button(dialog, 'Buat keputusan').click();
  await page.getByRole('heading', { level: 1, name: 'Tiga prioritas ditetapkan' }).waitFor();
  await shows(page, 'Sudah disiapkan. Dikunci dan ditanyakan sesudah musyawarah dibuka.');
  await host.shot('prepared');

  await button(page, 'Buka musyawarah').first().click();
  await chooseMore(page, 'Ke panggung: acara ini');
  await button(page, 'Sepakati susunan acara').click();
  await shows(page, 'Susunan acara disepakati');
  await page.locator('.agenda .papers').getByText('Garis pagu 2027').waitFor();
  await page.locator('.agenda').getByRole('button', { name: 'Pembahasan' }).click();
  await page.locator('#room-stage').getByRole('link', { name: 'Garis pagu 2027' }).waitFor();
  await host.shot('item-with-paper');
  await chooseMore(page, 'Tutup musyawarah …');
  await button(dialog, 'Tutup musyawarah').click();
  await page.getByText('Buka lagi musyawarah ini …').click();
  await page.getByLabel('Mengapa dibuka lagi').fill('Notulen belum dibacakan');
  await host.shot('reopen');
  await expectNoAxeViolations(page, 'a closed meeting about to be opened again');
  expect(await guest.page.getByText('Buka lagi musyawarah ini').count()).toBe(0);
  await button(page, 'Buka lagi').click();
  await expect.poll(() => rooms.chair.meeting.phase.status).toBe('open');
  expectNoComplaints(host, guest);
});
