/** Minutes in words: the same facts in both languages, nothing left unsaid, erased things said as erased. */
import { paperOf, type Meeting } from '@mufakat/domain';
import {
  asking,
  closed,
  decisionId,
  fold,
  goalDrafted,
  goalFrozen,
  id,
  minutesFrozen,
  minutesReopened,
  minutesSigned,
  pollId,
  who,
  type Entry,
} from '@mufakat/domain/testing';
import { describe, expect, test } from 'vitest';
import { minutesSheet } from './minutes-sheet';
import type { Times } from './page';

const times: Times = {
  day: (at) => new Date(at).toISOString().slice(0, 10),
  clock: (at) => new Date(at).toISOString().slice(11, 16),
  clockInZone: (at) => `${new Date(at).toISOString().slice(11, 16)} WIB`,
};

function meeting(...entries: Entry[]): Meeting {
  const state = fold(entries);
  if (state.status === 'unplanned') throw new Error('unplanned');
  return state;
}

const remark = {
  answer: 'object' as const,
  partnerId: id(22),
  words: { id: id(62), text: 'Terlalu mahal' },
  acceptableIf: { id: id(63), text: 'Dibagi dua tahun' },
  until: null,
};
const held = meeting(
  ...asking(),
  { type: 'attendance.signed', personId: who.participant },
  closed(false, { remarks: [remark] }),
  {
    type: 'rung.descended',
    decisionId,
    from: 'consent',
    to: 'vote',
    reason: { id: id(64), text: 'Satu keberatan' },
  },
  goalDrafted(),
  goalFrozen(),
  minutesFrozen(),
  minutesSigned('secretary', 'secretary'),
  minutesReopened(),
  {
    type: 'minutes.correction-asked',
    correctionId: id(801),
    part: id(402),
    text: { id: id(851), text: 'Nama jalan keliru' },
    by: who.participant,
  },
  minutesFrozen(2),
  minutesSigned('chair', 'chair', 2),
);

const textOf = (language: 'id' | 'en', state = held) =>
  JSON.stringify(minutesSheet(paperOf(state), [], language, times));

describe('minutes in words', () => {
  test('every section is there, in the order in which they are read out', () => {
    const { sections, state, title } = minutesSheet(paperOf(held), [], 'id', times);
    expect(sections.map(({ key }) => key)).toEqual([
      'heading',
      'attendance',
      'course',
      'opening',
      id(401),
      id(402),
      id(403),
      'closing',
      'goals',
      'not-taken',
      'corrections',
      'signatures',
      'chain',
    ]);
    expect([title, state]).toEqual(['Musyawarah Mei', 'Versi 2, dikunci, belum lengkap ditandatangani']);
    expect(sections.find(({ part }) => part === 'opening')?.prose).toContain('Dibuka dengan doa.');
  });

  test('objections stay with their partner, the ladder with its reason, void signatures as void', () => {
    const said = textOf('id');
    for (const one of [
      'Keberatan (Yayasan Aur)',
      'Terlalu mahal; bisa diterima bila: Dibagi dua tahun',
      'Dari Mufakat? turun ke Pemungutan suara, karena: Satu keberatan',
      'Tanda tangan atas versi itu tidak berlaku lagi',
      'Nama jalan keliru',
      'pada Jalan ke sekolah',
      'usulan tertunda, belum diputuskan',
      'acara ini tidak sempat dibahas',
      'Diundang, tidak hadir',
    ]) {
      expect(said).toContain(one);
    }
    expect(textOf('en')).toContain('From Mufakat? down to Vote, because: Satu keberatan');
  });

  test('a draft takes its prose from what is given, and cannot be signed', () => {
    const draft = minutesSheet(
      paperOf(meeting(...asking())),
      [{ part: 'closing', text: 'Ditutup.' }],
      'en',
      times,
    );
    expect(draft.sections.find(({ part }) => part === 'closing')?.prose).toBe('Ditutup.');
    expect(JSON.stringify(draft)).toContain('Cannot be signed yet');
    expect(JSON.stringify(draft)).not.toContain(pollId);
  });

  test('what is erased is said to be erased', () => {
    const erased = meeting(...asking(), minutesFrozen(), {
      type: 'words.taken-back',
      wordsIds: [id(9001)],
    });
    const sheet = minutesSheet(paperOf(erased), [], 'id', times);
    expect(sheet.sections.find(({ part }) => part === 'opening')?.prose).toBe('\\[dihapus\\]');
  });

  test('no word is missing in either language', () => {
    for (const language of ['id', 'en'] as const)
      expect(textOf(language)).not.toMatch(/undefined|\[object|NaN/);
  });
});
