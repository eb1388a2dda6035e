import { expect, test } from 'vitest';
import { calendarEventOf, emailOf, type Invitation } from './invitation';

const invitation: Invitation = {
  meetingId: 'AAAAAAAAAAAAAAAAAAAAAA',
  language: 'id',
  title: 'Musyawarah Prioritas',
  coalition: 'Forum Sekolah Terpencil',
  host: 'Ibu Ratna Wulandari',
  startsAt: Date.parse('2026-12-01T02:00:00Z'),
  timeZone: 'Asia/Makassar',
  place: '',
  callUrl: '',
  items: [
    { id: 'A', title: 'Pembukaan', kind: 'opening', minutes: 10, presenter: '' },
    { id: 'B', title: 'Rumah guru', kind: 'decision', minutes: 80, presenter: '' },
  ],
  url: 'https://mufakat.example/join#BCDFGH',
  joinAddress: 'mufakat.example/join',
  code: 'BCDFGH',
};

test('the e-mail has all that an undangan has, in the meeting’s language and zone', () => {
  const { subject, body } = emailOf(invitation);
  expect(subject).toBe('Undangan: Musyawarah Prioritas, Selasa, 1 Desember 2026');
  expect(body).toBe(`Kepada Yth.
Bapak/Ibu utusan mitra Forum Sekolah Terpencil

Hal: Undangan Musyawarah Prioritas

Dengan hormat,
Kami mengundang Bapak/Ibu untuk hadir pada:

Acara: Musyawarah Prioritas
Hari, tanggal: Selasa, 1 Desember 2026
Waktu: pukul 10.00 s.d. 11.30 WITA
Tempat: daring, lewat tautan di bawah ini

Susunan acara
10.00  Pembukaan (10 menit)
10.10  Rumah guru (80 menit)

Cara hadir
Buka https://mufakat.example/join#BCDFGH
atau buka mufakat.example/join dan ketik kode BCD FGH.
Cukup ponsel atau laptop; tidak perlu membuat akun.

Mohon membawa mandat lembaga (surat tugas bila ada): apakah Bapak/Ibu boleh ikut memutuskan, atau perlu bertanya dulu.

Atas perhatian dan kehadiran Bapak/Ibu, kami ucapkan terima kasih.

Hormat kami,
Ibu Ratna Wulandari
Forum Sekolah Terpencil`);
});

test('in English, elsewhere, without an agenda or a code, it promises neither', () => {
  const { subject, body } = emailOf({
    ...invitation,
    language: 'en',
    timeZone: 'Europe/Oslo',
    items: [],
    code: null,
    url: 'https://mufakat.example/m/AAAAAAAAAAAAAAAAAAAAAA',
  });
  expect(subject).toMatch(/^Invitation: Musyawarah Prioritas, Tuesday,? 1 December 2026$/);
  expect(body).toMatch(/^Time: from 03:00 CET$/m);
  expect(body).toContain('The agenda is written together');
  expect(body).toContain('The link and the code will follow.');
  expect(body).not.toContain('/m/');
});

test('the calendar entry lasts as long as the agenda, or two hours', () => {
  const event = calendarEventOf(invitation, { sequence: 7, now: 0 });
  expect(event).toMatchObject({
    uid: 'AAAAAAAAAAAAAAAAAAAAAA@mufakat',
    sequence: 7,
    start: invitation.startsAt,
    end: invitation.startsAt + 90 * 60_000,
    url: invitation.url,
  });
  expect(event.description).toContain('10.10  Rumah guru (80 menit)');
  expect(event.description).toContain('BCD FGH');
  const empty = calendarEventOf({ ...invitation, items: [] }, { sequence: 7, now: 0 });
  expect(empty.end - empty.start).toBe(120 * 60_000);
});

test('names the place and the call where there are any, the place also in the calendar', () => {
  const at = { ...invitation, place: 'Balai Desa Batu Ampar Hulu', callUrl: 'https://meet.example/forum' };
  const { body } = emailOf(at);
  expect(body).toContain(
    'Tempat: Balai Desa Batu Ampar Hulu, atau daring lewat tautan di bawah ini\nSambungan suara: https://meet.example/forum',
  );
  const event = calendarEventOf(at, { sequence: 3, now: 0 });
  expect(event.location).toBe('Balai Desa Batu Ampar Hulu');
  expect(event.description).toContain('Sambungan suara: https://meet.example/forum');
  expect(calendarEventOf(invitation, { sequence: 3, now: 0 }).location).toBe(invitation.url);
});
