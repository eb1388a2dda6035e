/** The minutes in a real room: written beside the facts, read out, corrected, locked, signed, opened again, and kept after the close. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, expectNoAxeViolationsInAnyLook } from '../harness/axe';
import { phone } from '../harness/browser';
import { answer, plainRule, seatVoter } from '../harness/coalition';
import { Person } from '../harness/person';
import { frozenDecision } from '../harness/wording';
import { expectNoComplaints, namelessControls, Rooms } from './in-room';
import { button, chooseMore, shows } from './walk';

const rooms = Rooms.of('minutes');
const wording = 'Rumah guru di Batu Ampar Hulu dikerjakan lebih dahulu.';

/** Someone who comes by the code and is made the secretary. */
async function seatSecretary(): Promise<Person> {
  const { chair, code, meetingId } = rooms.here;
  const person = new Person(rooms.server.url);
  const { personId } = answer<{ personId: string }>(await person.come(code, 'Sari Dewi'), 201);
  await chair.do({ type: 'seat.change', personId, partnerId: null, roles: ['secretary'], votes: false });
  await person.join(meetingId);
  return person;
}

/** An agenda of its usual items, opened and adopted, a decision agreed to. */
async function decided(voters: readonly Person[]): Promise<void> {
  const { chair } = rooms;
  await chair.do({ type: 'meeting.open' });
  const decisionId = await frozenDecision(chair, plainRule, wording);
  await chair.do({ type: 'poll.open', decisionId });
  const pollId = Object.keys(chair.meeting.polls)[0] ?? '';
  const agree = {
    kind: 'consent' as const,
    answer: 'agree' as const,
    note: '',
    acceptableIf: '',
    until: null,
    viaSecretary: false,
  };
  for (const voter of voters) expect(await voter.vote(pollId, agree)).toMatchObject({ ok: true });
  await chair.do({ type: 'poll.close', pollId });
  await chair.do({ type: 'decision.decide', decisionId, outcome: 'decided', statement: 'Kita sepakat.' });
}

test('minutes are written, corrected, locked and signed by those in the room', async () => {
  const [guru, scribe] = [
    await seatVoter(rooms.here, rooms.server.url, 'Guru SDN 07', 1),
    await seatSecretary(),
  ];
  await decided([guru]);
  const host = await rooms.sit(rooms.chair, 'host');
  const secretary = await rooms.sit(scribe, 'secretary');
  const participant = await rooms.sit(guru, 'participant', phone);
  const pages = [host.page, secretary.page, participant.page];
  await chooseMore(host.page, 'Notulen ke panggung');
  for (const page of pages) await page.getByRole('heading', { level: 1, name: 'Notulen' }).waitFor();
  await shows(participant.page, wording);

  await button(secretary.page, 'Tulis penjelasan: Pembuka').click();
  await secretary.page.locator('.editor:focus').waitFor();
  await secretary.page.keyboard.type('Dibuka dengan doa.');
  await shows(participant.page, 'Dibuka dengan doa.');
  await host.shot('draft');
  await secretary.shot('draft');
  await participant.shot('draft');
  expect(await namelessControls(secretary.page)).toEqual([]);
  await expectNoAxeViolationsInAnyLook(secretary.page, 'minutes being written');
  await expectNoAxeViolationsInAnyLook(participant.page, 'minutes being read');

  await button(host.page, 'Bacakan').click();
  await host.shot('aloud');
  await expectNoAxeViolations(host.page, 'minutes read out');
  await button(host.page, 'Selesai membacakan').click();

  await participant.page.getByRole('button', { name: 'Usulkan pembetulan', exact: true }).click();
  await participant.page.getByLabel('Apa yang perlu dibetulkan').fill('Koperasi hadir dua orang.');
  await participant.shot('asking');
  await expectNoAxeViolationsInAnyLook(participant.page, 'asking for a correction');
  await button(participant.page, 'Kirim pembetulan').click();
  await shows(secretary.page, 'Koperasi hadir dua orang.');
  await shows(secretary.page, /Guru SDN 07 \(Komite Sekolah\)/);
  await secretary.page.locator('#minutes-corrections').scrollIntoViewIfNeeded();
  await secretary.shot('correction');
  await expectNoAxeViolations(secretary.page, 'a correction to answer');
  await button(secretary.page, 'Terima pembetulan').click();
  await shows(participant.page, /Seluruh notulen, diterima/);

  await button(secretary.page, 'Kunci notulen').click();
  for (const page of pages) await shows(page, /^Versi 1, dikunci/);
  await shows(participant.page, 'Dibuka dengan doa.');
  expect(await secretary.page.locator('.minutes .editor').count()).toBe(0);
  await host.page.locator('#minutes-signatures').scrollIntoViewIfNeeded();
  await host.shot('locked');
  await expectNoAxeViolationsInAnyLook(host.page, 'minutes to sign');
  await button(host.page, 'Tanda tangani sebagai pimpinan').click();
  await button(secretary.page, 'Tanda tangani sebagai sekretaris').click();
  await button(participant.page, 'Tanda tangani sebagai wakil peserta').click();
  for (const page of pages) {
    await shows(page, 'Ditandatangani pimpinan dan sekretaris');
    await expect.poll(() => page.locator('.signatures .signed').count()).toBe(3);
    await page.locator('#minutes-signatures').scrollIntoViewIfNeeded();
  }
  await host.shot('signed');
  await participant.shot('signed');
  await expectNoAxeViolationsInAnyLook(participant.page, 'signed minutes');

  await secretary.page.getByText('Buka kunci notulen …').click();
  await secretary.page.getByLabel('Apa yang perlu diubah').fill('Nama desa keliru.');
  await button(secretary.page, 'Buka sebagai versi baru').click();
  for (const page of pages) await shows(page, 'Rancangan versi 2, sedang ditulis');
  await shows(participant.page, /dibuka lagi: Nama desa keliru/);
  await shows(participant.page, 'tidak berlaku lagi');
  await secretary.page.locator('#minutes-earlier').scrollIntoViewIfNeeded();
  await secretary.shot('opened-again');
  await expectNoAxeViolations(secretary.page, 'minutes opened again');

  await button(secretary.page, 'Kunci notulen').click();
  await button(host.page, 'Tanda tangani sebagai pimpinan').click();
  await button(secretary.page, 'Tanda tangani sebagai sekretaris').click();
  await rooms.chair.do({ type: 'meeting.close' });
  await shows(participant.page, 'Terima kasih. Ini hasil kita bersama.');
  await participant.shot('closed');
  await expectNoAxeViolations(participant.page, 'closed, with minutes');
  expect(
    await participant.page.getByRole('link', { name: 'Notulen untuk dicetak' }).getAttribute('href'),
  ).toBe(`/api/meetings/${rooms.here.meetingId}/minutes.html?lang=id`);
  await button(participant.page, 'Baca notulen').click();
  await shows(participant.page, 'Notulen ini sudah tetap dan tidak berubah lagi.');
  await shows(participant.page, 'Dibuka dengan doa.');
  await host.page.emulateMedia({ colorScheme: 'dark' });
  await button(host.page, 'Baca notulen').click();
  await shows(host.page, wording);
  await host.shot('final-dark');
  expectNoComplaints(host, secretary, participant);
});
