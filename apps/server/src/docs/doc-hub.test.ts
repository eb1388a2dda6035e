import { closeCodes, wireLimits } from '@mufakat/protocol';
import * as encoding from 'lib0/encoding';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { DocHub } from './doc-hub';
import { step2Frame, updateFrame } from './frames';
import { maxNesting } from './awake-doc';
import { FakeClient, FakeStore, grantFor, settle, turn, until } from './testing';

const name = 'wording/aaaaaaaaaaaaaaaaaaaaaa';
let store: FakeStore;
let hub: DocHub;

beforeEach(() => {
  store = new FakeStore(name);
  hub = new DocHub(store.ports, { idleMs: 20 });
});

async function open(personId: string, kind: 'own' | 'stock' = 'own') {
  const grant = grantFor(personId, name);
  const client = await FakeClient.open(hub, grant, kind);
  await settle();
  return { client, grant };
}

async function reopen(client: FakeClient, personId: string, kind: 'own' | 'stock' = 'own') {
  client.hangUp();
  client.closed = null;
  client.seen.length = 0;
  const grant = grantFor(personId, name);
  await FakeClient.open(hub, grant, kind, client);
  await settle();
  return grant;
}

function saved(client: FakeClient): number | undefined {
  return client.all('saved').at(-1)?.count;
}

function codes(client: FakeClient): string[] {
  return client.all('read-only').map(({ code }) => code);
}

describe('writing together', () => {
  test('what one writes the other reads, and a third who comes later', async () => {
    const siti = await open('siti');
    const budi = await open('budi');
    siti.client.type('Kita ');
    await settle();
    budi.client.type('sepakat');
    await settle();
    const third = await open('wati');
    for (const { client } of [siti, budi, third]) expect(client.text).toBe('Kita sepakat');
    expect(store.read(name).getText('t').toJSON()).toBe('Kita sepakat');
    expect(saved(siti.client)).toBe(1);
  });

  test('history says who wrote what, and who owns which id', async () => {
    const { client } = await open('siti');
    client.type('a');
    await settle();
    client.type('b');
    await settle();
    const stored = store.documents.get(name)!;
    expect(stored.history.map(({ by }) => by)).toEqual(['siti', 'siti']);
    expect(stored.clients).toEqual([{ clientId: client.doc.clientID, personId: 'siti' }]);
  });

  test('the only sender hears nothing back; of two, both hear the one merged frame', async () => {
    const siti = await open('siti');
    const budi = await open('budi');
    const wati = await open('wati');
    siti.client.type('x');
    await settle();
    expect(siti.client.changes()).toHaveLength(0);
    expect(budi.client.changes()).toHaveLength(1);
    siti.client.type('y');
    budi.client.type('z');
    await settle();
    expect(siti.client.changes()).toHaveLength(1);
    expect(wati.client.frames.at(-1)).toBe(
      siti.client.frames.find((frame) => frame === wati.client.frames.at(-1)),
    );
    expect(new Set([siti, budi, wati].map(({ client }) => client.text)).size).toBe(1);
  });

  test('changes while a flush runs share the next append and one frame', async () => {
    const siti = await open('siti');
    const budi = await open('budi');
    store.hold();
    siti.client.type('a');
    await settle();
    for (const letter of 'bcdefgh') siti.client.type(letter);
    await settle();
    expect(store.appends).toBe(1);
    store.release();
    await until(() => budi.client.text === 'abcdefgh');
    expect(store.appends).toBe(2);
    expect(budi.client.changes()).toHaveLength(2);
    expect(saved(siti.client)).toBe(8);
  });

  test('thousands of small alternating changes', async () => {
    const siti = await open('siti');
    const budi = await open('budi');
    for (let round = 0; round < 2000; round++) {
      (round % 2 ? siti : budi).client.type(String(round % 10), 0);
      if (round % 50 === 0) await turn();
    }
    await until(() => hub.status().unflushed === 0);
    await settle();
    expect(siti.client.text).toHaveLength(2000);
    expect(siti.client.text).toBe(budi.client.text);
    expect(store.replay(name).getText('t').toJSON()).toBe(siti.client.text);
  });
});

