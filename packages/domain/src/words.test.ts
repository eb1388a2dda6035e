import { expect, test } from 'vitest';
import { asking, at, closed, fold, id, seated, who, type Entry } from './testing';
import { eraseWords, textOf, wordsIn } from './words';

const reason = { id: id(88), text: 'kata kasar' };

test('[L3] erasing walks all of a value, keeps its shape and touches no other words', () => {
  const value = { a: [reason, { id: id(89), text: 'tetap' }], b: { c: reason, id: id(88), n: 1 }, d: null };
  const erased = eraseWords(value, new Set([reason.id]));
  expect(erased).toEqual({
    a: [
      { id: id(88), erased: true },
      { id: id(89), text: 'tetap' },
    ],
    b: { c: { id: id(88), erased: true }, id: id(88), n: 1 },
    d: null,
  });
  expect(value.a[0]).toBe(reason);
  expect(wordsIn(erased)).toEqual([id(88), id(89), id(88)]);
  expect([textOf(reason), textOf({ id: id(88), erased: true })]).toEqual(['kata kasar', null]);
});

test('[L3] erased words stand nowhere in the state, and the record folds to it without them', () => {
  const { name, address } = seated('participant');
  const gone = [name.id, address.id, reason.id];
  const remark = {
    answer: 'object' as const,
    partnerId: null,
    words: reason,
    acceptableIf: null,
    until: null,
  };
  const log: Entry[] = [
    ...asking(),
    { type: 'meeting.paused', kind: 'other', reason, until: at(200) },
    { type: 'meeting.resumed' },
    closed(false, { remarks: [remark] }),
    { type: 'person.erased', personId: who.participant, wordsIds: [name.id, address.id] },
    { type: 'words.taken-back', wordsIds: [reason.id] },
  ];
  const state = fold(log);
  for (const text of ['Nama participant', 'Gelar participant', 'kata kasar']) {
    expect(JSON.stringify(state)).not.toContain(text);
  }
  expect(fold(eraseWords(log, new Set(gone)))).toEqual(state);
});
