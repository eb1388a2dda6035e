import { minutesOf, type Meeting, type MinutesItem, type MinutesTurn } from '@mufakat/domain';
import { fold, opened } from '@mufakat/domain/testing';
import { beforeAll, expect, it, vi } from 'vitest';
import { startLanguage } from '../../i18n/language.svelte';
import { itemTimes, spokenName, turnWords, whyNotTaken } from './minutes-words';

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('navigator', { languages: ['id'] });
  await startLanguage();
});

const zone = 'Asia/Jakarta';
const nine = Date.UTC(2026, 10, 24, 2);
const later = (minutes: number): number => nine + minutes * 60_000;
const words = (text: string) => ({ id: 'w', text, salt: '' });
const item: MinutesItem = {
  id: 'a',
  number: 1,
  title: 'Pembahasan',
  kind: 'discussion',
  presenter: words(''),
  minutes: 20,
  plannedAt: nine,
  times: [],
  decisions: [],
};
const ani = { personId: 'p', name: words('Ani'), address: words('Ibu') };

it('says when an item was treated, each time, and that it runs', () => {
  expect(itemTimes(item, zone)).toBe('Direncanakan pukul 09.00, 20 menit, belum dibahas');
  const once = { from: nine, to: later(10) };
  expect(itemTimes({ ...item, times: [once] }, zone)).toBe('Dibahas 09.00 sampai 09.10');
  const again = { from: later(30), to: null };
  expect(itemTimes({ ...item, times: [once, again] }, zone)).toBe(
    'Dibahas 09.00 sampai 09.10; Sedang dibahas, sejak 09.30',
  );
  expect(itemTimes({ ...item, plannedAt: null, times: [once] }, zone)).toContain('dikeluarkan');
});

it('names people as they want to be called, and says where a name was erased', () => {
  expect(spokenName(ani)).toBe('Ibu Ani');
  expect(spokenName({ ...ani, name: { id: 'w', erased: true } })).toBe('nama dihapus');
});

it('says every turn in a sentence', () => {
  const turns: MinutesTurn[] = [
    { kind: 'opened', at: nine },
    { kind: 'paused', at: nine, why: 'prayer', reason: words('Asar'), until: later(15) },
    { kind: 'resumed', at: nine },
    { kind: 'agenda-adopted', at: nine, version: 1 },
    { kind: 'agenda-adopted', at: nine, version: 2 },
    { kind: 'chair-handed-over', at: nine, from: ani, to: ani },
    { kind: 'chair-taken', at: nine, from: [ani], by: ani },
    { kind: 'closed', at: nine },
    { kind: 'reopened', at: nine, reason: words('tergesa') },
  ];
  const all = turns.map((turn) => turnWords(turn, zone));
  expect(all[1]).toBe('Diskors sampai 09.15: Ibadah, Asar');
  expect(new Set(all).size).toBe(turns.length);
});

it('says why something was not taken', () => {
  const state = fold(opened());
  const { notTaken } = minutesOf(state as Meeting);
  expect(notTaken.map(whyNotTaken)).toContain('acara ini tidak sempat dibahas');
  const reason = words('Biayanya belum jelas.');
  expect(whyNotTaken({ kind: 'decision', id: 'd', title: 'Ramp', why: 'not-decided', reason })).toBe(
    'Biayanya belum jelas.',
  );
});
