import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { isTyped, mergeTyped, type TypedUpdate } from './typed-updates';
import { guardUpdate, type AcceptedUpdate } from './update-guard';

/** People who type in one text; each change reaches the others at once, and is kept as the guard accepts it. */
class Table {
  readonly typed: TypedUpdate[] = [];
  readonly #docs: Y.Doc[];
  readonly #server = new Y.Doc();

  constructor(people: number, begin: (text: Y.Text) => void = () => undefined) {
    begin(this.#server.getText('t'));
    this.#docs = Array.from({ length: people }, (_, at) => {
      const doc = new Y.Doc();
      doc.clientID = 100 + at;
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.#server));
      return doc;
    });
  }

  edit(person: number, change: (text: Y.Text) => void): AcceptedUpdate | null {
    const doc = this.#docs[person % this.#docs.length]!;
    const made: Uint8Array[] = [];
    const keep = (update: Uint8Array): void => void made.push(update);
    doc.on('update', keep);
    doc.transact(() => change(doc.getText('t')));
    doc.off('update', keep);
    const [update] = made;
    if (!update) return null;
    const verdict = guardUpdate(update, {
      personId: 'p',
      clockOf: (client) => Y.getState(this.#server.store, client),
      ownerOf: (client) => (Y.getState(this.#server.store, client) > 0 ? 'p' : undefined),
    });
    if (verdict.verdict !== 'ok') throw new Error(verdict.verdict);
    this.typed.push({ update, accepted: verdict });
    for (const one of [this.#server, ...this.#docs]) if (one !== doc) Y.applyUpdate(one, update);
    return verdict;
  }

  get text(): string {
    return this.#server.getText('t').toJSON();
  }
}

const edits = fc.array(
  fc.record({
    person: fc.nat(4),
    at: fc.nat(1000),
    remove: fc.nat(5),
    insert: fc.string({ minLength: 0, maxLength: 4, unit: 'grapheme' }),
  }),
  { minLength: 1, maxLength: 60 },
);

function change({ at, remove, insert }: { at: number; remove: number; insert: string }) {
  return (text: Y.Text): void => {
    const from = text.length === 0 ? 0 : at % (text.length + 1);
    const gone = Math.min(remove, text.length - from);
    if (gone > 0) text.delete(from, gone);
    if (insert) text.insert(from, insert);
  };
}

describe('merging what was typed', () => {
  test('as bytes is the same document as one by one, and as Yjs merges it', () => {
    fc.assert(
      fc.property(edits, fc.nat(4), (made, people) => {
        const table = new Table(people + 1);
        for (const one of made) table.edit(one.person, change(one));
        const merged = mergeTyped(table.typed);
        const whole = new Y.Doc();
        Y.applyUpdate(whole, merged);
        expect(whole.store.pendingStructs).toBeNull();
        expect(whole.getText('t').toJSON()).toBe(table.text);
        const byYjs = Y.mergeUpdates(table.typed.map(({ update }) => update));
        expect(Y.encodeStateVectorFromUpdate(merged)).toEqual(Y.encodeStateVectorFromUpdate(byYjs));
        const other = new Y.Doc();
        Y.applyUpdate(other, byYjs);
        expect(Y.encodeStateAsUpdate(whole)).toEqual(Y.encodeStateAsUpdate(other));
      }),
      { numRuns: 300 },
    );
  });

  test('in any slices, each of which the guard takes', () => {
    fc.assert(
      fc.property(edits, fc.integer({ min: 1, max: 9 }), (made, size) => {
        const table = new Table(5);
        for (const one of made) table.edit(one.person, change(one));
        const doc = new Y.Doc();
        for (let at = 0; at < table.typed.length; at += size) {
          const slice = mergeTyped(table.typed.slice(at, at + size));
          const verdict = guardUpdate(slice, {
            personId: 'p',
            clockOf: (client) => Y.getState(doc.store, client),
            ownerOf: (client) => (Y.getState(doc.store, client) > 0 ? 'p' : undefined),
          });
          expect(verdict.verdict).toBe('ok');
          Y.applyUpdate(doc, slice);
        }
        expect(doc.getText('t').toJSON()).toBe(table.text);
      }),
      { numRuns: 200 },
    );
  });

  test('of nothing is an empty update, of one the very same', () => {
    expect(mergeTyped([])).toEqual(Uint8Array.of(0, 0));
    const table = new Table(1);
    table.edit(0, (text) => text.insert(0, 'a'));
    expect(mergeTyped(table.typed)).toBe(table.typed[0]!.update);
  });
});

describe('what counts as typed', () => {
  const judged = (
    begin: (text: Y.Text) => void,
    edit: (text: Y.Text) => void,
    formatted = false,
  ): boolean => {
    const table = new Table(1, begin);
    const accepted = table.edit(0, edit)!;
    return isTyped(table.typed[0]!.update, accepted, formatted);
  };
  const begin = (text: Y.Text): void => text.insert(0, 'sudah ada');

  test('a keystroke, a word taken out, one put in its place', () => {
    expect(judged(begin, (text) => text.insert(3, 'x'))).toBe(true);
    expect(judged(begin, (text) => text.delete(2, 3))).toBe(true);
  });

  test('not a format, nor a deletion where there are formats', () => {
    expect(judged(begin, (text) => text.format(0, 3, { bold: true }))).toBe(false);
    expect(judged(begin, (text) => text.delete(2, 3), true)).toBe(false);
    expect(judged(begin, (text) => text.insert(3, 'x'), true)).toBe(true);
  });

  test('not a type within, nor a long paste', () => {
    expect(judged(begin, (text) => text.insertEmbed(0, new Y.Map()))).toBe(false);
    expect(judged(begin, (text) => text.insert(0, 'x'.repeat(20_000)))).toBe(false);
  });
});