describe('nobody is told of what is not stored', () => {
  test('with the flush held no broadcast, no saved and no step 2 with it leaves', async () => {
    const siti = await open('siti');
    const budi = await open('budi');
    siti.client.type('tersimpan');
    await settle();
    store.hold();
    siti.client.type(' belum');
    await settle();
    const grant = grantFor('wati', name);
    const wati = await FakeClient.open(hub, grant);
    await settle();
    expect(wati.text).not.toContain('belum');
    expect(budi.client.text).toBe('tersimpan');
    expect(saved(siti.client)).toBe(1);
    for (const { body } of wati.all('step1'))
      expect(Y.decodeStateVector(body).get(siti.client.doc.clientID)).not.toBe(15);
    store.release();
    await until(() => wati.text === 'tersimpan belum' && budi.client.text === wati.text);
    expect(saved(siti.client)).toBe(2);
  });

  test('a joiner who knows something waits for the flush, and gets all that is on disk then', async () => {
    const siti = await open('siti');
    const budi = await open('budi');
    siti.client.type('satu');
    await settle();
    budi.client.hangUp();
    store.hold();
    siti.client.type(' dua');
    await settle();
    siti.client.type(' tiga');
    await FakeClient.open(hub, grantFor('budi', name), 'own', budi.client);
    await settle();
    expect(budi.client.text).toBe('satu');
    store.release();
    await until(() => budi.client.text === 'satu dua tiga');
  });

  test('changes that repeat what is known are saved only after what came before', async () => {
    const { client } = await open('siti');
    store.hold();
    client.type('x');
    client.give(updateFrame(Y.encodeStateAsUpdate(client.doc)));
    await settle();
    expect(saved(client)).toBe(0);
    store.release();
    await until(() => saved(client) === 2);
  });
});

describe('an append fails', () => {
  test('everyone is sent away, the next read is from disk, and the words come back', async () => {
    const siti = await open('siti');
    const budi = await open('budi');
    siti.client.type('lama');
    await settle();
    store.fail = 'append';
    siti.client.type(' baru');
    await until(() => siti.client.closed !== null && budi.client.closed !== null);
    expect(siti.client.closed!.code).toBe(closeCodes.resync);
    expect(budi.client.text).toBe('lama');
    expect(saved(siti.client)).toBe(1);
    expect(hub.status()).toMatchObject({ documents: 0, connections: 0, failed: 1 });
    store.fail = null;
    await reopen(budi.client, 'budi');
    expect(budi.client.text).toBe('lama');
    await reopen(siti.client, 'siti');
    await until(() => budi.client.text === 'lama baru');
    expect(store.loads).toBe(2);
  });

  test('a freeze that waits for it fails', async () => {
    const { client } = await open('siti');
    store.hold();
    client.type('x');
    const held = hub.hold(name, (doc) => doc.getText('t').toJSON());
    await settle();
    store.fail = 'append';
    store.release();
    await expect(held).rejects.toThrow();
  });
});

