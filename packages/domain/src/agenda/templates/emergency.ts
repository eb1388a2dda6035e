/** E: only what the notice names, decided for at most two weeks (practice.md, 3a). */
import type { MeetingTemplate } from './template';

export const emergency: MeetingTemplate = {
  title: { id: 'Musyawarah Mendadak', en: 'Emergency meeting' },
  noticeDays: 1,
  preset: 'emergency',
  items: [
    {
      title: { id: 'Mengapa sekarang, apa akibatnya bila menunggu', en: 'Why now, what happens if we wait' },
      kind: 'opening',
      minutes: 5,
      method: {
        id: 'Sebutkan kejadiannya dan akibat menunggu. Hanya hal yang ada di undangan yang boleh diputuskan.',
        en: 'Say what has happened and what waiting would mean. Only what the invitation names can be decided.',
      },
      output: { id: 'Alasan mendadak, tercatat', en: 'The reason for haste, on record' },
    },
    {
      title: { id: 'Yang diketahui dan yang belum', en: 'What is known and what is not' },
      kind: 'information',
      minutes: 10,
      method: {
        id: 'Dua daftar di layar: fakta dengan sumbernya, dan yang belum diketahui.',
        en: 'Two lists on the screen: facts with their source, and what is not known.',
      },
      output: { id: 'Daftar fakta', en: 'The list of facts' },
    },
    {
      title: { id: 'Pilihan, paling banyak tiga', en: 'Options, at most three' },
      kind: 'discussion',
      minutes: 10,
      method: {
        id: 'Untuk tiap pilihan: siapa terbantu, siapa terbebani, apa yang tak bisa ditarik kembali.',
        en: 'For each option: who is helped, who bears the burden, what cannot be undone.',
      },
      output: { id: 'Paling banyak tiga pilihan', en: 'At most three options' },
    },
    {
      title: { id: 'Putuskan', en: 'Decide' },
      kind: 'decision',
      minutes: 10,
      method: {
        id: 'Bacakan rumusan. Tanyakan mufakat satu per satu; diam bukan setuju.',
        en: 'Read out the wording. Ask each in turn; silence is not agreement.',
      },
      output: { id: 'Keputusan sementara', en: 'A decision for the time being' },
    },
    {
      title: { id: 'Siapa mengerjakan apa dalam 24 dan 72 jam', en: 'Who does what in 24 and 72 hours' },
      kind: 'discussion',
      minutes: 7,
      method: {
        id: 'Nama, tugas, jam. Siapa memberi tahu mitra yang tidak hadir, sekarang juga.',
        en: 'Name, task, hour. Who tells the partners that are absent, at once.',
      },
      output: { id: 'Daftar tugas', en: 'The list of tasks' },
    },
    {
      title: { id: 'Tanggal pengesahan ulang', en: 'Date of confirmation' },
      kind: 'closing',
      minutes: 3,
      method: {
        id: 'Tetapkan musyawarah biasa dalam 14 hari. Keputusan ini gugur bila tidak dikuatkan di sana.',
        en: 'Set an ordinary meeting within 14 days. This decision lapses unless it is confirmed there.',
      },
      output: { id: 'Tanggal musyawarah berikut', en: 'The date of the next meeting' },
    },
  ],
};
