import { minutesOf, minutesParts, type Meeting } from '@mufakat/domain';
import { agenda, fold, opened, type Entry } from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import { itemTitle, partNames, partnersAbsent } from './minutes-parts';

function meeting(entries: readonly Entry[]): Meeting {
  const state = fold(entries);
  if (state.status !== 'planned') throw new Error('not planned');
  return state;
}
const names = { opening: 'Pembuka', closing: 'Penutup' };

it('names every part that the rules know, in their order', () => {
  const state = meeting([...opened(), { type: 'item.started', item: agenda[0]! }]);
  const parts = partNames(minutesOf(state), names);
  expect(parts.map(({ part }) => part)).toEqual(minutesParts(state));
  expect(parts[0]?.title).toBe('Pembuka');
  expect(parts[1]?.title).toBe(`1 ${agenda[0]!.title}`);
  expect(parts.at(-1)?.title).toBe('Penutup');
});

it('gives a break no number', () => {
  expect(itemTitle({ number: null, title: 'Istirahat' })).toBe('Istirahat');
  expect(itemTitle({ number: 2, title: 'Tujuan' })).toBe('2 Tujuan');
});

it('lists partners that sent nobody', () => {
  const facts = minutesOf(meeting(opened()));
  const came = facts.attendance.byPartner.filter(({ people }) => people.length > 0);
  expect(partnersAbsent(facts)).toHaveLength(facts.attendance.byPartner.length - came.length);
  expect(partnersAbsent(facts).length).toBeGreaterThan(0);
});
