import type { Meeting } from '@mufakat/domain';
import { fold, opened, ruleWith, who, type Entry } from '@mufakat/domain/testing';
import { expect, it } from 'vitest';
import { presenceOf } from './presence-model';
import { seatOf, withRole } from './seat-form';

const signed = (...names: (keyof typeof who)[]): Entry[] =>
  names.map((name) => ({ type: 'attendance.signed', personId: who[name] }));
const quorum = { base: 'invited', atLeast: '1/2', strict: true, ifNot: [] } as const;
const meeting = (...entries: Entry[]): Meeting =>
  fold([...opened({ rule: ruleWith({ quorum: { ...quorum, ifNot: [] } }) }), ...entries]) as Meeting;

it('counts who signed for an invited partner and has not left, by unsur, and others apart', () => {
  const here = presenceOf(
    meeting(...signed('officeDelegate', 'participant', 'guest', 'observer'), {
      type: 'attendance.left',
      personId: who.guest,
    }),
  );
  expect(here).toMatchObject({ here: 2, invited: 8, others: 1 });
  expect(here.units.map((unit) => [unit.here, unit.away])).toEqual([
    [1, 1],
    [0, 2],
    [0, 1],
    [1, 2],
  ]);
});

it('says the quorum by those who have a vote, in the unit that votes', () => {
  const all = signed(
    'officeDelegate',
    'societyDelegate',
    'companyDelegate',
    'villageDelegate',
    'participant',
  );
  expect(presenceOf(meeting(...all.slice(0, 4))).quorum).toEqual({ met: false, need: 5, of: 'people' });
  expect(presenceOf(meeting(...all)).quorum).toEqual({ met: true, need: 5, of: 'people' });
  expect(presenceOf(fold(opened()) as Meeting).quorum).toBeNull();
});

it('makes a guest who gets a role a guest no longer, with the vote that the role may have', () => {
  const guest = seatOf((fold(opened()) as Meeting).people.get(who.guest));
  const seated = withRole(guest, 'participant', true);
  expect(seated).toMatchObject({ roles: ['participant'], votes: true });
  expect(withRole(seated, 'participant', false)).toMatchObject({ roles: [], votes: false });
  expect(withRole(guest, 'observer', true)).toMatchObject({ roles: ['observer'], votes: false });
});
