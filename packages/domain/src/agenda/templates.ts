/**
 * Five meetings as they are really run (practice.md, 3a): items with their minutes, what the facilitator does in each
 * and what it leaves behind, how many days before people are invited, and which preset of rules fits.
 *
 * Data for planning and for the facilitator's script; no rule reads it. Minutes add up to what practice says, and
 * openings and closings stay under the caps that adoption holds (limits.ts).
 */
import type { PresetName } from '@mufakat/tally';
import type { ItemKind } from '../context';

/** The same words in each language of the record. */
export interface Said {
  readonly id: string;
  readonly en: string;
}

export interface TemplateItem {
  readonly title: Said;
  readonly kind: ItemKind;
  readonly minutes: number;
  /** What the facilitator does. */
  readonly method: Said;
  /** What is there afterwards; empty for a break. */
  readonly output: Said;
}

export const templateNames = ['founding', 'working', 'priorities', 'review', 'emergency'] as const;
export type TemplateName = (typeof templateNames)[number];

export interface MeetingTemplate {
  readonly title: Said;
  /** Invitations go out at least so many days before. */
  readonly noticeDays: number;
  readonly preset: PresetName;
  readonly items: readonly TemplateItem[];
}

/** What to do in an item of a kind where nothing more is known about it. */
export const kindMethods: Readonly<Record<ItemKind, Said>> = {
  opening: {
    id: 'Sambut yang hadir, sebutkan tujuan pertemuan dan jam selesainya. Satu sambutan saja; doa atau hening sejenak menurut keyakinan masing-masing.',
    en: 'Welcome people, say what this meeting is for and when it ends. One speech only; prayer or a quiet moment, each in their own way.',
  },
  information: {
    id: 'Paparan singkat, paling lama separuh waktunya. Lalu pertanyaan, mulai dari yang belum terdengar.',
    en: 'A short presentation, at most half of the time. Then questions, first from those not yet heard.',
  },
  discussion: {
    id: 'Tulis dulu, baru bicara. Satu putaran tanpa menyela, baru saling menanggapi. Rangkum yang sama dan yang berbeda.',
    en: 'Write first, then talk. One round without interrupting, then replies. Sum up what is shared and what differs.',
  },
  decision: {
    id: 'Bacakan usulan. Pertanyaan, tanggapan singkat, lalu putaran keberatan. Rumuskan di layar, bacakan lagi, baru tanyakan mufakat.',
    en: 'Read out the proposal. Questions, short reactions, then a round of objections. Word it on the screen, read it again, then ask for agreement.',
  },
  goal: {
    id: 'Dua orang merumuskan di layar, butir demi butir. Bacakan tiap butir dan tanyakan apakah ada yang belum bisa menerimanya.',
    en: 'Two people draft on the screen, clause by clause. Read each one out and ask whether anyone cannot live with it.',
  },
  break: {
    id: 'Sebutkan jam kembali dan tampilkan di layar.',
    en: 'Say when the meeting goes on and leave the time on the screen.',
  },
  closing: {
    id: 'Bacakan rancangan berita acara, betulkan bersama, sepakati, tanda tangani di tempat.',
    en: 'Read out the draft record, correct it together, agree on it, sign it here.',
  },
};

const nothing: Said = { id: '', en: '' };

const founding: MeetingTemplate = {
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
      output: nothing,
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

const working: MeetingTemplate = {
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

const priorities: MeetingTemplate = {
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

const review: MeetingTemplate = {
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

const emergency: MeetingTemplate = {
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

export const templates: Readonly<Record<TemplateName, MeetingTemplate>> = {
  founding,
  working,
  priorities,
  review,
  emergency,
};
