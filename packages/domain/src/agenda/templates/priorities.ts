/** C: from a long list to priorities under a ceiling; groups speak first, and nothing disappears (practice.md, 3a). */
import { kindMethods, type MeetingTemplate } from './template';

export const priorities: MeetingTemplate = {
  title: { id: 'Musyawarah Prioritas', en: 'Priorities meeting' },
  noticeDays: 7,
  preset: 'priorities',
  items: [
    {
      title: {
        id: 'Pembukaan, tata tertib, pagu, dan kriteria',
        en: 'Opening, rules of order, ceiling and criteria',
      },
      kind: 'opening',
      minutes: 15,
      method: {
        id: 'Tampilkan pagu dan kriteria di layar, bacakan, tanyakan apakah jelas.',
        en: 'Show the ceiling and the criteria on the screen, read them out, ask whether they are clear.',
      },
      output: {
        id: 'Pagu dan kriteria yang dipahami bersama',
        en: 'A ceiling and criteria that all understand',
      },
    },
    {
      title: {
        id: 'Hasil pra-musyawarah: perempuan, anak, difabel, dusun',
        en: 'What the groups bring: women, children, people with disabilities, hamlets',
      },
      kind: 'information',
      minutes: 20,
      method: {
        id: 'Mereka bicara lebih dulu, masing-masing 4 menit, tanpa disela.',
        en: 'They speak first, 4 minutes each, without interruption.',
      },
      output: { id: 'Daftar panjang usulan', en: 'The long list of proposals' },
    },
    {
      title: { id: 'Tanya kejelasan dan gabungkan yang sama', en: 'Clarify, and join what is the same' },
      kind: 'discussion',
      minutes: 25,
      method: {
        id: 'Hanya pertanyaan kejelasan. Gabungkan yang sama dengan izin pengusulnya; lengkapi tempat, volume, dan biaya.',
        en: 'Questions for clarity only. Join what is the same if those who proposed it agree; add place, volume and cost.',
      },
      output: { id: 'Pilihan dengan tempat, volume, dan biaya', en: 'Options with place, volume and cost' },
    },
    {
      title: { id: 'Nilai sendiri', en: 'Score on one’s own' },
      kind: 'decision',
      minutes: 15,
      method: {
        id: 'Setiap orang menilai sendiri tanpa bicara: mendesak, gawat, memburuk, masing-masing 1 sampai 5; atau 5 titik.',
        en: 'Everyone scores alone and in silence: urgent, serious, growing, 1 to 5 each; or 5 dots.',
      },
      output: { id: 'Urutan pertama', en: 'First ranking' },
    },
    {
      title: { id: 'Bahas selisih antar-unsur', en: 'Talk about where constituencies differ' },
      kind: 'discussion',
      minutes: 30,
      method: {
        id: 'Hanya usulan yang dinilai jauh berbeda antar-unsur. Minta alasan dari kedua sisi.',
        en: 'Only proposals that constituencies scored far apart. Ask both sides for their reasons.',
      },
      output: { id: 'Alasan dari tiap unsur', en: 'The reasons of each constituency' },
    },
    {
      title: { id: 'Nilai ulang', en: 'Score again' },
      kind: 'decision',
      minutes: 10,
      method: {
        id: 'Cara yang sama seperti tadi. Tampilkan apa yang berubah.',
        en: 'The same way as before. Show what has changed.',
      },
      output: { id: 'Urutan kedua', en: 'Second ranking' },
    },
    {
      title: {
        id: 'Garis pagu: prioritas, cadangan, belum diakomodasi',
        en: 'The line of the ceiling: priority, reserve, not yet taken',
      },
      kind: 'decision',
      minutes: 30,
      method: {
        id: 'Tarik garis di urutan. Tanyakan mufakat atas daftarnya; setiap usulan yang belum diakomodasi diberi alasan.',
        en: 'Draw the line in the ranking. Ask for agreement on the list; each proposal not taken gets its reason.',
      },
      output: { id: 'Tiga daftar beserta alasan', en: 'Three lists with reasons' },
    },
    {
      title: { id: 'Utusan ke tingkat berikut', en: 'Delegates to the next level' },
      kind: 'decision',
      minutes: 15,
      method: {
        id: 'Aklamasi bila calonnya satu, rahasia bila lebih. Dari tiga utusan paling sedikit satu perempuan.',
        en: 'By acclamation with one candidate, in secret with more. Of three delegates at least one is a woman.',
      },
      output: { id: 'Utusan dan surat mandat', en: 'Delegates and their mandate letter' },
    },
    {
      title: { id: 'Penutup', en: 'Closing' },
      kind: 'closing',
      minutes: 20,
      method: kindMethods.closing,
      output: { id: 'Berita acara dengan lampiran', en: 'The signed record with its appendices' },
    },
  ],
};
