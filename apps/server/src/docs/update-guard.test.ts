import * as encoding from 'lib0/encoding';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { guardUpdate, maxBlocks, type GuardVerdict, type GuardView } from './update-guard';

const owner = 'siti';

function viewOf(doc: Y.Doc, personId = owner, owners: Record<number, string> = {}): GuardView {
  return {
    personId,
    clockOf: (client) => Y.getState(doc.store, client),
    ownerOf: (client) => owners[client],
  };
}

function verdictOn(update: Uint8Array, view: GuardView = viewOf(new Y.Doc())): GuardVerdict['verdict'] {
  return guardUpdate(update, view).verdict;
}

function bytes(write: (uint: (...numbers: number[]) => void, encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    write((...numbers) => numbers.forEach((number) => encoding.writeVarUint(encoder, number)), encoder);
  });
}

function docWith(clientID: number, text: string): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  doc.getText('t').insert(0, text);
  return doc;
}

/** One of each kind of content that an editor writes. */
function richDoc(clientID = 5): Y.Doc {
  const doc = docWith(clientID, 'Musyawarah 👋🏽 mufakat');
  const fragment = doc.getXmlFragment('wording');
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText('isi');
  fragment.insert(0, [paragraph]);
  paragraph.insert(0, [text]);
  paragraph.setAttribute('align', 'left');
  text.format(0, 2, { bold: {}, link: { href: 'https://a.id', deep: [1, [2, { x: null }]] } });
  text.insertEmbed(1, { image: 'x' });
  const map = doc.getMap('items');
  map.set('number', 1.5);
  map.set('more', { a: [1, -7, true, null, undefined, 'ya', new Uint8Array([1, 2]), 12345678901n] });
  map.set('bytes', new Uint8Array([9, 8]));
  map.set('hook', new Y.XmlHook('h'));
  doc.getArray('list').insert(0, [1, 2, 3, 'x']);
  doc.getText('t').delete(2, 6);
  map.delete('number');
  return doc;
}

describe('what Yjs writes passes', () => {
  test('a document with every kind of content', () => {
    const verdict = guardUpdate(Y.encodeStateAsUpdate(richDoc()), viewOf(new Y.Doc()));
    expect(verdict).toMatchObject({
      verdict: 'ok',
      newClients: [5],
      nests: true,
      repeats: false,
    });
  });

  test('an empty update brings nothing', () => {
    expect(guardUpdate(Y.encodeStateAsUpdate(new Y.Doc()), viewOf(new Y.Doc()))).toMatchObject({
      verdict: 'ok',
      fresh: [],
      ranges: 0,
    });
  });

  test('a bulk paste in one transaction', () => {
    const doc = docWith(1, 'x'.repeat(200_000));
    doc.transact(() => {
      for (let line = 0; line < 2000; line++) doc.getArray('lines').push([new Y.Text(`baris ${line}`)]);
    });
    expect(verdictOn(Y.encodeStateAsUpdate(doc))).toBe('ok');
  });

  test('a long run of deletes, one character here and there', () => {
    const doc = docWith(1, 'ab'.repeat(2_000));
    const server = new Y.Doc();
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(doc);
    doc.transact(() => {
      for (let at = 0; at < 2_000; at++) doc.getText('t').delete(at, 1);
    });
    expect(verdictOn(Y.encodeStateAsUpdate(doc, before), viewOf(server, owner, { 1: owner }))).toBe('ok');
  });

  test('a second tab, and a reload that still holds words of an older id of one’s own', () => {
    const server = docWith(1, 'lama');
    const tab = new Y.Doc();
    Y.applyUpdate(tab, Y.encodeStateAsUpdate(server));
    tab.clientID = 1;
    tab.getText('t').insert(4, ' kemarin');
    tab.clientID = 2;
    tab.getText('t').insert(12, ' sekarang');
    const update = Y.encodeStateAsUpdate(tab, Y.encodeStateVector(server));
    expect(guardUpdate(update, viewOf(server, owner, { 1: owner }))).toMatchObject({
      verdict: 'ok',
      newClients: [2],
    });
  });

  test('a step 2 that repeats what the document has of other people', () => {
    const server = docWith(1, 'punya Budi');
    const client = new Y.Doc();
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
    client.clientID = 2;
    client.getText('t').insert(0, 'dan saya: ');
    const verdict = guardUpdate(Y.encodeStateAsUpdate(client), viewOf(server, owner, { 1: 'budi' }));
    expect(verdict).toMatchObject({ verdict: 'ok', repeats: true, fresh: [{ client: 2, from: 0 }] });
  });

  test('deletes of other people’s text', () => {
    const server = docWith(1, 'punya Budi');
    const client = new Y.Doc();
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
    client.getText('t').delete(0, 6);
    const update = Y.encodeStateAsUpdate(client, Y.encodeStateVector(server));
    expect(verdictOn(update, viewOf(server, owner, { 1: 'budi' }))).toBe('ok');
  });

  test('merged updates with a gap that the document fills', () => {
    const doc = docWith(1, 'satu');
    const updates = [Y.encodeStateAsUpdate(doc)];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.getText('t').insert(4, ' dua');
    doc.getText('t').insert(8, ' tiga');
    const server = new Y.Doc();
    for (const update of updates.slice(0, 2)) Y.applyUpdate(server, update);
    expect(verdictOn(Y.mergeUpdates([updates[0]!, updates[2]!]), viewOf(server, owner, { 1: owner }))).toBe(
      'ok',
    );
  });
});

