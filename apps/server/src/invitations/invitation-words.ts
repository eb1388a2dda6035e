/** The words of an invitation, in each language of the record; its order is that of an Indonesian undangan. */
import type { Language } from '@mufakat/protocol';

export interface InvitationWords {
  locale: string;
  subject: (title: string, day: string) => string;
  to: (coalition: string) => string;
  matter: (title: string) => string;
  greeting: string;
  asks: string;
  /** Labels of the facts. */
  facts: { day: string; time: string; place: string; call: string; matter: string };
  until: (start: string, end: string, zone: string) => string;
  from: (start: string, zone: string) => string;
  online: string;
  placeOr: (place: string) => string;
  agenda: string;
  minutes: (minutes: number) => string;
  noAgenda: string;
  wayIn: string;
  link: (url: string) => string;
  code: (code: string, address: string) => string;
  noAccount: string;
  noCode: string;
  mandate: string;
  thanks: string;
  regards: string;
  file: string;
}

const id: InvitationWords = {
  locale: 'id-ID',
  subject: (title, day) => `Undangan: ${title}, ${day}`,
  to: (coalition) => `Kepada Yth.\nBapak/Ibu utusan mitra ${coalition}`,
  matter: (title) => `Hal: Undangan ${title}`,
  greeting: 'Dengan hormat,',
  asks: 'Kami mengundang Bapak/Ibu untuk hadir pada:',
  facts: { day: 'Hari, tanggal', time: 'Waktu', place: 'Tempat', call: 'Sambungan suara', matter: 'Acara' },
  until: (start, end, zone) => `pukul ${start} s.d. ${end} ${zone}`,
  from: (start, zone) => `pukul ${start} ${zone} sampai selesai`,
  online: 'daring, lewat tautan di bawah ini',
  placeOr: (place) => `${place}, atau daring lewat tautan di bawah ini`,
  agenda: 'Susunan acara',
  minutes: (minutes) => `${minutes} menit`,
  noAgenda: 'Susunan acara ditulis bersama; usulan boleh dikirim sebelum musyawarah.',
  wayIn: 'Cara hadir',
  link: (url) => `Buka ${url}`,
  code: (code, address) => `atau buka ${address} dan ketik kode ${code}.`,
  noAccount: 'Cukup ponsel atau laptop; tidak perlu membuat akun.',
  noCode: 'Tautan dan kode masuk kami kirimkan menyusul.',
  mandate:
    'Mohon membawa mandat lembaga (surat tugas bila ada): apakah Bapak/Ibu boleh ikut memutuskan, atau perlu bertanya dulu.',
  thanks: 'Atas perhatian dan kehadiran Bapak/Ibu, kami ucapkan terima kasih.',
  regards: 'Hormat kami,',
  file: 'undangan',
};

const en: InvitationWords = {
  locale: 'en-GB',
  subject: (title, day) => `Invitation: ${title}, ${day}`,
  to: (coalition) => `To the delegates of the partners of ${coalition}`,
  matter: (title) => `Re: Invitation to ${title}`,
  greeting: 'Dear partners,',
  asks: 'We invite you to:',
  facts: { day: 'Day', time: 'Time', place: 'Place', call: 'Call', matter: 'Meeting' },
  until: (start, end, zone) => `${start} to ${end} ${zone}`,
  from: (start, zone) => `from ${start} ${zone}`,
  online: 'online, by the link below',
  placeOr: (place) => `${place}, or online by the link below`,
  agenda: 'Agenda',
  minutes: (minutes) => `${minutes} min`,
  noAgenda: 'The agenda is written together; send your proposals before the meeting.',
  wayIn: 'How to come in',
  link: (url) => `Open ${url}`,
  code: (code, address) => `or open ${address} and type the code ${code}.`,
  noAccount: 'A phone or a laptop is enough; no account is needed.',
  noCode: 'The link and the code will follow.',
  mandate:
    'Please bring your organisation’s mandate (in writing where there is one): may you take part in decisions, or must you ask first?',
  thanks: 'Thank you for your time and your presence.',
  regards: 'With kind regards,',
  file: 'invitation',
};

export const invitationWords: Readonly<Record<Language, InvitationWords>> = { id, en };
