/** The priorities meeting, ready to start, and the review after it: notes, papers and decisions with their wording. */
import type { Rung } from '@mufakat/tally';
import type { Both } from './both';
import { indicators, sources, type Source } from './sources';

/** Notes to an item, by its index in the template: `- ` begins a line of a list, `# ` a heading. */
export interface ItemNotes {
  item: number;
  lines: { id: readonly string[]; en: readonly string[] };
  papers: readonly Source[];
}

function figures(language: 'id' | 'en'): string[] {
  const target = { id: 'sasaran 2028 (karangan)', en: 'target for 2028 (invented)' }[language];
  return indicators.map(({ name, baseline, target: to, source }) => {
    const aim = to === '' ? '' : `, ${target}: ${to}`;
    return `- ${name[language]}: ${baseline}${aim}. ${source.title}`;
  });
}

export const priorityNotes: readonly ItemNotes[] = [
  {
    item: 0,
    lines: {
      id: ['# Angka awal', 'Angka dari tempat yang sebanding, bukan dari Lembah Aur.', ...figures('id')],
      en: ['# Where we start', 'Figures of comparable places, not of Lembah Aur.', ...figures('en')],
    },
    papers: [sources.worldBank, sources.hardTruth, sources.reading, sources.bps, sources.buildings],
  },
  {
    item: 1,
    lines: {
      id: [
        '# Yang dibutuhkan dan yang ditawarkan',
        '- 9 rumah guru layak: kayu dan tukang gotong royong (Batu Ampar Hulu), seng dan semen (PT Aur Lestari)',
        '- Kerangka baca kelas awal: pelatihan 6 bulan (FKIP), 1.200 buku berjenjang (Lentera Hulu)',
        '- Listrik: 6 paket surya (Nordlys, jika desa menunjuk perawat alat)',
        '- Perahu antar guru: Koperasi Sinar Rakit, Senin dan Jumat',
        '- Huruf Braille dan pendamping: Himpunan Difabel',
        '- Data kehadiran: papan kehadiran di balai desa dan Pertemuan Rutin Bulanan',
      ],
      en: [
        '# Needs and offers',
        '- 9 decent houses for teachers: timber and volunteer carpenters (Batu Ampar Hulu), roofing and cement (PT Aur Lestari)',
        '- A reading scheme for the first grades: six months of training (FKIP), 1,200 graded books (Lentera Hulu)',
        '- Power: 6 solar kits (Nordlys, if the village names someone to look after them)',
        '- A boat for teachers: Koperasi Sinar Rakit, Mondays and Fridays',
        '- Braille and companions: Himpunan Difabel',
        '- Attendance data: a board in the village hall and the monthly meeting',
      ],
    },
    papers: [sources.kiat],
  },
  {
    item: 4,
    lines: {
      id: [
        '- Komite Sekolah: sekolah kami sudah baik. Kepuasan orang tua berbeda dengan hasil belajar.',
        '- Forum Guru: tunjangan khusus sering tidak cair, kriterianya tak dijelaskan.',
        '- Dinas: banyak PPPK di daerah terpencil mengundurkan diri karena terpisah dari keluarga.',
      ],
      en: [
        '- School committee: our schools are good already. Parents’ satisfaction differs from results.',
        '- Teachers’ forum: the special allowance is often not paid, its criteria are not explained.',
        '- Dinas: many contract teachers in remote places resign, being apart from their families.',
      ],
    },
    papers: [sources.allowance, sources.contract, sources.absence],
  },
  {
    item: 6,
    lines: {
      id: [
        '# Komitmen yang sudah disebut',
        '- Dinas: SK penempatan 18 guru, Juni (bersyarat: rumah siap)',
        '- Pemdes: Rp 60 juta APBDes untuk perawatan rumah guru (harus lewat musdes)',
        '- Forum Guru: jadwal pengganti',
        '- Komite: satu orang tua hadir tiap bulan',
      ],
      en: [
        '# Commitments named so far',
        '- Dinas: posting of 18 teachers in June (if the houses are ready)',
        '- Villages: Rp 60 million for the upkeep of teachers’ houses (must pass the village meeting)',
        '- Teachers’ forum: a rota of substitutes',
        '- School committee: one parent there each month',
      ],
    },
    papers: [],
  },
];

export interface PreparedDecision {
  title: Both;
  wording: Both;
  ladder: readonly Rung[];
}

export const preparedDecisions: readonly PreparedDecision[] = [
  {
    title: { id: 'Rumah guru lebih dahulu', en: 'Teachers’ houses first' },
    wording: {
      id: 'Sembilan rumah guru layak dikerjakan lebih dahulu: kayu dan tukang dari Batu Ampar Hulu, seng dan semen dari PT Aur Lestari, selesai sebelum SK penempatan bulan Juni.',
      en: 'Nine decent houses for teachers come first: timber and carpenters from Batu Ampar Hulu, roofing and cement from PT Aur Lestari, ready before the postings in June.',
    },
    ladder: ['acclamation', 'consent', 'vote'],
  },
  {
    title: { id: 'Baca kelas awal', en: 'Reading in the first grades' },
    wording: {
      id: 'Pelatihan baca kelas awal enam bulan oleh FKIP dan 1.200 buku berjenjang dari Yayasan Lentera Hulu dimulai di delapan sekolah.',
      en: 'Six months of training in early reading by FKIP and 1,200 graded books of Yayasan Lentera Hulu begin in eight schools.',
    },
    ladder: ['consent', 'vote'],
  },
  {
    title: { id: 'Papan kehadiran di balai desa', en: 'An attendance board in the village hall' },
    wording: {
      id: 'Kehadiran guru ditulis di papan balai desa dan dibahas dalam Pertemuan Rutin Bulanan, tanpa akibat langsung pada tunjangan.',
      en: 'Teachers’ attendance is written on a board in the village hall and talked about in the monthly meeting, without direct effect on allowances.',
    },
    ladder: ['consent', 'vote'],
  },
];

export const reviewNotes: readonly ItemNotes[] = [
  {
    item: 3,
    lines: {
      id: [
        '# Terlambat',
        '- SK penempatan 18 guru (Dinas), dijanjikan Juni: menunggu rumah siap',
        '- Rp 60 juta APBDes untuk perawatan rumah guru (Pemdes): menunggu musdes',
      ],
      en: [
        '# Late',
        '- Posting of 18 teachers (Dinas), promised for June: waits for the houses',
        '- Rp 60 million for the upkeep of teachers’ houses (villages): waits for the village meeting',
      ],
    },
    papers: [],
  },
];

export const prose: Readonly<Record<'opening' | 'closing', Both>> = {
  opening: {
    id: 'Setiap mitra menyebut nama, unsur dan mandatnya. Dinas dan Bappeda harus bertanya dulu untuk hal anggaran.',
    en: 'Each partner gave name, constituency and mandate. Dinas and Bappeda must ask at home on the budget.',
  },
  closing: {
    id: 'Naskah berita acara dibacakan dan disetujui. Naskah tujuan dikirim ke mitra selama 21 hari.',
    en: 'The draft minutes were read and agreed. The goal goes to the partners for 21 days.',
  },
};
