/** What a template of a meeting is, and what a facilitator does in each kind of item where nothing more is known. */
import type { PresetName } from '@mufakat/tally';
import type { ItemKind } from '../../context';

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
