/** B: what was promised, two decisions, what comes next (practice.md, 3a). */
import { kindMethods, type MeetingTemplate } from './template';

export const working: MeetingTemplate = {
  title: { id: 'Rapat Kerja', en: 'Working meeting' },
  noticeDays: 7,
  preset: 'working',
  items: [
    {
      title: { id: 'Pembukaan dan susunan acara', en: 'Opening and agenda' },
      kind: 'opening',
      minutes: 5,
      method: {
        id: 'Sebutkan tujuan rapat dan jam selesai. Bacakan susunan acara: “Ada yang keberatan?”',
        en: 'Say what the meeting is for and when it ends. Read out the agenda: “Does anyone object?”',
      },
      output: { id: 'Susunan acara yang ditetapkan', en: 'The adopted agenda' },
    },
    {
      title: { id: 'Tindak lanjut lalu: jadi, belum, kendala', en: 'Follow-up: done, not yet, obstacles' },
      kind: 'information',
      minutes: 15,
      method: {
        id: 'Baca daftar satu per satu: jadi, belum, apa kendalanya. Bukan siapa yang salah.',
        en: 'Go through the list one by one: done, not yet, what stands in the way. Not who is to blame.',
      },
      output: { id: 'Keadaan tiap tindak lanjut', en: 'Where each follow-up stands' },
    },
    {
      title: { id: 'Keputusan 1', en: 'Decision 1' },
      kind: 'decision',
      minutes: 30,
      method: {
        id: 'Usulan, pertanyaan, tanggapan, putaran keberatan, rumusan. Tetapkan juga kapan ditinjau lagi.',
        en: 'Proposal, questions, reactions, round of objections, wording. Also set when it is looked at again.',
      },
      output: { id: 'Keputusan dengan tanggal tinjauan', en: 'A decision with a review date' },
    },
    {
      title: { id: 'Keputusan 2', en: 'Decision 2' },
      kind: 'decision',
      minutes: 20,
      method: {
        id: 'Usulan, pertanyaan, tanggapan, putaran keberatan, rumusan. Tetapkan juga kapan ditinjau lagi.',
        en: 'Proposal, questions, reactions, round of objections, wording. Also set when it is looked at again.',
      },
      output: { id: 'Keputusan dengan tanggal tinjauan', en: 'A decision with a review date' },
    },
    {
      title: { id: 'Usulan tertunda', en: 'Proposals set aside' },
      kind: 'discussion',
      minutes: 5,
      method: {
        id: 'Baca daftarnya. Untuk tiap usulan: kembali kapan, siapa yang membawanya.',
        en: 'Read out the list. For each: when it comes back, and who brings it.',
      },
      output: { id: 'Pembawa dan tanggal tiap usulan', en: 'A bearer and a date for each' },
    },
    {
      title: { id: 'Tindak lanjut baru', en: 'New follow-up' },
      kind: 'discussion',
      minutes: 10,
      method: {
        id: 'Kegiatan, penanggung jawab, batas waktu, sumber daya. Yang disebut namanya mengiyakan sendiri.',
        en: 'Task, who is responsible, deadline, resources. Whoever is named says yes in person.',
      },
      output: { id: 'Rencana tindak lanjut', en: 'The list of follow-up' },
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
