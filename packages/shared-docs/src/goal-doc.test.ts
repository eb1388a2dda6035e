/** The goal's document: clauses in order, what people do at the same time, and what is frozen of it. */
import { canonicalJson, sha256Hex } from '@mufakat/record';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { editing } from './editing';
import { freezeGoal } from './freeze';
import { addClause, clausesOf, clauseText, maxClauses, moveClause, readGoal, removeClause } from './goal-doc';
import { restoreFragment } from './restore';
import { copyOf, hostileRichText, meet, paragraph } from './testing';

const id = (n: number): string => `clause${n}`.padEnd(22, '_');

function goalOf(count: number): Y.Doc {
  const doc = new Y.Doc();
  for (let n = 0; n < count; n += 1) addClause(doc, id(n));
  return doc;
}

function say(doc: Y.Doc, n: number, language: 'id' | 'en', ...paragraphs: string[]): void {
  clauseText(doc, id(n), language).insert(
    0,
    paragraphs.map((text) => paragraph(text)),
  );
}

const order = (doc: Y.Doc): string[] => readGoal(doc).map((one) => one.id);

describe('clauses', () => {
  test('stand where they were put, and move', () => {
    const doc = goalOf(3);
    addClause(doc, id(9), 1);
    expect(order(doc)).toEqual([0, 9, 1, 2].map(id));
    moveClause(doc, id(2), 0);
    expect(order(doc)).toEqual([2, 0, 9, 1].map(id));
    moveClause(doc, id(7), 0);
    expect(order(doc)).toEqual([2, 0, 9, 1].map(id));
  });

  test('a removed clause comes back by undo with its words, also those written by others', () => {
    const here = goalOf(2);
    say(here, 0, 'id', 'Air bersih');
    const there = copyOf(here);
    say(there, 0, 'en', 'Clean water');
    meet(here, there);
    const undo = new Y.UndoManager(clausesOf(here), { trackedOrigins: new Set([editing]) });
    removeClause(here, id(0));
    expect(order(here)).toEqual([id(1)]);
    undo.undo();
    expect(order(here)).toEqual([0, 1].map(id));
    expect(freezeGoal(here, ['id', 'en']).plain).toBe('1. Air bersih\n\n2.\n\n1. Clean water\n\n2.');
  });

  test('two who open the same clause at once write into the same text', () => {
    const here = goalOf(1);
    const there = copyOf(here);
    say(here, 0, 'id', 'sini');
    say(there, 0, 'id', 'sana');
    meet(here, there);
    expect(clauseText(here, id(0), 'id').length).toBe(2);
    expect(freezeGoal(here, ['id'])).toEqual(freezeGoal(there, ['id']));
  });

  test('whatever three people do at once, they end with one list in which every clause stands once', () => {
    const act = fc.record({
      who: fc.nat(2),
      what: fc.nat(2),
      clause: fc.nat(7),
      place: fc.integer({ min: -2, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (acts, meetEvery) => {
        const first = goalOf(5);
        const docs = [first, copyOf(first), copyOf(first)];
        acts.forEach(({ who, what, clause, place }, at) => {
          const doc = docs[who] ?? first;
          if (what === 0) addClause(doc, id(clause), place);
          if (what === 1) moveClause(doc, id(clause), place);
          if (what === 2) removeClause(doc, id(clause));
          if (at % meetEvery === 0) meet(...docs);
        });
        meet(...docs);
        const [one, two, three] = docs.map(order);
        expect(one).toEqual(two);
        expect(one).toEqual(three);
        expect(new Set(one).size).toBe(one?.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('freezing', () => {
  test('the canonical JSON of clauses in order, in the languages asked for, its hash, and plain text', () => {
    const doc = goalOf(2);
    say(doc, 0, 'id', 'Setiap anak bersekolah.', 'Tanpa biaya.');
    say(doc, 0, 'en', 'Every child is at school.');
    say(doc, 1, 'id', '# Guru');
    moveClause(doc, id(1), 0);
    const frozen = freezeGoal(doc, ['id', 'en']);
    expect(frozen.text).toBe(
      canonicalJson({
        clauses: [
          { id: id(1), words: { id: '\\# Guru', en: '' } },
          {
            id: id(0),
            words: { id: 'Setiap anak bersekolah.\n\nTanpa biaya.', en: 'Every child is at school.' },
          },
        ],
      }),
    );
    expect(frozen.hash).toBe(sha256Hex(frozen.text));
    expect(frozen.plain).toBe(
      '1. # Guru\n\n2. Setiap anak bersekolah.\n\nTanpa biaya.\n\n1.\n\n2. Every child is at school.',
    );
    expect(frozen.clauses[1]?.words[1]).toEqual({
      language: 'en',
      text: 'Every child is at school.',
      plain: 'Every child is at school.',
    });
    expect(freezeGoal(copyOf(doc), ['id', 'en'])).toEqual(frozen);
    expect(freezeGoal(doc, ['en', 'id']).hash).toBe(frozen.hash);
    expect(freezeGoal(doc, ['id']).hash).not.toBe(frozen.hash);
    expect(freezeGoal(doc, ['id', 'id'])).toEqual(freezeGoal(doc, ['id']));
  });
});

describe('what does not fit the shape', () => {
  test('clauses that are no maps, keys that are no ids, orders that are no keys: read, and never thrown at', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.constant('map'));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), value)), fc.array(fc.string()), (edits, strays) => {
        const doc = goalOf(3);
        for (const [n, what] of edits) {
          const entry = clausesOf(doc).get(id(n));
          if (entry instanceof Y.Map) entry.set('order', what === 'map' ? new Y.Map() : what);
          else clausesOf(doc).set(id(n), what);
        }
        for (const stray of [...strays, '__proto__']) clausesOf(doc).set(stray, new Y.Map());
        for (const one of order(doc)) expect(one).toMatch(/^[\w-]{22}$/);
        moveClause(doc, id(0), 2);
        addClause(doc, id(8), 0);
        expect(order(doc)[0]).toBe(id(8));
        expect(freezeGoal(doc, ['id']).hash).toHaveLength(64);
      }),
    );
  });

  test('at most sixty are read', () => {
    expect(readGoal(goalOf(maxClauses + 10))).toHaveLength(maxClauses);
  });

  test('hostile words freeze', () => {
    fc.assert(
      fc.property(hostileRichText, (hostile) => {
        const doc = goalOf(1);
        const clause = clauseText(doc, id(0), 'id');
        restoreFragment(clause, hostile().getXmlFragment('wording'));
        const frozen = freezeGoal(doc, ['id', 'en']);
        expect(frozen).toEqual(freezeGoal(copyOf(doc), ['id', 'en']));
      }),
    );
  });
});
