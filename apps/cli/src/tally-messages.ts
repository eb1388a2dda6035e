/** Every sentence of `mufakat tally`, once per language; one that is missing does not compile. */
import type { CountProblemCode, ElectionProblem, Method, TieBreak } from '@mufakat/tally';
import type { Lang } from './messages';

type ElectionProblemCode = ElectionProblem['code'];

export type TallyMessages = {
  noFiles: string;
  badSeats: (found: string) => string;
  badStrength: (found: string) => string;
  badTieBreak: (found: string) => string;
  bad: (file: string, sentence: string) => string;
  tooLarge: string;
  unreadable: (why: string) => string;
  notText: (line: number, column: number) => string;
  count: Record<CountProblemCode, (found: string) => string>;
  ballot: (n: number) => string;
  election: Record<ElectionProblemCode, string>;
  method: Record<Method, string>;
  facts: (seats: number, options: number, ballots: number, blank: number) => string;
  quota: (quota: string) => string;
  elected: string;
  nobody: string;
  unfilled: (seats: number, names: string) => string;
  ranking: string;
  round: (n: number) => string;
  points: string;
  share: string;
  mean: string;
  matrix: string;
  exhausted: string;
  nonTransferable: string;
  excess: string;
  quotaRow: string;
  runoff: (a: string, votesA: number, b: string, votesB: number, equal: number) => string;
  condorcet: (name: string) => string;
  tie: (at: TieBreak['at'], round: number | null, names: string) => string;
  lookBack: (round: number, names: string) => string;
  headToHead: (names: string) => string;
  score: (names: string) => string;
  topMarks: (names: string) => string;
  medians: (removed: number, names: string) => string;
  published: (names: string) => string;
  lot: string;
  notProportional: string;
};

const en: TallyMessages = {
  noFiles: 'Say which election: mufakat tally FILE…',
  badSeats: (found) => `--seats is not a whole number from 1: ${found}`,
  badStrength: (found) => `--strength is margins or winning, not ${found}`,
  badTieBreak: (found) => `--tie-break is candidate-order, none, or numbers such as 3,1,2, not ${found}`,
  bad: (file, sentence) => `${file}: ${sentence}`,
  tooLarge: 'the file is too large',
  unreadable: (why) => `cannot be read (${why})`,
  notText: (line, column) => `line ${line}, column ${column}: it is not UTF-8`,
  count: {
    no_method: () => 'the file names no method; say --method',
    unknown_method: (found) => `there is no method "${found}"`,
    needs_marks: (found) => `${found} needs marks, and the ballots rank`,
    several_marks: (found) => `plurality needs one mark a ballot, and one has ${found}`,
    one_seat: (found) => `this method fills one seat, not ${found}`,
    bad_order: () => 'the order for ties does not name every candidate once',
    all_withdrawn: () => 'everyone has withdrawn',
  },
  ballot: (n) => `ballot ${n}`,
  election: {
    no_options: 'nobody stands',
    bad_seats: 'the number of seats does not fit the method',
    bad_tie_order: 'the order for ties does not name every candidate once',
    bad_limits: 'the fields of the method do not fit each other',
    bad_count: 'the number of ballots is not a whole number from 1',
    unknown_option: 'there is no such candidate',
    option_twice: 'a candidate stands here twice',
    wrong_length: 'it does not have a mark for each candidate',
    not_whole: 'a mark is not a whole number',
    below_least: 'a mark is too low',
    above_most: 'a mark is too high',
    too_many_marks: 'too many marks',
    over_budget: 'more is given than there is',
    under_budget: 'not all is given',
    more_than_present: 'more votes than people present',
  },
  method: {
    plurality: 'plurality',
    approval: 'approval',
    score: 'scores',
    dots: 'dots',
    quadratic: 'quadratic voting',
    irv: 'instant runoff',
    'stv-scottish': 'single transferable vote, Scottish rules',
    'stv-meek': 'single transferable vote, Meek',
    schulze: 'Schulze',
    'ranked-pairs': 'ranked pairs',
    borda: 'Borda',
    star: 'STAR',
    'majority-judgment': 'majority judgment',
    temperature: 'temperature check',
    'hand-count': 'hand count',
  },
  facts: (seats, options, ballots, blank) =>
    `seats: ${seats}, candidates: ${options}, ballots: ${ballots}${blank > 0 ? `, of them blank: ${blank}` : ''}`,
  quota: (quota) => `quota: ${quota}`,
  elected: 'elected',
  nobody: 'nobody',
  unfilled: (seats, names) => `seats left empty by a tie: ${seats}, between ${names}`,
  ranking: 'ranking',
  round: (n) => `round ${n}`,
  points: 'votes or points',
  share: 'of ballots',
  mean: 'mean',
  matrix: 'ballots that put the row before the column',
  exhausted: 'exhausted',
  nonTransferable: 'not transferable',
  excess: 'excess',
  quotaRow: 'quota',
  runoff: (a, votesA, b, votesB, equal) => `runoff: ${a} ${votesA}, ${b} ${votesB}, no preference ${equal}`,
  condorcet: (name) => `wins against every other: ${name}`,
  tie: (at, round, names) =>
    `tie ${{ rank: 'for a place', exclusion: 'for going out', surplus: 'for the first surplus', finalists: 'for the runoff', runoff: 'in the runoff' }[at]}${round === null ? '' : ` in round ${round}`}: ${names}`,
  lookBack: (round, names) => `by round ${round}: ${names}`,
  headToHead: (names) => `head to head: ${names}`,
  score: (names) => `by score: ${names}`,
  topMarks: (names) => `by top marks: ${names}`,
  medians: (removed, names) => `medians removed from each: ${removed}: ${names}`,
  published: (names) => `by the published order: ${names}`,
  lot: 'it takes a lot',
  notProportional: 'Not proportional: the largest group can take every seat.',
};

