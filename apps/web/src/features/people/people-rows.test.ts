import type { Meeting } from '@mufakat/domain';
import { fold, opened, who, type Entry } from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import { personRow, Roster } from './people-rows';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const meeting = (...entries: Entry[]): Meeting => fold([...opened(), ...entries]) as Meeting;

it('lists those who lead first and those who wait for a seat last, whoever is connected', () => {
  const room = meeting();
  const order = new Roster().in(room.people, compare);
  expect(order[0]?.id).toBe(who.chair);
  const last = order.at(-1);
  expect(last && personRow(room, last, new Set([who.guest]))).toMatchObject({ waits: true, connected: true });
});

it('gives the same order from an earlier one as from none, and the same list where nothing changed', () => {
  const roster = new Roster();
  const before = meeting();
  expect(roster.in(before.people, compare)).toBe(roster.in(before.people, compare));
  const after = meeting(
    { type: 'seat.changed', personId: who.guest, partnerId: null, roles: ['facilitator'], votes: false },
    { type: 'person.removed', personId: who.participant, blocked: false },
  );
  const ids = roster.in(after.people, compare).map(({ id }) => id);
  expect(ids).toEqual(new Roster().in(after.people, compare).map(({ id }) => id));
  expect(ids.indexOf(who.guest)).toBeLessThan(ids.indexOf(who.officeDelegate));
  expect(ids).not.toContain(who.participant);
});
