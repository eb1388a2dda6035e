/** Held against a plain record that is copied at every step: whatever is put, in whichever version, in whatever order. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ById } from './by-id';
import { evolveMeeting } from './evolve-meeting';
import type { MeetingEvent } from './meeting-events';
import { unplanned, type MeetingState } from './meeting/state';
import { fold, foldFrom, id, opened, seated } from './testing';
import { eraseWords } from './words';

interface Version {
  byId: ById<number>;
  record: Record<string, number>;
}

/** `from` picks the version to go on from: mostly the newest, at times an old one, so that branches come about. */
const step = fc.record({
  from: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(80) }),
  key: fc.nat(90),
  value: fc.nat(),
});

function expectSame({ byId, record }: Version): void {
  expect([...byId]).toEqual(Object.entries(record));
  expect(byId.values()).toEqual(Object.values(record));
  expect(byId.ids()).toEqual(Object.keys(record));
  expect(byId.size).toBe(Object.keys(record).length);
  expect(JSON.parse(JSON.stringify(byId))).toEqual(record);
  const asked = Array.from({ length: 91 }, (_, n) => id(n));
  expect(asked.map((one) => byId.get(one))).toEqual(asked.map((one) => record[one]));
  expect(asked.filter((one) => byId.has(one))).toEqual(asked.filter((one) => Object.hasOwn(record, one)));
}

describe('values by their id', () => {
  test('are what a copied record would be, in every version, also where versions branch', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => {
        const versions: Version[] = [{ byId: ById.from([]), record: {} }];
        for (const { from, key, value } of steps) {
          const { byId, record } = versions[Math.max(0, versions.length - 1 - from)]!;
          versions.push({ byId: byId.put(id(key), value), record: { ...record, [id(key)]: value } });
        }
        versions.forEach(expectSame);
      }),
      { numRuns: 60 },
    );
  });

  test('are made anew by map, without a trace in those they were made of', () => {
    const one = ById.from(Array.from({ length: 70 }, (_, n): [string, number] => [id(n), n]));
    const two = one.map((n) => n * 2).put(id(99), 5);
    expect(two.get(id(69))).toBe(138);
    expect([one.get(id(69)), one.has(id(99))]).toEqual([69, false]);
  });

  test('differ for a test where one value, one id or the order differs', () => {
    const one = ById.from([
      [id(1), 1],
      [id(2), 2],
    ]);
    expect(one).toEqual(ById.from([...one]));
    expect(one).not.toEqual(one.put(id(2), 3));
    expect(one).not.toEqual(one.put(id(3), 3));
    expect(one).not.toEqual(ById.from([...one].reverse()));
    expect(one.map(() => 1)).not.toEqual(ById.from([[id(1), 1]]));
  });

  test('have their words erased like all else', () => {
    const words = ById.from([[id(1), { id: id(5), text: 'Ani' }]]);
    expect(eraseWords({ words }, new Set([id(5)])).words.get(id(1))).toEqual({ id: id(5), erased: true });
  });
});

describe('[L1] a long record', () => {
  const people = 600;
  const came = Array.from({ length: people }, (_, n): MeetingEvent[] => {
    const personId = id(20_000 + n);
    const words = (at: number) => ({ id: id(at + n), text: `Orang ${n}` });
    return [
      seated('participant', { personId, name: words(30_000), address: words(40_000) }),
      { type: 'attendance.signed', personId },
    ];
  }).flat();
  const reason = (n: number) => ({ id: id(50_000 + n), text: 'jeda' });
  const log: MeetingEvent[] = [
    ...opened(),
    ...came,
    { type: 'meeting.reopened', reason: reason(0) },
    { type: 'people.admitted', personIds: came.flatMap((one) => ('personId' in one ? [one.personId] : [])) },
    { type: 'meeting.reopened', reason: reason(1) },
    { type: 'words.taken-back', wordsIds: [reason(0).id] },
    { type: 'person.erased', personId: id(20_000), wordsIds: [id(30_000), id(40_000)] },
  ];

  test('folds to the same in any slices, and no state on the way is changed by what comes after', () => {
    const whole = fold(log);
    fc.assert(
      fc.property(fc.array(fc.nat(log.length), { maxLength: 6 }), (cuts) => {
        const ends = [0, ...cuts.sort((a, b) => a - b), log.length];
        let state: MeetingState = unplanned;
        const seen = ends.slice(1).map((end, slice) => {
          state = foldFrom(state, log.slice(ends[slice], end), ends[slice] ?? 0);
          return { state, was: JSON.stringify(state) };
        });
        expect(seen.at(-1)?.state).toEqual(whole);
        for (const { state: now, was } of seen) expect(JSON.stringify(now)).toBe(was);
      }),
      { numRuns: 20 },
    );
  });

  test('costs no more an event where many have come: what stays is shared', () => {
    const before = fold(log);
    const envelope = { seq: log.length + 1, at: 0, by: null };
    const after = evolveMeeting(before, { type: 'attendance.left', personId: id(20_300) }, envelope);
    if (before.status === 'unplanned' || after.status === 'unplanned') throw new Error('unplanned');
    const changed = after.people.values().filter((one, n) => one !== before.people.values()[n]);
    expect(changed.map(({ id: one, attendance }) => [one, attendance])).toEqual([[id(20_300), 'left']]);
  });
});
