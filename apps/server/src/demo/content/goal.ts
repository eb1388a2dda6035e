/** The demo's goal in both languages, and the decisions by which the founding meeting took it. */
import type { Answer } from '@mufakat/domain';
import type { Both } from './both';
import type { PartnerKey } from './partners';

export const goalTitle: Both = { id: 'Sekolah Terpencil', en: 'Remote Schools' };

export const clauses: readonly Both[] = [
  {
    id: 'Pada akhir 2028, setiap kelas di 24 sekolah terpencil Lembah Aur ada gurunya pada setiap jam pelajaran.',
    en: 'By the end of 2028 every class in the 24 remote schools of Lembah Aur has its teacher in every lesson.',
  },
  {
    id: 'Setiap anak kelas 3 dapat membaca dan memahami cerita pendek.',
    en: 'Every child in grade 3 reads and understands a short story.',
  },
  {
    id: 'Tidak ada anak usia 7–15 tahun yang tertinggal, termasuk anak penyandang disabilitas.',
    en: 'No child aged 7–15 is left out, children with disabilities included.',
  },
  {
    id: 'Guru di daerah khusus tinggal layak, dibayar tepat waktu, dan didampingi.',
    en: 'Teachers in remote posts are decently housed, paid on time and supported.',
  },
  {
    id: 'Warga ikut menilai, secara terbuka dan tanpa mempermalukan siapa pun.',
    en: 'Villagers take part in judging progress, openly and without shaming anyone.',
  },
];

export interface DemoAnswer {
  answer: Answer;
  note: Both;
  /** For *not yet*: so many days after the meeting. */
  untilDays?: number;
  /** For an objection. */
  acceptableIf?: Both;
}

export interface TakenDecision {
  /** Index in the template's items. */
  item: number;
  title: Both;
  wording: Both;
  outcome: 'decided' | 'not-decided';
  statement: Both;
  /** Whoever is not named agrees. */
  answers: Partial<Record<PartnerKey, DemoAnswer>>;
}

export const foundingDecisions: readonly TakenDecision[] = [
  {
    item: 5,
    title: { id: 'Naskah tujuan bersama', en: 'The wording of our shared goal' },
    wording: {
      id: 'Kelima butir naskah “Sekolah Terpencil”, dalam bahasa Indonesia dan Inggris, dikunci dan dikirim ke semua mitra untuk dipertimbangkan selama 21 hari.',
      en: 'The five clauses of “Remote Schools”, in Indonesian and English, are locked and go to all partners for 21 days.',
    },
    outcome: 'decided',
    statement: {
      id: 'Mufakat, dengan catatan dari empat mitra yang dilampirkan.',
      en: 'Agreed, with the reservations of four partners attached.',
    },
    answers: {
      guru: {
        answer: 'agree-with-note',
        note: {
          id: 'Butir 5: penilaian warga tidak boleh langsung memotong tunjangan.',
          en: 'Clause 5: what villagers say in judging must not cut an allowance directly.',
        },
      },
      adat: {
        answer: 'agree-with-note',
        note: {
          id: 'Butir 2: kelas awal memakai bahasa ibu; kalender mengikuti panen dan upacara.',
          en: 'Clause 2: the first grades use the mother tongue; the calendar follows harvest and ceremonies.',
        },
      },
      nordlys: {
        answer: 'agree-with-note',
        note: {
          id: 'Tanpa foto dan nama anak dalam laporan apa pun.',
          en: 'No photos or names of children in any report.',
        },
      },
      anak: {
        answer: 'agree-with-note',
        note: {
          id: 'Kami ingin ikut menilai, bukan hanya difoto.',
          en: 'We want to take part in judging, not only to be photographed.',
        },
      },
    },
  },
  {
    item: 6,
    title: { id: 'Cara kita memutuskan', en: 'How we decide' },
    wording: {
      id: 'Mufakat dulu. Bila pimpinan menyatakan tidak tercapai, dengan alasannya, dua pertiga dari yang hadir dan lebih dari setengah setiap unsur.',
      en: 'Agreement first. Where the chair declares, with the reason, that it cannot be reached: two thirds of those present and more than half of each constituency.',
    },
    outcome: 'decided',
    statement: { id: 'Mufakat.', en: 'Agreed.' },
    answers: {},
  },
  {
    item: 7,
    title: { id: 'Sekretariat', en: 'Secretariat' },
    wording: {
      id: 'Yayasan Lentera Hulu menjadi sekretariat selama satu tahun; pertemuan rutin setiap bulan, catatannya terbuka bagi warga.',
      en: 'Yayasan Lentera Hulu keeps the secretariat for one year; a meeting each month, its notes open to villagers.',
    },
    outcome: 'decided',
    statement: { id: 'Mufakat.', en: 'Agreed.' },
    answers: {},
  },
  {
    item: 8,
    title: { id: 'Anggaran daerah untuk 2027', en: 'District budget for 2027' },
    wording: {
      id: 'Pemerintah kabupaten menyediakan anggaran rumah guru dan penempatan guru mulai 2027.',
      en: 'The district government provides the budget for teachers’ houses and postings from 2027.',
    },
    outcome: 'not-decided',
    statement: {
      id: 'Belum diputuskan: Dinas dan Bappeda belum bisa menjanjikan. Dibawa ke Musrenbang dan dibahas lagi pada musyawarah evaluasi.',
      en: 'Not decided: Dinas and Bappeda cannot promise it yet. It goes to the development planning and comes back at the review.',
    },
    answers: {
      dinas: {
        answer: 'not-yet',
        note: {
          id: 'PPPK yang ditempatkan di daerah terpencil banyak mengundurkan diri karena terpisah dari keluarga; formasi bukan wewenang kabupaten.',
          en: 'Many contract teachers posted to remote places resign, being apart from their families; posts are not the district’s to grant.',
        },
        untilDays: 120,
      },
      bappeda: {
        answer: 'object',
        note: {
          id: 'Tidak dapat menjanjikan anggaran sebelum Musrenbang dan APBD.',
          en: 'No budget can be promised before the development planning and the district budget.',
        },
        acceptableIf: {
          id: 'Bisa diterima sebagai usulan untuk Musrenbang.',
          en: 'Acceptable as a proposal to the development planning.',
        },
      },
      aur: {
        answer: 'agree-with-note',
        note: { id: 'Komitmen kami per tahun anggaran saja.', en: 'We commit by budget year only.' },
      },
    },
  },
];