describe('what builds on the unknown is a gap', () => {
  test('an update whose predecessor is missing', () => {
    const doc = docWith(1, 'satu');
    const before = Y.encodeStateVector(doc);
    doc.getText('t').insert(4, ' dua');
    expect(verdictOn(Y.encodeStateAsUpdate(doc, before))).toBe('gap');
  });

  test('an update beside text of someone unknown', () => {
    const doc = docWith(1, 'satu');
    const before = Y.encodeStateVector(doc);
    doc.clientID = 2;
    doc.getText('t').insert(4, ' dua');
    expect(verdictOn(Y.encodeStateAsUpdate(doc, before))).toBe('gap');
  });

  test('a delete of something unknown', () => {
    const doc = docWith(1, 'satu');
    const before = Y.encodeStateVector(doc);
    doc.getText('t').delete(0, 1);
    expect(verdictOn(Y.encodeStateAsUpdate(doc, before))).toBe('gap');
  });

  test('a hole inside a block', () => {
    const doc = docWith(1, 'satu');
    const updates = [Y.encodeStateAsUpdate(doc)];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.getText('t').insert(4, ' dua');
    doc.getText('t').insert(8, ' tiga');
    expect(verdictOn(Y.mergeUpdates([updates[0]!, updates[2]!]))).toBe('gap');
  });
});

describe('new structs under someone else’s id are refused', () => {
  test('words put into another person’s mouth', () => {
    const server = docWith(1, 'Budi');
    const forger = new Y.Doc();
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(server));
    forger.clientID = 1;
    forger.getText('t').insert(4, ' setuju');
    const update = Y.encodeStateAsUpdate(forger, Y.encodeStateVector(server));
    expect(guardUpdate(update, viewOf(server, owner, { 1: 'budi' }))).toEqual({
      verdict: 'foreign',
      client: 1,
    });
  });

  test('an id that has words but no owner is nobody’s to go on with', () => {
    const server = docWith(1, 'asal');
    const forger = docWith(1, 'asal dan lagi');
    expect(verdictOn(Y.encodeStateAsUpdate(forger), viewOf(server))).toBe('foreign');
  });
});

describe('known attacks', () => {
  test('seven bytes that claim thirty million structs', () => {
    const update = bytes((uint) => uint(1, 30_000_000, 1, 0));
    expect(update.length).toBe(7);
    expect(verdictOn(update)).toBe('malformed');
  });

  test('a V2 update, which would hang Yjs if read as one', () => {
    expect(verdictOn(Y.encodeStateAsUpdateV2(docWith(1, 'halo')))).toBe('malformed');
    const hanging = Uint8Array.from(
      '0 0 1 1 0 0 1 0 1 0 0 0 6 65 255 255 255 255 7 1 255 255 255 255 7 0 0'.split(' ').map(Number),
    );
    expect(hanging.length).toBe(27);
    expect(verdictOn(hanging)).toBe('malformed');
  });

  test('more blocks than a client can have', () => {
    const many = Array.from({ length: maxBlocks + 1 }, (_, client) =>
      Y.encodeStateAsUpdate(docWith(client, 'x')),
    );
    expect(verdictOn(Y.mergeUpdates(many))).toBe('malformed');
    expect(verdictOn(Y.mergeUpdates(many.slice(1)))).toBe('ok');
  });

  test('a client twice: Yjs would forget the first block', () => {
    const update = bytes((uint) => {
      uint(2);
      for (const clock of [0, 1]) uint(1, 7, clock, 0, 1);
      uint(0);
    });
    expect(verdictOn(update)).toBe('malformed');
  });

  test.each([
    ['a struct that points at its own future', [1, 1, 7, 0, 0x84, 7, 3, 1, 97, 0]],
    ['a struct without length', [1, 1, 7, 0, 0, 0, 0]],
    ['a clock beyond 2³¹', [1, 1, 7, 255, 255, 255, 255, 7, 0, 2, 0]],
    ['a subdocument', [1, 1, 7, 0, 9, 1, 1, 116, 1, 97, 118, 0, 0]],
    ['a kind of content that does not exist', [1, 1, 7, 0, 11, 1, 1, 116, 0]],
    ['text that is no UTF-8', [1, 1, 7, 0, 4, 1, 1, 116, 2, 0xc3, 0x28, 0]],
    ['an embed that is no JSON', [1, 1, 7, 0, 5, 1, 1, 116, 1, 0x7b, 0]],
    ['bytes behind the end', [0, 0, 0]],
    ['the same range deleted twice', [0, 1, 7, 2, 0, 5, 0, 5]],
    ['a client’s deletes twice', [0, 2, 7, 1, 0, 5, 7, 1, 0, 5]],
  ])('%s', (_what, update) => {
    expect(verdictOn(Uint8Array.from(update), viewOf(docWith(7, 'halo halo'), owner, { 7: owner }))).toBe(
      'malformed',
    );
  });

  test('values that nest deeper than any stack', () => {
    const json = '['.repeat(100_000) + ']'.repeat(100_000);
    const hidden = '["]",'.repeat(50_000) + '1' + ']'.repeat(50_000);
    for (const value of [json, hidden]) {
      const embed = bytes((uint, encoder) => {
        uint(1, 1, 7, 0, 5, 1);
        encoding.writeVarString(encoder, 't');
        encoding.writeVarString(encoder, value);
        uint(0);
      });
      expect(verdictOn(embed)).toBe('malformed');
    }
    const any = Uint8Array.from([
      1,
      1,
      7,
      0,
      8,
      1,
      1,
      116,
      1,
      ...Array<number[]>(50_000).fill([117, 1]).flat(),
      126,
      0,
    ]);
    expect(verdictOn(any)).toBe('malformed');
  });
});

