/** What the demo's companions say, and what the scripted chair says at the end of a decision. */
import type { Both } from './both';
import type { DemoAnswer } from './goal';
import type { PartnerKey } from './partners';

/** Behind the name of each companion, wherever it is written: nobody takes them for people. */
export const companionMark: Both = { id: 'peraga', en: 'demo' };

/** By the number of the question that they are asked, the first first; whoever is not named agrees. */
export const companionAnswers: Partial<Record<PartnerKey, readonly (DemoAnswer | null)[]>> = {
  guru: [
    null,
    {
      answer: 'agree-with-note',
      note: {
        id: 'Pelatihan di hari kerja perlu jadwal pengganti.',
        en: 'Training on working days needs a rota of substitutes.',
      },
    },
    {
      answer: 'agree-with-note',
      note: {
        id: 'Penilaian warga tidak boleh langsung memotong tunjangan.',
        en: 'What villagers say in judging must not cut an allowance directly.',
      },
    },
  ],
  dinas: [
    null,
    null,
    {
      answer: 'not-yet',
      note: {
        id: 'Perlu bertanya dulu kepada Kepala Dinas.',
        en: 'I must ask the head of the department first.',
      },
      untilDays: 30,
    },
  ],
  aur: [
    null,
    {
      answer: 'agree-with-note',
      note: { id: 'Komitmen kami per tahun anggaran saja.', en: 'We commit by budget year only.' },
    },
  ],
};

export const companionNotes: Partial<Record<PartnerKey, Both>> = {
  guru: {
    id: 'Tunjangan khusus sering tidak cair, kriterianya tak dijelaskan.',
    en: 'The special allowance is often not paid, and its criteria are not explained.',
  },
  batu: {
    id: 'Kayu sudah ada untuk empat rumah; tukang siap sesudah panen.',
    en: 'There is timber for four houses; the carpenters are free after the harvest.',
  },
};

export const declared: Readonly<Record<'decided' | 'not-decided', Both>> = {
  decided: { id: 'Mufakat, dengan catatan yang dilampirkan.', en: 'Agreed, with the notes attached.' },
  'not-decided': {
    id: 'Belum tercapai; dibahas lagi pada pertemuan bulan depan.',
    en: 'Not reached; it comes back next month.',
  },
};
