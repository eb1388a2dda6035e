/** Every sentence that the program says, once per language; one that is missing does not compile. */
import type { ProblemCode } from '@mufakat/record';
import type { RecountState } from './recount';

export type Lang = 'id' | 'en';

export type Messages = {
  help: string;
  noCommand: string;
  unknownCommand: (name: string) => string;
  unknownLang: (lang: string) => string;
  badArguments: (why: string) => string;
  noFiles: string;
  noTarget: string;
  noBackup: string;
  noServeWords: string;
  noServer: string;
  unreadable: (file: string, why: string) => string;
  verified: (file: string) => string;
  notVerified: (file: string) => string;
  events: (n: number) => string;
  head: (words: string) => string;
  erased: (n: number) => string;
  hidden: (n: number) => string;
  poll: (pollId: string, seq: number, state: RecountState) => string;
  place: (seq: number | null) => string;
  problem: Record<ProblemCode | 'not_utf8' | 'recount', string>;
};

const en: Messages = {
  help: `mufakat: checks records of meetings, counts elections, runs a server and keeps its data

  mufakat verify FILE…             does each record verify, and do its polls come to the same result?
  mufakat tally FILE…              counts elections (JSON, BLT or a table; - for standard input)
  mufakat serve                    runs the server until it is told to stop
  mufakat backup TARGET            copies the data, also while a server runs, into a new folder
  mufakat restore BACKUP FOLDER    puts a backup into an empty folder, once every record in it verifies

  --data FOLDER                    the data folder of serve and backup; otherwise DATA_DIR, otherwise ./data
  --json                           the answer of verify or tally as JSON; of tally one object a line and file
  --method NAME                    how tally counts, instead of what the file says: plurality, approval, score, dots, quadratic, irv,
                                   stv-scottish, stv-meek, schulze, ranked-pairs, borda, star, majority-judgment, temperature
  --seats N                        how many are elected
  --strength margins|winning       how Schulze and ranked pairs measure a majority
  --tie-break ORDER                which candidate wins a tie: candidate-order, none, or every number once, as 3,1,2
  --lang id|en                     language; otherwise that of LANG
  --help, --version

Exit code: 0 all is well, 1 something does not verify, 2 it could not be done or the command not be understood.
`,
  noCommand: 'Say what to do: mufakat verify FILE…, or mufakat --help.',
  unknownCommand: (name) =>
    `There is no command "${name}"; there are: verify, tally, serve, backup, restore.`,
  unknownLang: (lang) => `There is no language "${lang}"; there are: --lang id, --lang en.`,
  badArguments: (why) => `${why.replace(/\.?\s*$/, '')}. Help: mufakat --help`,
  noFiles: 'Say which record: mufakat verify FILE…',
  noTarget: 'Say where to: mufakat backup TARGET, a folder that is not there yet.',
  noBackup: 'Say what and where to: mufakat restore BACKUP FOLDER, an empty folder.',
  noServeWords: 'The server takes its settings from the environment: mufakat serve [--data FOLDER].',
  noServer: 'The server is not built beside this program; this command needs it.',
  unreadable: (file, why) => `${file}: cannot be read (${why})`,
  verified: (file) => `${file}: verified`,
  notVerified: (file) => `${file}: does not verify`,
  events: (n) => `  events: ${n}`,
  head: (words) => `  head: ${words}`,
  erased: (n) => `  erased texts: ${n}`,
  hidden: (n) => `  events not shown to the reader of this copy: ${n}`,
  poll: (pollId, seq, state) => `  poll ${pollId} (event ${seq}): ${recounted.en[state]}`,
  place: (seq) => (seq === null ? 'file' : `event ${seq}`),
  problem: {
    not_json: 'it is not JSON',
    not_utf8: 'it is not UTF-8',
    unfit: 'it is nested too deep, or holds a number without end',
    not_canonical: 'it is not written in its canonical form',
    shape: 'it is not a record of a meeting',
    event_shape: 'it is not an event',
    box_shape: 'a ballot box is none',
    digest: 'the digest does not fit the content',
    seq: 'another event should stand here',
    prev: 'it does not follow the event before it',
    leaf: 'its content is not what was sealed',
    head: 'the head is not that of the last event',
    opening_unknown: 'a text is laid beside it that was never sealed',
    opening_wrong: 'a text is not the one that was sealed',
    box_missing: 'the ballot box of this poll is not in the file',
    box_wrong: 'the ballots are not those that were counted',
    box_unsorted: 'the ballots are not in their order',
    box_stray: 'a ballot box belongs to no poll that was closed',
    text_wrong: 'the frozen text does not fit its hash',
    minutes_wrong: 'the minutes were not made from the record before them',
    recount: 'the ballots come to another result than the one recorded',
  },
};

