/** A: partners meet for the first time, word their goal and say how they decide (practice.md, 3a). */
import { kindMethods, type MeetingTemplate } from './template';

export const founding: MeetingTemplate = {
  title: { id: 'Musyawarah Pembentukan', en: 'Founding meeting' },
  noticeDays: 14,
  preset: 'founding',
  items: [
    {
      title: {
        id: 'Pembukaan: siapa hadir, dengan mandat apa',
        en: 'Opening: who is here, with which mandate',
      },
      kind: 'opening',
      minutes: 20,
      method: {
        id: 'Putaran perkenalan: nama, unsur, dan mandat. Boleh memutuskan, atau harus bertanya dulu?',
        en: 'A round: name, constituency and mandate. May you decide here, or must you ask at home first?',
      },
      output: { id: 'Daftar hadir beserta mandat', en: 'Attendance list with mandates' },
    },
    {
      title: { id: 'Susunan acara dan tata tertib disepakati', en: 'Agenda and rules of order agreed' },
      kind: 'decision',
      minutes: 10,
      method: {
        id: 'Bacakan susunan acara dan cara memutuskan. Tanyakan: “Ada yang keberatan?”',
        en: 'Read out the agenda and how decisions are taken. Ask: “Does anyone object?”',
      },
      output: { id: 'Susunan acara yang ditetapkan', en: 'The adopted agenda' },
    },
    {
      title: { id: 'Mengapa kita di sini', en: 'Why we are here' },
      kind: 'information',
      minutes: 20,
      method: {
        id: 'Narasumber 10 menit dengan satu halaman fakta, lalu pertanyaan.',
        en: 'A resource person for 10 minutes with one page of facts, then questions.',
      },
      output: { id: 'Gambaran bersama tentang keadaan', en: 'A common picture of how things are' },
    },
    {
      title: { id: 'Apa yang kita inginkan berubah', en: 'What we want to change' },
      kind: 'discussion',
      minutes: 35,
      method: {
        id: 'Tulis sendiri, bahas berdua, tempel kartu, kelompokkan, beri nama tiap kelompok.',
        en: 'Write alone, talk in pairs, put up cards, cluster them, name each cluster.',
      },
      output: { id: '4 sampai 7 tema', en: '4 to 7 themes' },
    },
    {
      title: { id: 'Istirahat', en: 'Break' },
      kind: 'break',
      minutes: 15,
      method: kindMethods.break,
      output: { id: '', en: '' },
    },
    {
      title: { id: 'Tujuan bersama: rumusan pertama', en: 'Shared goal: first wording' },
      kind: 'goal',
      minutes: 45,
      method: {
        id: 'Dua perumus menulis di layar dari tema tadi. Butir demi butir: ada yang keberatan, apa yang membuatnya bisa diterima?',
        en: 'Two people draft on the screen from the themes. Clause by clause: any objection, what would make it acceptable?',
      },
      output: { id: 'Rancangan tujuan dan catatannya', en: 'A draft goal and the concerns about it' },
    },
    {
      title: {
        id: 'Cara kita memutuskan: kuorum, unsur, mufakat dulu',
        en: 'How we decide: quorum, constituencies, agreement first',
      },
      kind: 'decision',
      minutes: 20,
      method: {
        id: 'Bacakan aturannya dengan contoh dari daftar hadir hari ini, lalu putaran keberatan.',
        en: 'Read out the rule with an example from today’s attendance list, then a round of objections.',
      },
      output: { id: 'Aturan memutuskan', en: 'The rule for decisions' },
    },
    {
      title: {
        id: 'Siapa mengurus: sekretariat, jadwal, keterbukaan',
        en: 'Who looks after it: secretariat, rhythm, openness',
      },
      kind: 'decision',
      minutes: 20,
      method: {
        id: 'Tanyakan siapa yang bersedia dan didukung siapa. Bila lebih dari satu calon, pilih secara rahasia.',
        en: 'Ask who is willing and who supports them. With more than one candidate, choose in secret.',
      },
      output: { id: 'Sekretariat dan kalender pertemuan', en: 'A secretariat and a calendar' },
    },
    {
      title: { id: 'Dukungan yang bisa dimulai sekarang', en: 'Support that can start now' },
      kind: 'discussion',
      minutes: 25,
      method: {
        id: 'Papan kebutuhan dan dukungan. Setiap mitra menyebut satu komitmen, atau berkata “belum”.',
        en: 'A board of needs and offers. Each partner names one commitment, or says “not yet”.',
      },
      output: {
        id: 'Satu komitmen tiap mitra, atau “belum”',
        en: 'One commitment of each partner, or “not yet”',
      },
    },
    {
      title: { id: 'Penutup', en: 'Closing' },
      kind: 'closing',
      minutes: 15,
      method: kindMethods.closing,
      output: {
        id: 'Berita acara; naskah tujuan dikunci dan dikirim ke mitra selama 21 hari',
        en: 'The signed record; the goal is locked and goes to the partners for 21 days',
      },
    },
  ],
};
