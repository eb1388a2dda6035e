/** The agenda's document: what people do to it, what they do at the same time, and what a hostile client puts in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  addItem,
  AgendaReader,
  agendaItems,
  changeItem,
  moveItem,
  readAgenda,
  removeItem,
  seedAgenda,
  setPaper,
  titleOf,
  type SharedAgendaItem,
} from './agenda-doc';
import { copyOf, meet } from './testing';

const id = (n: number): string => `item${n}`.padEnd(22, '_');

function item(n: number, part: Partial<SharedAgendaItem> = {}): SharedAgendaItem {
  return {
    id: id(n),
    title: `Acara ${n}`,
    kind: 'discussion',
    minutes: 10,
    presenter: '',
    papers: [],
    ...part,
  };
}

function agendaOf(count: number): Y.Doc {
  const doc = new Y.Doc();
  for (let n = 0; n < count; n += 1) addItem(doc, item(n));
  return doc;
}

const order = (doc: Y.Doc): string[] => readAgenda(doc).map((one) => one.id);

describe('writing the agenda', () => {
  test('items stand in the order in which they were added, or where they were put', () => {
    const doc = agendaOf(3);
    addItem(doc, item(9), 1);
    expect(order(doc)).toEqual([0, 9, 1, 2].map(id));
  });

  test('a move puts an item at its place among the others and touches nothing else', () => {
    const doc = agendaOf(4);
    const before = titleOf(doc, id(3));
    moveItem(doc, id(3), 0);
    expect(order(doc)).toEqual([3, 0, 1, 2].map(id));
    moveItem(doc, id(3), 2);
    expect(order(doc)).toEqual([0, 1, 3, 2].map(id));
    expect(titleOf(doc, id(3))).toBe(before);
  });

  test('kind, minutes and presenter change; removing an item leaves the rest', () => {
    const doc = agendaOf(2);
    changeItem(doc, id(0), { kind: 'opening', minutes: 15, presenter: 'Ibu Ani' });
    removeItem(doc, id(1));
    expect(readAgenda(doc)).toEqual([item(0, { kind: 'opening', minutes: 15, presenter: 'Ibu Ani' })]);
  });
});

describe('writing it at the same time', () => {
  test('two titles typed into one item merge; a move and an edit both hold', () => {
    const here = agendaOf(3);
    const there = copyOf(here);
    titleOf(here, id(0))?.insert(0, 'Pembukaan: ');
    titleOf(there, id(0))?.insert('Acara 0'.length, ' bersama');
    moveItem(there, id(0), 2);
    meet(here, there);
    expect(readAgenda(here)).toEqual(readAgenda(there));
    expect(order(here)).toEqual([1, 2, 0].map(id));
    expect(readAgenda(here)[2]?.title).toBe('Pembukaan: Acara 0 bersama');
  });

  test('whatever three people do at once, they end with one list in which every item stands once', () => {
    const act = fc.record({
      who: fc.nat(2),
      what: fc.nat(3),
      item: fc.nat(7),
      place: fc.integer({ min: -2, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (acts, meetEvery) => {
        const first = agendaOf(5);
        const docs = [first, copyOf(first), copyOf(first)];
        acts.forEach(({ who, what, item: n, place }, at) => {
          const doc = docs[who] ?? first;
          if (what === 0) addItem(doc, item(10 + at), place);
          if (what === 1) moveItem(doc, id(n), place);
          if (what === 2) removeItem(doc, id(n));
          if (what === 3) changeItem(doc, id(n), { minutes: place });
          if (at % meetEvery === 0) meet(...docs);
        });
        meet(...docs);
        const [one, two, three] = docs.map(readAgenda);
        expect(one).toEqual(two);
        expect(one).toEqual(three);
        expect(new Set(one?.map((entry) => entry.id)).size).toBe(one?.length);
      }),
      { numRuns: 300 },
    );
  });

  test('two who put an item at the same place can still put a third between them', () => {
    const here = agendaOf(2);
    const there = copyOf(here);
    addItem(here, item(5), 1);
    addItem(there, item(6), 1);
    meet(here, there);
    const [, second] = order(here);
    addItem(here, item(7), 2);
    meet(here, there);
    expect(order(here)).toEqual(order(there));
    expect(order(here).slice(1, 3)).toEqual([second, id(7)]);
  });
});

describe('background papers', () => {
  const paper = { title: 'Data kelas', url: 'https://data.example/kelas.pdf' };

  test('two added at once are two, in one order everywhere; one may be changed and taken away', () => {
    const here = agendaOf(1);
    const there = copyOf(here);
    setPaper(here, id(0), id(21), paper);
    setPaper(there, id(0), id(20), { title: '', url: 'http://peta.example' });
    meet(here, there);
    const both = [
      { id: id(20), title: 'http://peta.example', url: 'http://peta.example' },
      { id: id(21), ...paper },
    ];
    expect(readAgenda(here)[0]?.papers).toEqual(both);
    expect(readAgenda(there)[0]?.papers).toEqual(both);
    setPaper(here, id(0), id(20), null);
    expect(readAgenda(here)[0]?.papers).toEqual(both.slice(1));
  });

  test('only addresses of the web are read, and not too many', () => {
    const doc = agendaOf(1);
    const hostile = [
      'javascript:alert(1)',
      'data:text/html,x',
      'http:///x',
      'ftp://x',
      `https://${'x'.repeat(2000)}`,
      '',
    ];
    hostile.forEach((url, n) => setPaper(doc, id(0), id(n), { title: 'x', url }));
    expect(readAgenda(doc)[0]?.papers).toEqual([]);
    for (let n = 0; n < 30; n += 1) setPaper(doc, id(0), id(100 + n), paper);
    expect(readAgenda(doc)[0]?.papers).toHaveLength(20);
  });
});

describe('an agenda to start from', () => {
  test('fills a document that nobody has written in, in the order given, as one update', () => {
    const doc = new Y.Doc();
    let updates = 0;
    doc.on('update', () => (updates += 1));
    seedAgenda(doc, [item(3), item(1), item(2)]);
    expect(order(doc)).toEqual([id(3), id(1), id(2)]);
    expect(updates).toBe(1);
  });

  test('neither doubles its items nor brings back what was removed', () => {
    const doc = new Y.Doc();
    const items = [item(1), item(2)];
    seedAgenda(doc, items);
    removeItem(doc, id(1));
    seedAgenda(doc, items);
    expect(order(doc)).toEqual([id(2)]);
    removeItem(doc, id(2));
    seedAgenda(doc, items);
    expect(order(doc)).toEqual([]);
  });
});

describe('what does not fit the shape', () => {
  test('is read as its nearest sensible value, and never throws', () => {
    const value = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string()),
      fc.dictionary(fc.string(), fc.integer(), { noNullPrototype: true }),
      fc.constant('map'),
      fc.constant('text'),
    );
    const key = fc.constantFrom('title', 'kind', 'minutes', 'presenter', 'order', '__proto__', 'constructor');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), key, value)), fc.array(fc.string()), (edits, strays) => {
        const doc = agendaOf(3);
        for (const [n, name, what] of edits) {
          const entry = agendaItems(doc).get(id(n));
          const shared = what === 'map' ? new Y.Map() : what === 'text' ? new Y.Text('teks') : what;
          if (entry instanceof Y.Map) entry.set(name, shared);
        }
        for (const stray of strays) agendaItems(doc).set(stray, stray.length % 2 ? new Y.Map() : stray);
        const items = readAgenda(doc);
        for (const one of items) {
          expect(one.minutes).toBeGreaterThanOrEqual(0);
          expect(one.minutes).toBeLessThanOrEqual(600);
          expect(one.title.length).toBeLessThanOrEqual(200);
          expect(one.title).not.toMatch(/\n/);
        }
        moveItem(doc, id(0), 2);
        addItem(doc, item(8), 0);
        expect(order(doc)).toContain(id(8));
      }),
    );
  });
});

describe('an agenda that is followed', () => {
  test('gives a new value for what was changed, and the same for all else', () => {
    const doc = new Y.Doc();
    for (const id of ['a'.repeat(22), 'b'.repeat(22), 'c'.repeat(22)])
      addItem(doc, { id, title: 'Acara', kind: 'discussion', minutes: 5, presenter: '' });
    const told: SharedAgendaItem[][] = [];
    const stop = new AgendaReader(doc).follow((items) => told.push(items));
    titleOf(doc, 'b'.repeat(22))?.insert(0, 'x');
    expect(told.at(-1)?.map((item, at) => item === told[0]?.[at])).toEqual([true, false, true]);
    moveItem(doc, 'c'.repeat(22), 0);
    changeItem(doc, 'a'.repeat(22), { minutes: 9 });
    removeItem(doc, 'b'.repeat(22));
    expect(told.at(-1)).toEqual(readAgenda(doc));
    stop();
    removeItem(doc, 'a'.repeat(22));
    expect(told.at(-1)).not.toEqual(readAgenda(doc));
  });
});