describe('any bytes', () => {
  /** What the guard lets through, Yjs applies; and nothing takes long. */
  function holds(update: Uint8Array, server: Y.Doc, owners: Record<number, string>): void {
    const before = process.cpuUsage();
    const { verdict } = guardUpdate(update, viewOf(server, owner, owners));
    expect(process.cpuUsage(before).user).toBeLessThan(50_000);
    if (verdict !== 'ok') return;
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(server));
    Y.applyUpdate(copy, update);
    Y.encodeStateAsUpdate(copy);
  }

  test('never throw, never hang', () => {
    const server = richDoc();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (update) => holds(update, server, { 5: owner })),
      { numRuns: 5_000 },
    );
  });

  const edit = fc.record({
    at: fc.nat(),
    to: fc.nat(255),
    how: fc.constantFrom('set', 'nudge', 'insert', 'remove'),
  });

  function mutated(update: Uint8Array, edits: { at: number; to: number; how: string }[]): Uint8Array {
    const list = [...update];
    for (const { at, to, how } of edits) {
      const place = at % Math.max(1, list.length);
      if (how === 'set') list[place] = to;
      else if (how === 'nudge') list[place] = (list[place] ?? 0) ^ (1 << (to % 8));
      else list.splice(place, how === 'remove' ? 1 : 0, ...(how === 'insert' ? [to] : []));
    }
    return Uint8Array.from(list);
  }

  test('valid updates with bytes changed never make Yjs throw', () => {
    const server = richDoc();
    const client = new Y.Doc();
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
    client.clientID = 6;
    client.getText('t').insert(3, 'tambahan 🌱');
    client.getText('t').delete(1, 4);
    client.getArray('list').insert(1, [{ a: [1] }, new Y.Map([['k', 'v']])]);
    const updates = [
      Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)),
      Y.encodeStateAsUpdate(client),
      Y.encodeStateAsUpdate(richDoc(9)),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...updates),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (update, edits) => holds(mutated(update, edits), server, { 5: owner }),
      ),
      { numRuns: 20_000 },
    );
  }, 60_000);

  test('what people type at random passes, whole or cut at any state', () => {
    const change = fc.record({
      client: fc.integer({ min: 1, max: 3 }),
      at: fc.nat(),
      text: fc.string(),
      cut: fc.nat(4),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.nat(), (changes, cut) => {
        const doc = new Y.Doc();
        const server = new Y.Doc();
        const text = doc.getText('t');
        changes.forEach(({ client, at, text: words, cut: deleted }, index) => {
          doc.clientID = client;
          const place = at % (text.length + 1);
          text.insert(place, words);
          text.delete(place, Math.min(deleted, text.length - place));
          if (index === cut % changes.length) Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
        });
        const view = viewOf(server, owner, { 1: owner, 2: owner, 3: owner });
        expect(verdictOn(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)), view)).toBe('ok');
        expect(verdictOn(Y.encodeStateAsUpdate(doc), view)).toBe('ok');
      }),
    );
  });
});
