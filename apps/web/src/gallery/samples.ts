// Sample words and partners of the gallery. A made-up forum; nothing here is a message of the product.
import type { Mark } from '../ui/partner';

export const mark = {
  dp: { letters: 'DP', colour: 1, shape: 'square' },
  kr: { letters: 'KR', colour: 2, shape: 'diamond' },
  fg: { letters: 'FG', colour: 3, shape: 'circle' },
  ba: { letters: 'BA', colour: 4, shape: 'square' },
  pt: { letters: 'PT', colour: 5, shape: 'diamond' },
  da: { letters: 'DA', colour: 6, shape: 'circle' },
  mt: { letters: 'MT', colour: 7, shape: 'hexagon' },
  pg: { letters: 'PG', colour: 8, shape: 'hexagon' },
  lh: { letters: 'LH', colour: 6, shape: 'hexagon' },
  bp: { letters: 'BP', colour: 5, shape: 'square' },
  ks: { letters: 'KS', colour: 1, shape: 'circle' },
  hd: { letters: 'HD', colour: 8, shape: 'circle' },
} as const satisfies Record<string, Mark>;

export const colours = [
  ['tinta', 'ink'],
  ['tinta 2', 'ink-2'],
  ['tepi', 'edge'],
  ['garis', 'line'],
  ['meja', 'table'],
  ['kertas', 'paper'],
  ['cekung', 'sunk'],
  ['aksen', 'accent'],
  ['kuning', 'amber'],
  ['merah', 'red'],
] as const;

export const units = [
  { name: 'Pemerintah', shape: 'square', here: 9, away: 3 },
  { name: 'Warga', shape: 'circle', here: 19, away: 8 },
  { name: 'Usaha', shape: 'diamond', here: 5, away: 2 },
  { name: 'Lembaga dan mitra luar', shape: 'hexagon', here: 8, away: 6 },
] as const;

export const bars = [
  { id: 'a', label: 'Prioritas', value: 12.9, before: 11.4, fill: 'full' },
  { id: 'b', label: 'Cadangan', value: 10.1, before: 11, fill: 'reserve' },
  { id: 'c', label: 'Belum diakomodasi', value: 7.9, before: 8.9, fill: 'out' },
] as const;

export const spoken = [
  { id: 'fg', value: 9, mark: mark.fg },
  { id: 'da', value: 7, mark: mark.da },
  { id: 'bp', value: 6, mark: mark.bp },
  { id: 'ba', value: 4, mark: mark.ba },
  { id: 'kr', value: 3, mark: mark.kr },
  { id: 'lh', value: 5, mark: mark.lh },
];

export const wording =
  'Rumah guru di Batu Ampar Hulu dan ramp di SDN 07 dikerjakan bersama agar tukang datang satu kali, selesai sebelum tahun ajaran baru.';

export const answers = [
  { value: 'agree', label: 'Setuju', hint: 'Saya bisa menjalankan keputusan ini.' },
  { value: 'note', label: 'Setuju dengan catatan', hint: 'Jalan terus. Catatan mitra saya ikut tertulis.' },
  {
    value: 'later',
    label: 'Belum bisa',
    hint: 'Saya bertanya dulu, sampai tanggal yang saya pilih. Tidak menghalangi.',
  },
  { value: 'object', label: 'Keberatan', hint: 'Ada yang perlu diubah dulu. Rumusan dibahas lagi.' },
];

/** Clauses of a goal: in Indonesian, in English ('' where it is not written yet). */
export const goalWords: readonly (readonly [string, string])[] = [
  [
    'Pada akhir 2028, setiap kelas di 24 sekolah terpencil Lembah Aur ada gurunya pada setiap jam pelajaran.',
    'By the end of 2028 every class in the 24 remote schools of Lembah Aur has its teacher in every lesson.',
  ],
  [
    'Setiap anak kelas 3 dapat membaca dan memahami cerita pendek.',
    'Every child in grade 3 reads and understands a short story.',
  ],
  [
    'Tidak ada anak usia 7–15 tahun yang tertinggal, termasuk anak penyandang disabilitas.',
    'No child aged 7–15 is left out, children with disabilities included.',
  ],
  [
    'Guru di daerah khusus tinggal layak, menerima gaji tepat waktu, dan didampingi.',
    'Teachers in remote posts are decently housed, paid on time and supported.',
  ],
  ['Warga ikut menilai, secara terbuka dan tanpa mempermalukan siapa pun.', ''],
];
