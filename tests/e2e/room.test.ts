/** Questions, votes and seats as people meet them in the room, in real Chromium. */
import { expect, test } from 'vitest';
import { phone } from '../harness/browser';
import { plainRule, seatVoter } from '../harness/coalition';
import { issueLink, seatByLink } from '../harness/seats';
import { frozenDecision } from '../harness/wording';
import { expectNoComplaints, namelessControls, Rooms } from './in-room';
import { answer, button, shows } from './walk';

const rooms = Rooms.of('room');

test('acclamation: silence agrees, anyone may have it counted, and an objection stands', async () => {
  const delegate = await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']);
  const rule = { ...plainRule, ladder: ['acclamation' as const, 'consent' as const, 'vote' as const] };
  await rooms.chair.do({ type: 'meeting.open' });
  const first = await frozenDecision(rooms.chair, rule, 'Tata tertib dibacakan dan berlaku.');
  await rooms.toStage(first);
  const host = await rooms.sit(rooms.chair, 'host');
  const guest = await rooms.sit(delegate, 'delegate', phone);
  await button(host.page, 'Tanyakan mufakat').click();
  await shows(guest.page, 'diam berarti setuju');
  expect(await guest.page.getByRole('dialog').isVisible()).toBe(false);
  await guest.shot('acclamation');
  await button(host.page, 'Tidak ada yang keberatan, tutup').click();
  await button(host.page, 'Nyatakan mufakat').click();
  await shows(guest.page, 'Disepakati bersama, tanpa keberatan');
  await host.shot('acclaimed');

  const second = await frozenDecision(rooms.chair, rule, 'Rumah guru dikerjakan lebih dahulu.');
  await rooms.toStage(second);
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
  const delegate = await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1, ['delegate']);
  const participant = await seatVoter(rooms.here, rooms.server.url, 'Sari', 1);
  await rooms.chair.do({ type: 'meeting.open' });
  const rule = { ...plainRule, ladder: ['vote' as const] };
  const decisionId = await frozenDecision(rooms.chair, rule, 'Koperasi menyediakan semen.', 'partner');
  await rooms.toStage(decisionId);
  const host = await rooms.sit(rooms.chair, 'host');
  const voter = await rooms.sit(delegate, 'delegate');
  const looker = await rooms.sit(participant, 'participant', phone);
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
  expect(await namelessControls(voter.page)).toEqual([]);
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
  const seat = { name: 'Sari', roles, partnerId: rooms.here.partners[2] ?? null, votes: true };
  const person = await seatByLink(rooms.here, seat);
  await rooms.chair.do({ type: 'meeting.open' });
  const host = await rooms.sit(rooms.chair, 'host');
  const sari = await rooms.sit(person, 'sari', phone);
  await button(sari.page, 'Tambah acara').click();

  await button(host.page, 'Tempat: Sari').click();
  const dialog = host.page.getByRole('dialog');
  await dialog.getByLabel('Mitra').selectOption({ label: 'LH · Yayasan Lentera Hulu' });
  await button(dialog, 'Simpan tempat').click();
  await sari.page.locator('.toast', { hasText: 'Tempat Anda berubah' }).waitFor();
  await sari.shot('seat-changed');
  expect(await namelessControls(sari.page)).toEqual([]);
  const [notice, bar] = [
    await sari.page.locator('.toast').boundingBox(),
    await sari.page.locator('.barfoot').boundingBox(),
  ];
  expect((notice?.y ?? 0) + (notice?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
  await sari.page.locator('.toast').waitFor({ state: 'hidden' });

  await rooms.chair.do({
    type: 'seat.change',
    personId: person.you,
    partnerId: null,
    roles: ['guest'],
    votes: false,
  });
  await shows(sari.page, 'Anda membaca dari sini.');
  expect(await button(sari.page, 'Tambah acara').count()).toBe(0);

  const old = await issueLink(rooms.here, person.you);
  const link = await issueLink(rooms.here, person.you);
  const stranger = await rooms.stranger('stranger', phone);
  await stranger.page.goto(`${rooms.server.url}/l#${old}`);
  await stranger.page.getByRole('heading', { level: 1, name: 'Tautan ini tidak membuka apa-apa' }).waitFor();
  await stranger.shot('old-link');
  await stranger.page.goto(`${rooms.server.url}/l#${link}`);
  await stranger.page.waitForURL(/\/m\//);
  await rooms.chair.do({ type: 'link.revoke', personId: person.you });
  const late = await rooms.stranger('late', phone);
  await late.page.goto(`${rooms.server.url}/l#${link}`);
  await late.page.getByRole('heading', { level: 1, name: 'Tautan ini tidak membuka apa-apa' }).waitFor();
  await rooms.chair.do({ type: 'door.open', hours: 1 });
  await late.page.goto(`${rooms.server.url}/join#${rooms.here.code}`);
  await shows(late.page, /[Kk]ode ini/);
  await late.shot('old-code');

  // A link that is taken back takes every device out that came by it; a new one lets her in again.
  await shows(sari.page, 'Anda tidak berada di ruang ini');
  const again = await issueLink(rooms.here, person.you);
  await sari.page.goto(`${rooms.server.url}/l#${again}`);
  await sari.page.waitForURL(/\/m\//);
  await button(host.page, 'Tempat: Sari').click();
  await button(dialog, 'Keluarkan dari musyawarah …').click();
  await button(dialog, 'Keluarkan').click();
  await shows(sari.page, 'Anda sudah tidak berada di musyawarah ini');
  await sari.shot('removed');
  expectNoComplaints(host, sari);
});
