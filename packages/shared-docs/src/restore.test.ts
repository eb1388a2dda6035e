/** Going back to an older text: it reads as it did, and what stood in both keeps its authors. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { authorRuns } from './authorship';
import { editing } from './editing';
import { addClause, clauseText, moveClause, readGoal, removeClause } from './goal-doc';
import { restoreFragment, restoreGoal } from './restore';
import { readRichText } from './rich-text';
import { anyRichText, copyOf, element, hostileRichText, meet, paragraph, styled, textAt } from './testing';
import { wordingFragment } from './wording-doc';

const id = (n: number): string => `clause${n}`.padEnd(22, '_');

function wording(...blocks: (Y.XmlElement | Y.XmlText)[]): Y.Doc {
  const doc = new Y.Doc();
  wordingFragment(doc).insert(0, blocks);
  return doc;
}

function restored(doc: Y.Doc, old: Y.Doc): Y.Doc {
  restoreFragment(wordingFragment(doc), wordingFragment(old));
  return doc;
}

const read = (doc: Y.Doc) => styled(readRichText(wordingFragment(doc)));
const authors = (doc: Y.Doc) =>
  authorRuns(wordingFragment(doc)).map((runs) => runs.map((run) => run.clientId));

describe('a text', () => {
  test('paragraphs that stayed keep their authors; what was deleted comes back by whoever restores', () => {
    const old = wording(paragraph('satu'), paragraph('dua'), paragraph('tiga'));
    const now = copyOf(old);
    wordingFragment(now).delete(1, 1);
    wordingFragment(now).insert(0, [paragraph('nol')]);
    restored(now, old);
    expect(read(now)).toEqual(read(old));
    expect(authors(now)).toEqual([[old.clientID], [now.clientID], [old.clientID]]);
  });

  test('a sentence changed within: its beginning and its end are not touched', () => {
    const old = wording(paragraph('Rumah guru dikerjakan lebih dahulu.'));
    const now = copyOf(old);
    const text = textAt(wordingFragment(now), 0, 0);
    text.delete(11, 10);
    text.insert(11, 'ditunda');
    restored(now, old);
    expect(read(now)).toEqual(read(old));
    expect(authorRuns(wordingFragment(now))).toEqual([
      [
        { text: 'Rumah guru ', clientId: old.clientID },
        { text: 'dikerjakan', clientId: now.clientID },
        { text: ' lebih dahulu.', clientId: old.clientID },
      ],
    ]);
  });

  test('marks go back without touching the characters', () => {
    const old = wording(paragraph('air bersih untuk semua'));
    const now = copyOf(old);
    textAt(wordingFragment(now), 0, 0).format(4, 6, { bold: {}, link: { href: 'https://x.example' } });
    restored(now, old);
    expect(read(now)).toEqual(read(old));
    expect(authors(now)).toEqual([[old.clientID]]);
  });

  test('characters of two halves are not parted', () => {
    const old = wording(paragraph('a👍b'));
    const now = copyOf(old);
    const text = textAt(wordingFragment(now), 0, 0);
    text.delete(1, 2);
    text.insert(1, '👎');
    expect(read(copyOf(restored(now, old)))).toEqual(read(old));
  });

  test('an item within a list, and a heading of another level', () => {
    const heading = (level: string) => {
      const made = element('heading', 'Tujuan');
      made.setAttribute('level', level);
      return made;
    };
    const list = (...items: string[]) =>
      element('bulletList', ...items.map((item) => element('listItem', paragraph(item))));
    const old = wording(heading('2'), list('a', 'b', 'c'));
    const now = copyOf(old);
    const [first, second] = wordingFragment(now).toArray();
    if (!(first instanceof Y.XmlElement) || !(second instanceof Y.XmlElement)) throw new Error('no elements');
    first.setAttribute('level', '1');
    second.delete(1, 1);
    restored(now, old);
    expect(read(now)).toEqual(read(old));
    expect(authors(now)).toEqual([[old.clientID], [old.clientID], [now.clientID], [old.clientID]]);
  });

  test('is one step of the undo manager, and merges with what others write meanwhile', () => {
    const old = wording(paragraph('satu'), paragraph('dua'));
    const now = copyOf(old);
    wordingFragment(now).delete(0, 1);
    const before = read(now);
    const other = copyOf(now);
    const undo = new Y.UndoManager(wordingFragment(now), { trackedOrigins: new Set([editing]) });
    restored(now, old);
    textAt(wordingFragment(other), 0, 0).insert(3, ' belas');
    meet(now, other);
    expect(read(now)).toEqual(read(other));
    expect(read(now).map(({ runs }) => runs[0]?.text)).toEqual(['satu', 'dua belas']);
    undo.undo();
    expect(read(now).length).toBe(before.length);
  });

  test(
    'from any text to any other: reads as it, also for those who hear of it, and again changes nothing',
    { timeout: 30_000 },
    () => {
      fc.assert(
        fc.property(anyRichText, anyRichText, (makeNow, makeOld) => {
          const [now, old] = [makeNow(), makeOld()];
          restored(now, old);
          expect(read(now)).toEqual(read(old));
          expect(read(copyOf(now))).toEqual(read(old));
          let changes = 0;
          now.on('update', () => (changes += 1));
          restored(now, old);
          expect(changes).toBe(0);
        }),
        { numRuns: 200 },
      );
    },
  );

  test('hostile texts are restored as they read, or away', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(hostileRichText, anyRichText, (hostile, plain) => {
        expect(read(restored(hostile(), plain()))).toEqual(read(plain()));
        expect(read(restored(plain(), hostile()))).toEqual(read(hostile()));
        expect(read(restored(hostile(), hostile()))).toEqual(read(hostile()));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a goal', () => {
  function goalOf(...words: string[]): Y.Doc {
    const doc = new Y.Doc();
    words.forEach((text, n) => {
      addClause(doc, id(n));
      clauseText(doc, id(n), 'id').insert(0, [paragraph(text)]);
    });
    return doc;
  }
  const said = (doc: Y.Doc) =>
    readGoal(doc).map((one) => [one.id, readRichText(clauseText(doc, one.id, 'id'))]);

  test('its clauses, their order and their words come back; later ones go', () => {
    const old = goalOf('satu', 'dua', 'tiga');
    const now = copyOf(old);
    removeClause(now, id(1));
    moveClause(now, id(2), 0);
    addClause(now, id(9));
    textAt(clauseText(now, id(0), 'id'), 0, 0).insert(0, 'bukan ');
    clauseText(now, id(0), 'en').insert(0, [paragraph('one')]);
    restoreGoal(now, old);
    expect(said(now)).toEqual(said(old));
    expect(clauseText(now, id(0), 'en').length).toBe(0);
    expect(authorRuns(clauseText(now, id(1), 'id'))[0]?.[0]?.clientId).toBe(old.clientID);
  });

  test('from any list to any other', () => {
    const list = fc.uniqueArray(fc.nat(8), { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (before, wanted) => {
        const [now, old] = [new Y.Doc(), new Y.Doc()];
        for (const n of before) addClause(now, id(n));
        for (const n of wanted) addClause(old, id(n));
        restoreGoal(now, old);
        expect(readGoal(now)).toEqual(readGoal(old));
      }),
    );
  });
});