describe('loading and leaving', () => {
  test('many who come while it loads wait for one load', async () => {
    const clients = await Promise.all(['a', 'b', 'c'].map((id) => FakeClient.open(hub, grantFor(id, name))));
    await settle();
    expect(store.loads).toBe(1);
    expect(clients.every((client) => client.all('step2').length === 1)).toBe(true);
  });

  test('a load that fails sends away for now; the next one is tried anew', async () => {
    store.fail = 'load';
    const first = await FakeClient.open(hub, grantFor('a', name));
    expect(first.closed!.code).toBe(closeCodes.resync);
    store.fail = null;
    const { client } = await open('a');
    expect(client.closed).toBeNull();
  });

  test('an unknown document is refused, and not made', async () => {
    const client = await FakeClient.open(hub, grantFor('a', 'wording/unknown'));
    expect(client.closed!.code).toBe(closeCodes.notFound);
    expect(store.documents.size).toBe(1);
    await expect(hub.readNow('wording/unknown', () => 1)).rejects.toThrow();
  });

  test('an idle document leaves memory, and comes back whole', async () => {
    const { client } = await open('siti');
    client.type('tetap');
    await settle();
    client.hangUp();
    await until(() => hub.status().documents === 0);
    const again = await open('budi');
    expect(again.client.text).toBe('tetap');
    expect(store.loads).toBe(2);
  });

  test('no document leaves memory before its writing ends', async () => {
    const { client } = await open('siti');
    store.hold();
    client.type('x');
    await settle();
    client.hangUp();
    await new Promise((go) => setTimeout(go, 60));
    expect(hub.status().documents).toBe(1);
    store.release();
    await until(() => hub.status().documents === 0);
    expect(store.read(name).getText('t').toJSON()).toBe('x');
  });

  test('one who comes back in time finds the same room', async () => {
    const { client } = await open('siti');
    client.hangUp();
    const again = await open('siti');
    await new Promise((go) => setTimeout(go, 40));
    expect(store.loads).toBe(1);
    expect(again.client.closed).toBeNull();
  });

  test('closing finishes what is under way, then sends all away to come back', async () => {
    const { client } = await open('siti');
    store.hold();
    client.type('terakhir');
    await settle();
    const closed = hub.close();
    await settle();
    expect(client.closed).toBeNull();
    store.release();
    await closed;
    expect(client.closed!.code).toBe(closeCodes.resync);
    expect(store.read(name).getText('t').toJSON()).toBe('terakhir');
    const late = await FakeClient.open(hub, grantFor('a', name));
    expect(late.closed!.code).toBe(closeCodes.resync);
  });

  test('a person may have so many open, and no more', async () => {
    hub = new DocHub(store.ports, { documentsPerPerson: 2 });
    const [first] = [await open('siti'), await open('siti')];
    expect((await open('siti')).client.closed!.code).toBe(closeCodes.tooMany);
    expect((await open('budi')).client.closed).toBeNull();
    first.client.hangUp();
    expect((await open('siti')).client.closed).toBeNull();
  });
});

describe('rights', () => {
  test('a reader’s change is refused, said, and not shown to anyone', async () => {
    const siti = await open('siti');
    const budi = await open('budi');
    const stock = await open('stok', 'stock');
    for (const { grant } of [budi, stock]) grant.whyNot = 'document_read_only';
    budi.client.type('diam-diam');
    stock.client.type('diam-diam');
    await settle();
    expect(siti.client.text).toBe('');
    expect(codes(budi.client)).toEqual(['document_read_only']);
    expect(stock.client.all('denied')).toEqual([{ is: 'denied', code: 'document_read_only' }]);
    expect(saved(budi.client)).toBe(0);
    siti.client.type('boleh');
    await settle();
    expect(stock.client.text).toContain('boleh');
  });

  test('a lost right is told at once; a regained one brings what was written meanwhile', async () => {
    const siti = await open('siti');
    const budi = await open('budi');
    budi.grant.whyNot = 'document_read_only';
    hub.refresh('another');
    expect(codes(budi.client)).toEqual([]);
    hub.refresh('meeting');
    expect(codes(budi.client)).toEqual(['document_read_only']);
    budi.client.type('sementara');
    await settle();
    expect(siti.client.text).toBe('');
    budi.grant.whyNot = null;
    hub.refresh('meeting');
    await settle();
    expect(codes(budi.client).at(-1)).toBe('');
    expect(siti.client.text).toBe('sementara');
    expect(saved(budi.client)).toBe(1);
  });

  test('who may not read any more is sent away', async () => {
    const { client, grant } = await open('siti');
    grant.canRead = false;
    hub.refresh('meeting');
    expect(client.closed!.code).toBe(closeCodes.notFound);
    expect(hub.status().connections).toBe(0);
  });

  test('the same refused words again neither loop nor count as a fault', async () => {
    const { client, grant } = await open('siti');
    grant.whyNot = 'document_frozen';
    client.type('tertunda');
    for (let times = 0; times < 5; times++) {
      client.give(updateFrame(Y.encodeStateAsUpdate(client.doc)));
      await settle();
    }
    expect(client.closed).toBeNull();
    expect(client.all('step1')).toHaveLength(1);
    expect(codes(client)).toEqual(['document_frozen']);
  });

  test('a reader’s step 2 that repeats what was deleted long ago is no refusal', async () => {
    const siti = await open('siti');
    siti.client.type('hapus ini');
    await settle();
    siti.client.doc.getText('t').delete(0, 6);
    await settle();
    const reader = new FakeClient();
    const grant = grantFor('budi', name);
    grant.whyNot = 'document_read_only';
    await FakeClient.open(hub, grant, 'stock', reader);
    await settle();
    expect(reader.text).toBe('ini');
    expect(reader.all('denied')).toEqual([]);
  });
});

