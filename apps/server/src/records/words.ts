/** The words of the record's plain page, in each language. Rules and results are worded by packages/tally, terms by packages/minutes. */
import { paperTerms, type PaperTerms } from '@mufakat/minutes';
import type { Language } from '@mufakat/protocol';

export interface RecordWords {
  record: string;
  draft: string;
  when: string;
  place: string;
  venue: string;
  closed: string;
  notYet: string;
  attendance: string;
  attendanceOf: (came: number, invited: number) => string;
  columns: {
    no: string;
    name: string;
    partner: string;
    chamber: string;
    seat: string;
    item: string;
    time: string;
    minutes: string;
  };
  agenda: string;
  noAgenda: string;
  kinds: PaperTerms['itemKinds'];
  roles: PaperTerms['roles'];
  decisions: string;
  noDecisions: string;
  wording: (version: number) => string;
  fingerprint: string;
  rule: string;
  result: string;
  rungs: PaperTerms['rungs'];
  round: (n: number) => string;
  remarks: string;
  remark: PaperTerms['remark'];
  viaSecretary: string;
  acceptableIf: string;
  until: string;
  votes: string;
  choices: Readonly<Record<'yes' | 'no' | 'abstain' | 'blank', string>>;
  descended: (from: string, to: string) => string;
  reopened: string;
  countVoided: string;
  lot: string;
  lotHash: string;
  secondCall: string;
  /** What was done after a count that lacked its quorum; `until` is a day and an hour. */
  quorumSteps: Readonly<Record<'wait' | 'reconvene' | 'proceed', (until: string) => string>>;
  outcome: PaperTerms['outcome'];
  onRung: string;
  proposals: string;
  erased: string;
  chain: string;
  chainHelp: string;
  events: (n: number) => string;
  paper: string;
}

const id: RecordWords = {
  record: 'Catatan musyawarah',
  draft: 'Musyawarah belum ditutup; catatan ini masih berjalan.',
  when: 'Waktu',
  place: 'Forum',
  venue: 'Tempat',
  closed: 'Ditutup',
  notYet: 'belum',
  attendance: 'Daftar hadir',
  attendanceOf: (came, invited) => `${came} orang hadir dari ${invited} undangan.`,
  columns: {
    no: 'No',
    name: 'Nama',
    partner: 'Mitra',
    chamber: 'Unsur',
    seat: 'Peran',
    item: 'Acara',
    time: 'Pukul',
    minutes: 'Menit',
  },
  agenda: 'Susunan acara',
  noAgenda: 'Susunan acara belum disepakati.',
  kinds: paperTerms.id.itemKinds,
  roles: paperTerms.id.roles,
  decisions: 'Keputusan',
  noDecisions: 'Tidak ada keputusan yang dibahas.',
  wording: (version) => `Rumusan ${version}, dikunci`,
  fingerprint: 'Sidik',
  rule: 'Ketentuan',
  result: 'Hasil',
  rungs: paperTerms.id.rungs,
  round: (n) => `putaran ${n}`,
  remarks: 'Catatan dan keberatan yang tetap bersama keputusan',
  remark: paperTerms.id.remark,
  viaSecretary: 'lewat notulis, mitra tidak disebut',
  acceptableIf: 'Bisa diterima bila',
  until: 'dijawab paling lambat',
  votes: 'Suara',
  choices: { yes: 'setuju', no: 'tidak setuju', abstain: 'abstain', blank: 'kosong' },
  countVoided: 'Hitungan ini dibatalkan',
  lot: 'Benih undian:',
  lotHash: 'SHA-256 yang diumumkan sebelum pemungutan suara:',
  secondCall: 'Tanpa kuorum: panggilan kedua',
  quorumSteps: {
    wait: (until) => `Kuorum belum tercapai; ditunggu sampai ${until}.`,
    reconvene: (until) => `Kuorum belum tercapai; dipanggil lagi untuk ${until}.`,
    proceed: () => 'Kuorum belum tercapai; dilanjutkan dengan yang hadir, sebagai panggilan kedua.',
  },
  reopened: 'Kunci rumusan dibuka lagi, karena',
  descended: (from, to) => `Dari ${from} turun ke ${to}, karena`,
  outcome: paperTerms.id.outcome,
  onRung: 'Diputuskan pada langkah',
  proposals: 'Usulan perubahan yang menyusul',
  erased: '[dihapus]',
  chain: 'Keaslian catatan',
  chainHelp:
    'Bandingkan delapan kata ini dengan yang dibacakan saat penutupan. Berkas JSON dapat diperiksa tanpa server: mufakat verify BERKAS.',
  events: (n) => `${n} peristiwa`,
  paper: 'Salinan kertas tidak dapat dihapus kemudian.',
};

const en: RecordWords = {
  record: 'Record of the meeting',
  draft: 'The meeting is not closed yet; this record is still growing.',
  when: 'When',
  place: 'Coalition',
  venue: 'Place',
  closed: 'Closed',
  notYet: 'not yet',
  attendance: 'Attendance list',
  attendanceOf: (came, invited) => `${came} people came, of ${invited} invited.`,
  columns: {
    no: 'No',
    name: 'Name',
    partner: 'Partner',
    chamber: 'Unsur',
    seat: 'Role',
    item: 'Item',
    time: 'Time',
    minutes: 'Minutes',
  },
  agenda: 'Agenda',
  noAgenda: 'No agenda was adopted.',
  kinds: paperTerms.en.itemKinds,
  roles: paperTerms.en.roles,
  decisions: 'Decisions',
  noDecisions: 'No decision was before the meeting.',
  wording: (version) => `Wording ${version}, locked`,
  fingerprint: 'Fingerprint',
  rule: 'Rule',
  result: 'Result',
  rungs: paperTerms.en.rungs,
  round: (n) => `round ${n}`,
  remarks: 'Notes and objections that stay beside the decision',
  remark: paperTerms.en.remark,
  viaSecretary: 'through the secretary, partner not named',
  acceptableIf: 'Acceptable if',
  until: 'to be answered by',
  votes: 'Votes',
  choices: { yes: 'yes', no: 'no', abstain: 'abstain', blank: 'blank' },
  countVoided: 'This count was made void',
  lot: 'Seed of the lot:',
  lotHash: 'SHA-256 told before the vote:',
  secondCall: 'Without a quorum: second call',
  quorumSteps: {
    wait: (until) => `The quorum was not met; the meeting waited until ${until}.`,
    reconvene: (until) => `The quorum was not met; the meeting was called again for ${until}.`,
    proceed: () => 'The quorum was not met; those here went on, as the second call.',
  },
  reopened: 'The wording was unlocked again, because',
  descended: (from, to) => `From ${from} down to ${to}, because`,
  outcome: paperTerms.en.outcome,
  onRung: 'Decided on the step',
  proposals: 'Proposals that came after',
  erased: '[erased]',
  chain: 'Is this record genuine?',
  chainHelp:
    'Compare these eight words with those read out at the close. The JSON file can be checked without a server: mufakat verify FILE.',
  events: (n) => `${n} events`,
  paper: 'Paper copies cannot be erased later.',
};

export const recordWords: Readonly<Record<Language, RecordWords>> = { id, en };