const id: TallyMessages = {
  noFiles: 'Sebutkan pemilihannya: mufakat tally BERKAS…',
  badSeats: (found) => `--seats bukan bilangan bulat mulai dari 1: ${found}`,
  badStrength: (found) => `--strength adalah margins atau winning, bukan ${found}`,
  badTieBreak: (found) =>
    `--tie-break adalah candidate-order, none, atau nomor seperti 3,1,2, bukan ${found}`,
  bad: (file, sentence) => `${file}: ${sentence}`,
  tooLarge: 'berkasnya terlalu besar',
  unreadable: (why) => `tidak terbaca (${why})`,
  notText: (line, column) => `baris ${line}, kolom ${column}: bukan UTF-8`,
  count: {
    no_method: () => 'berkas tidak menyebut caranya; sebutkan dengan --method',
    unknown_method: (found) => `tidak ada cara "${found}"`,
    needs_marks: (found) => `${found} memerlukan nilai, padahal surat suaranya berisi peringkat`,
    several_marks: (found) =>
      `plurality memerlukan satu pilihan tiap surat suara, padahal ada yang berisi ${found}`,
    one_seat: (found) => `cara ini untuk satu kursi, bukan ${found}`,
    bad_order: () => 'urutan untuk suara seri tidak menyebut setiap calon tepat satu kali',
    all_withdrawn: () => 'semua calon mengundurkan diri',
  },
  ballot: (n) => `surat suara ${n}`,
  election: {
    no_options: 'tidak ada calon',
    bad_seats: 'jumlah kursi tidak cocok dengan caranya',
    bad_tie_order: 'urutan untuk suara seri tidak menyebut setiap calon tepat satu kali',
    bad_limits: 'ketentuan caranya tidak cocok satu sama lain',
    bad_count: 'jumlah surat suara bukan bilangan bulat mulai dari 1',
    unknown_option: 'tidak ada calon itu',
    option_twice: 'ada calon yang disebut dua kali',
    wrong_length: 'tidak berisi nilai untuk setiap calon',
    not_whole: 'ada nilai yang bukan bilangan bulat',
    below_least: 'ada nilai yang terlalu rendah',
    above_most: 'ada nilai yang terlalu tinggi',
    too_many_marks: 'pilihannya terlalu banyak',
    over_budget: 'yang diberikan melebihi yang tersedia',
    under_budget: 'belum semuanya diberikan',
    more_than_present: 'suaranya lebih banyak daripada yang hadir',
  },
  method: {
    plurality: 'suara terbanyak',
    approval: 'persetujuan',
    score: 'penilaian',
    dots: 'titik',
    quadratic: 'suara kuadrat',
    irv: 'putaran langsung',
    'stv-scottish': 'suara tunggal teralihkan, aturan Skotlandia',
    'stv-meek': 'suara tunggal teralihkan, Meek',
    schulze: 'Schulze',
    'ranked-pairs': 'pasangan berperingkat',
    borda: 'Borda',
    star: 'STAR',
    'majority-judgment': 'penilaian mayoritas',
    temperature: 'suhu ruangan',
    'hand-count': 'hitung tangan',
  },
  facts: (seats, options, ballots, blank) =>
    `kursi: ${seats}, calon: ${options}, surat suara: ${ballots}${blank > 0 ? `, di antaranya kosong: ${blank}` : ''}`,
  quota: (quota) => `kuota: ${quota}`,
  elected: 'terpilih',
  nobody: 'tidak ada',
  unfilled: (seats, names) => `kursi kosong karena seri: ${seats}, antara ${names}`,
  ranking: 'urutan',
  round: (n) => `putaran ${n}`,
  points: 'suara atau nilai',
  share: 'dari surat suara',
  mean: 'rata-rata',
  matrix: 'surat suara yang mendahulukan baris daripada kolom',
  exhausted: 'habis',
  nonTransferable: 'tidak teralihkan',
  excess: 'sisa',
  quotaRow: 'kuota',
  runoff: (a, votesA, b, votesB, equal) =>
    `putaran akhir: ${a} ${votesA}, ${b} ${votesB}, tidak memilih ${equal}`,
  condorcet: (name) => `menang atas setiap calon lain: ${name}`,
  tie: (at, round, names) =>
    `seri ${{ rank: 'untuk tempatnya', exclusion: 'untuk keluar', surplus: 'untuk kelebihan pertama', finalists: 'untuk putaran akhir', runoff: 'pada putaran akhir' }[at]}${round === null ? '' : ` di putaran ${round}`}: ${names}`,
  lookBack: (round, names) => `menurut putaran ${round}: ${names}`,
  headToHead: (names) => `satu lawan satu: ${names}`,
  score: (names) => `menurut nilai: ${names}`,
  topMarks: (names) => `menurut nilai tertinggi: ${names}`,
  medians: (removed, names) => `nilai tengah yang dicoret dari masing-masing: ${removed}: ${names}`,
  published: (names) => `menurut urutan yang diumumkan: ${names}`,
  lot: 'perlu undian',
  notProportional: 'Tidak sebanding: kelompok terbesar dapat mengambil semua kursi.',
};

export const tallyMessages: Record<Lang, TallyMessages> = { id, en };