describe('holding a text still', () => {
  const read = (doc: Y.Doc) => doc.getText('t').toJSON();

  test('what is held is what is on disk; changes wait and are refused once it is frozen', async () => {
    const siti = await open('siti');
    const budi = await open('budi', 'stock');
    siti.client.type('final');
    const held = await hub.hold(name, read);
    expect(held.value).toBe('final');
    expect(store.read(name).getText('t').toJSON()).toBe('final');
    budi.client.type(' terlambat');
    siti.client.type('!');
    await settle();
    expect(codes(siti.client)).toEqual([]);
    for (const { grant } of [siti, budi]) grant.whyNot = 'document_frozen';
    held.settle('frozen');
    hub.refresh('meeting');
    await settle();
    expect(store.read(name).getText('t').toJSON()).toBe('final');
    expect(codes(siti.client)).toEqual(['document_frozen']);
    expect(budi.client.all('denied').at(0)).toEqual({ is: 'denied', code: 'document_frozen' });
    expect(siti.client.all('step2').length).toBe(1);
  });

  test('changes that waited are taken when it stays open', async () => {
    const siti = await open('siti');
    const held = await hub.hold(name, read);
    siti.client.type('tetap');
    await settle();
    expect(store.appends).toBe(0);
    held.settle('open');
    held.settle('open');
    await settle();
    expect(store.read(name).getText('t').toJSON()).toBe('tetap');
    expect(saved(siti.client)).toBe(1);
  });

  test('a hold waits for the flush, and lets no change in between', async () => {
    const siti = await open('siti');
    store.hold();
    siti.client.type('a');
    await settle();
    const holding = hub.hold(name, read);
    await settle();
    siti.client.type('b');
    await settle();
    store.release();
    const held = await holding;
    expect(held.value).toBe('a');
    held.settle('open');
    await until(() => store.read(name).getText('t').toJSON() === 'ab');
  });

  test('joiners are answered while it is held', async () => {
    const siti = await open('siti');
    siti.client.type('x');
    await settle();
    const held = await hub.hold(name, read);
    expect((await open('budi')).client.text).toBe('x');
    held.settle('open');
  });

  test('a reader that throws lets go', async () => {
    const siti = await open('siti');
    await expect(
      hub.hold(name, () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    siti.client.type('x');
    await until(() => saved(siti.client) === 1);
  });

  test('readNow opens a document that is not in memory, and lets it go again', async () => {
    expect(await hub.readNow(name, read)).toBe('');
    await until(() => hub.status().documents === 0);
  });
});

describe('what is wrong hurts its sender alone', () => {
  test('a gap is answered by asking for everything, and heals', async () => {
    const siti = await open('siti');
    siti.client.online = false;
    siti.client.type('hilang di jalan, ');
    siti.client.online = true;
    siti.client.type('sampai');
    siti.client.type('!');
    await settle();
    expect(store.read(name).getText('t').toJSON()).toBe('hilang di jalan, sampai!');
    expect(siti.client.all('step1')).toHaveLength(2);
    expect(saved(siti.client)).toBe(2);
  });

  test('a client that cannot close its gap is sent away after three', async () => {
    const budi = await open('budi');
    const stray = new Y.Doc();
    stray.clientID = 77;
    stray.getText('t').insert(0, 'a');
    const before = Y.encodeStateVector(stray);
    stray.getText('t').insert(1, 'b');
    for (let times = 0; times < 3; times++) {
      expect(budi.client.closed).toBeNull();
      budi.client.give(
        Uint8Array.from(
          [0, 1, 9, ...Y.encodeStateAsUpdate(stray, before)].map((x, i, all) =>
            i === 2 ? all.length - 3 : x,
          ),
        ),
      );
      await settle();
    }
    expect(budi.client.closed!.code).toBe(closeCodes.badFrame);
  });

  test('an update larger than a frame may be comes as a step 2', async () => {
    const siti = await open('siti');
    siti.client.type('bab '.repeat(wireLimits.documentFrameBytes / 3));
    await settle();
    expect(store.read(name).getText('t').length).toBe(siti.client.text.length);
    expect(saved(siti.client)).toBe(1);
  });

  test('words under another person’s id are refused, and the third time closes', async () => {
    const siti = await open('siti');
    siti.client.type('asli');
    await settle();
    const forger = await open('budi');
    const fake = new Y.Doc();
    Y.applyUpdate(fake, Y.encodeStateAsUpdate(siti.client.doc));
    fake.clientID = siti.client.doc.clientID;
    fake.getText('t').insert(4, ' palsu');
    for (let times = 0; times < 3; times++) forger.client.give(updateFrame(Y.encodeStateAsUpdate(fake)));
    await settle();
    expect(forger.client.closed!.code).toBe(closeCodes.badFrame);
    expect(codes(forger.client)).toEqual(['update_invalid']);
    siti.client.type('!');
    await settle();
    expect(store.read(name).getText('t').toJSON()).toBe('asli!');
  });

  test('frames that are none', async () => {
    const { client } = await open('siti');
    for (const frame of [[], [9], [0, 7, 0]]) client.give(Uint8Array.from(frame));
    expect(client.closed!.code).toBe(closeCodes.badFrame);
  });

  test('structs that wait for each other for ever are thrown away', async () => {
    const { client } = await open('siti');
    // Client 1 stands beside client 2, which stands beside client 1.
    const circle = [2, 1, 2, 0, 0x84, 1, 0, 1, 97, 1, 1, 0, 0x84, 2, 0, 1, 98, 0];
    client.give(updateFrame(Uint8Array.from(circle)));
    await settle();
    // Said, and taken back once the client has sent all that it has.
    expect(codes(client)).toEqual(['update_invalid', '']);
    client.type('lanjut');
    await settle();
    expect(store.read(name).getText('t').toJSON()).toBe('lanjut');
    expect(store.documents.get(name)!.clients).toHaveLength(1);
  });

  test('types nested without end: nothing of it is kept, others go on', async () => {
    const siti = await open('siti');
    siti.client.type('aman');
    await settle();
    const attacker = await open('jahat');
    const doc = new Y.Doc();
    let inner: Y.Array<unknown> = doc.getArray('deep');
    doc.transact(() => {
      for (let depth = 0; depth < maxNesting + 5; depth++) {
        const next = new Y.Array<unknown>();
        inner.insert(0, [next]);
        inner = next;
      }
    });
    siti.client.type(', sebelum');
    attacker.client.give(updateFrame(Y.encodeStateAsUpdate(doc)));
    siti.client.type(', sesudah');
    await until(() => store.read(name).getText('t').toJSON() === 'aman, sebelum, sesudah');
    expect(attacker.client.closed!.code).toBe(closeCodes.badFrame);
    expect(siti.client.closed).toBeNull();
    expect(store.read(name).getArray('deep').length).toBe(0);
    expect((await open('budi')).client.text).toBe('aman, sebelum, sesudah');
    expect(store.loads).toBe(1);
  });

  /** So many structs between two far ends, each compared with all that stand between: minutes of work for Yjs. */
  function scattered(count: number, base: number): Uint8Array {
    return encoding.encode((encoder) => {
      const write = (...numbers: number[]) =>
        numbers.forEach((number) => encoding.writeVarUint(encoder, number));
      write(1, count, 66, 0);
      for (let at = 0; at < count; at++) {
        encoding.writeUint8(encoder, 0xc4);
        write(base, 0, base, at % 2 ? count : 1 + ((at * 7919) % count), 1, 97);
      }
      write(0);
    });
  }

  /** Every other character of a long text, one by one. */
  function holes(count: number, base: number): Uint8Array {
    return encoding.encode((encoder) => {
      const write = (...numbers: number[]) =>
        numbers.forEach((number) => encoding.writeVarUint(encoder, number));
      write(0, 1, base, count);
      for (let at = 0; at < count; at++) write(2 * at, 1);
    });
  }

  test.each([
    ['structs that make Yjs compare all with all', scattered, 12_000],
    ['deletes that cut a text into a million pieces', holes, 600_000],
  ])('%s: stopped within a second, and the sender barred for a while', async (_what, attack, size) => {
    const siti = await open('siti');
    siti.client.online = false;
    siti.client.type('y'.repeat(2 * size + 2));
    siti.client.online = true;
    await reopen(siti.client, 'siti');
    const attacker = await open('jahat');
    const update = attack(size, siti.client.doc.clientID);
    const before = process.cpuUsage();
    attacker.client.give(step2Frame(update));
    expect(process.cpuUsage(before).user).toBeLessThan(1_500_000);
    await until(() => attacker.client.closed?.code === closeCodes.badFrame);
    siti.client.type('masih di sini');
    await until(() => store.read(name).getText('t').toJSON().endsWith('yymasih di sini'));
    expect(siti.client.closed).toBeNull();
    expect((await open('jahat')).client.closed!.code).toBe(closeCodes.tooMany);
  });

  test('a delete in many pieces is one change', async () => {
    const siti = await open('siti');
    const budi = await open('budi');
    siti.client.type('ab'.repeat(5_000));
    await settle();
    budi.client.give(updateFrame(holes(5_000, siti.client.doc.clientID)));
    await settle();
    expect(siti.client.text).toBe('b'.repeat(5_000));
    expect(store.documents.get(name)!.history).toHaveLength(2);
  });

  test('a full document takes deletes, and no more text', async () => {
    const siti = await open('siti');
    const chunk = 'x'.repeat(3 * 1024 * 1024);
    for (let part = 0; part < 6; part++) {
      siti.client.online = false;
      siti.client.type(chunk);
      siti.client.online = true;
      await reopen(siti.client, 'siti');
    }
    expect(codes(siti.client)).toEqual(['document_full']);
    const length = store.read(name).getText('t').length;
    expect(length).toBe(5 * chunk.length);
    const other = await open('budi');
    other.client.doc.getText('t').delete(0, 2 * chunk.length);
    await settle();
    expect(store.read(name).getText('t').length).toBe(3 * chunk.length);
    await reopen(siti.client, 'siti');
    await until(() => store.read(name).getText('t').length === 4 * chunk.length);
  });
});

describe('joining', () => {
  test('a storm of joins shares one encoding, also while someone types', async () => {
    const siti = await open('siti');
    siti.client.type('isi');
    await settle();
    const first = await open('a');
    siti.client.type(' dan lagi');
    await settle();
    const joiners = await Promise.all(Array.from({ length: 20 }, (_, at) => open(`p${at}`)));
    const base = first.client.frames[first.client.seen.findIndex(({ is }) => is === 'update')];
    for (const { client } of joiners) {
      expect(client.frames).toContain(base);
      expect(client.text).toBe('isi dan lagi');
    }
    const tails = joiners.map(
      ({ client }) => client.frames[client.seen.findIndex(({ is }) => is === 'step2')],
    );
    expect(new Set(tails).size).toBe(1);
  });

  test('who knows something gets the difference', async () => {
    const siti = await open('siti');
    const budi = await open('budi');
    siti.client.type('x'.repeat(10_000));
    await settle();
    budi.client.hangUp();
    siti.client.type('baru');
    await settle();
    await reopen(budi.client, 'budi');
    expect(budi.client.text).toBe(siti.client.text);
    expect(budi.client.all('step2')[0]!.body.length).toBeLessThan(100);
  });

  test('after many updates a snapshot lies beside the history, and both are the document', async () => {
    const siti = await open('siti');
    for (let at = 0; at < 1200; at++) {
      siti.client.type(String(at % 10), 0);
      if (at % 10 === 0) await turn();
    }
    await until(() => hub.status().unflushed === 0 && store.snapshots > 0);
    await settle();
    const stored = store.documents.get(name)!;
    expect(stored.updates.length).toBeLessThan(1200);
    // What one person types between two flushes is one row.
    expect(stored.history.length).toBeLessThan(1200);
    expect(stored.history.length).toBeGreaterThan(stored.updates.length);
    expect(store.read(name).getText('t').toJSON()).toBe(siti.client.text);
    expect(store.replay(name).getText('t').toJSON()).toBe(siti.client.text);
  });
});