const id: Messages = {
  help: `mufakat: memeriksa catatan musyawarah, menghitung suara, menjalankan server, dan menjaga datanya

  mufakat verify BERKAS…            apakah tiap catatan utuh, dan apakah hasil penghitungannya sama?
  mufakat tally BERKAS…             menghitung pemilihan (JSON, BLT, atau tabel; - untuk masukan baku)
  mufakat serve                     menjalankan server sampai dihentikan
  mufakat backup TUJUAN             menyalin data ke folder baru, juga saat server berjalan
  mufakat restore CADANGAN FOLDER   memulihkan cadangan ke folder kosong, kalau semua catatannya utuh

  --data FOLDER                     folder data untuk serve dan backup; kalau tidak disebut, DATA_DIR, lalu ./data
  --json                            jawaban verify atau tally sebagai JSON; dari tally satu objek per baris dan berkas
  --method NAMA                     cara tally menghitung, sebagai ganti yang disebut berkas: plurality, approval, score, dots, quadratic,
                                    irv, stv-scottish, stv-meek, schulze, ranked-pairs, borda, star, majority-judgment, temperature
  --seats N                         berapa yang dipilih
  --strength margins|winning        cara Schulze dan pasangan berperingkat mengukur mayoritas
  --tie-break URUTAN                siapa yang menang bila seri: candidate-order, none, atau setiap nomor satu kali, misalnya 3,1,2
  --lang id|en                      bahasa; kalau tidak disebut, menurut LANG
  --help, --version

Kode keluar: 0 semua baik, 1 ada yang tidak utuh, 2 tidak dapat dikerjakan atau perintahnya tidak dimengerti.
`,
  noCommand: 'Sebutkan perintahnya: mufakat verify BERKAS…, atau mufakat --help.',
  unknownCommand: (name) => `Tidak ada perintah "${name}"; yang ada: verify, tally, serve, backup, restore.`,
  unknownLang: (lang) => `Tidak ada bahasa "${lang}"; yang ada: --lang id, --lang en.`,
  badArguments: (why) => `${why.replace(/\.?\s*$/, '')}. Bantuan: mufakat --help`,
  noFiles: 'Sebutkan catatannya: mufakat verify BERKAS…',
  noTarget: 'Sebutkan tujuannya: mufakat backup TUJUAN, folder yang belum ada.',
  noBackup: 'Sebutkan cadangan dan tujuannya: mufakat restore CADANGAN FOLDER, folder yang kosong.',
  noServeWords: 'Server membaca pengaturannya dari lingkungan: mufakat serve [--data FOLDER].',
  noServer: 'Server belum dibangun di samping program ini; perintah ini memerlukannya.',
  unreadable: (file, why) => `${file}: tidak terbaca (${why})`,
  verified: (file) => `${file}: utuh`,
  notVerified: (file) => `${file}: tidak utuh`,
  events: (n) => `  peristiwa: ${n}`,
  head: (words) => `  kepala: ${words}`,
  erased: (n) => `  teks yang dihapus: ${n}`,
  hidden: (n) => `  peristiwa yang tidak ditampilkan pada salinan ini: ${n}`,
  poll: (pollId, seq, state) => `  pemungutan suara ${pollId} (peristiwa ${seq}): ${recounted.id[state]}`,
  place: (seq) => (seq === null ? 'berkas' : `peristiwa ${seq}`),
  problem: {
    not_json: 'bukan JSON',
    not_utf8: 'bukan UTF-8',
    unfit: 'bersarang terlalu dalam, atau berisi angka tanpa batas',
    not_canonical: 'tidak ditulis dalam bentuk bakunya',
    shape: 'bukan catatan musyawarah',
    event_shape: 'bukan peristiwa',
    box_shape: 'ada kotak suara yang bukan kotak suara',
    digest: 'sidik isinya tidak cocok',
    seq: 'seharusnya peristiwa lain ada di sini',
    prev: 'tidak menyambung peristiwa sebelumnya',
    leaf: 'isinya bukan yang dahulu dikunci',
    head: 'kepala catatan bukan kepala peristiwa terakhir',
    opening_unknown: 'ada teks yang tidak pernah dikunci',
    opening_wrong: 'ada teks yang bukan teks yang dikunci',
    box_missing: 'kotak suaranya tidak ada dalam berkas',
    box_wrong: 'surat suaranya bukan yang dahulu dihitung',
    box_unsorted: 'surat suaranya tidak menurut urutannya',
    box_stray: 'ada kotak suara tanpa pemungutan suara',
    text_wrong: 'naskah terkunci tidak cocok dengan sidiknya',
    minutes_wrong: 'berita acara tidak dibuat dari catatan sebelumnya',
    recount: 'hasil hitung ulang berbeda dari yang tercatat',
  },
};

const recounted: Record<Lang, Record<RecountState, string>> = {
  en: {
    same: 'recounted, same result',
    'same-numbers': 'answers recounted, same numbers',
    differs: 'recounted, another result',
    'not-possible': 'not recounted',
  },
  id: {
    same: 'dihitung ulang, hasilnya sama',
    'same-numbers': 'jawaban dihitung ulang, jumlahnya sama',
    differs: 'dihitung ulang, hasilnya berbeda',
    'not-possible': 'tidak dihitung ulang',
  },
};

export const messages: Record<Lang, Messages> = { id, en };
