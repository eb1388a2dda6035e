/** D: each three to six months, how far we are and what to change; what happened, not who is to blame (practice.md, 3a). */
import { kindMethods, type MeetingTemplate } from './template';

export const review: MeetingTemplate = {
  title: { id: 'Evaluasi Bersama', en: 'Review meeting' },
  noticeDays: 7,
  preset: 'change',
  items: [
    {
      title: { id: 'Pembukaan', en: 'Opening' },
      kind: 'opening',
      minutes: 5,
      method: {
        id: 'Ingatkan tujuan bersama dan masa yang dinilai. Apa yang terjadi, bukan siapa yang salah.',
        en: 'Recall the shared goal and the time under review. What happened, not who is to blame.',
      },
      output: { id: 'Susunan acara yang ditetapkan', en: 'The adopted agenda' },
    },
    {
      title: { id: 'Cek saling percaya', en: 'Check of trust' },
      kind: 'information',
      minutes: 5,
      method: {
        id: 'Isi sendiri, rahasia, boleh melewati pertanyaan. Hasilnya dibuka nanti.',
        en: 'Filled in alone and in secret, questions may be skipped. The result is opened later.',
      },
      output: { id: 'Jawaban yang tersimpan rahasia', en: 'Answers, kept secret' },
    },
    {
      title: { id: 'Indikator: sejauh mana kita', en: 'Indicators: how far we are' },
      kind: 'discussion',
      minutes: 25,
      method: {
        id: 'Setiap mitra menilai sendiri dulu. Bicarakan selisihnya, bukan rata-ratanya.',
        en: 'Each partner rates on its own first. Talk about the spread, not about the mean.',
      },
      output: { id: 'Nilai indikator dan penjelasan selisihnya', en: 'Values, and why views differ' },
    },
    {
      title: { id: 'Komitmen yang jatuh tempo', en: 'Commitments that are due' },
      kind: 'discussion',
      minutes: 30,
      method: {
        id: 'Satu per satu: selesai, belum selesai, atau dilepas. Apa kendalanya, bukan siapa salah.',
        en: 'One by one: done, not done, or released. What stood in the way, not who is to blame.',
      },
      output: { id: 'Keadaan tiap komitmen', en: 'Where each commitment stands' },
    },
    {
      title: {
        id: 'Belajar bersama: direncanakan, terjadi, mengapa, berikutnya',
        en: 'Learning: planned, happened, why, next',
      },
      kind: 'discussion',
      minutes: 25,
      method: {
        id: 'Empat pertanyaan berurutan, tulis dulu: apa rencananya, apa yang terjadi, mengapa berbeda, apa lain kali.',
        en: 'Four questions in order, written first: what was planned, what happened, why the difference, what next time.',
      },
      output: { id: 'Pelajaran untuk putaran berikut', en: 'Lessons for the next round' },
    },
    {
      title: { id: 'Hasil cek saling percaya dibuka', en: 'The check of trust is opened' },
      kind: 'information',
      minutes: 10,
      method: {
        id: 'Tampilkan rata-rata dan sebarannya. Tanyakan: satu hal apa yang perlu kita ubah?',
        en: 'Show the mean and the spread. Ask: which one thing should we change?',
      },
      output: { id: 'Satu hal yang perlu diubah', en: 'One thing to change' },
    },
    {
      title: { id: 'Ubah apa: tujuan, peran, aturan', en: 'What to change: goal, roles, rules' },
      kind: 'decision',
      minutes: 15,
      method: kindMethods.decision,
      output: { id: 'Perubahan yang disepakati', en: 'Changes agreed on' },
    },
    {
      title: { id: 'Penutup', en: 'Closing' },
      kind: 'closing',
      minutes: 5,
      method: kindMethods.closing,
      output: { id: 'Berita acara', en: 'The signed record' },
    },
  ],
};
