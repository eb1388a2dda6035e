/** What every store does with documents. */
import { expect, it } from 'vitest';
import { describeStores, meeting, requestOf } from './testing';

const name = 'agenda/meeting-1';
const bytes = (...values: number[]) => Uint8Array.from(values);
const by = (person: string, update: Uint8Array, newClients: number[] = []) => ({
  update,
  by: person,
  at: 1_000,
  newClients,
});

describeStores('documents', (open) => {
  const withDocument = async () => {
    const { store } = open();
    await store.append(requestOf({ rows: [{ row: 'document', name }] }));
    return store;
  };

  it('begins empty, and is made by events only', async () => {
    const store = await withDocument();
    expect(await store.loadDocument(name)).toEqual({ snapshot: null, updates: [], clients: [], last: 0 });
    await expect(store.loadDocument('other')).rejects.toThrow('other');
    await expect(store.readUpdates('other', 0, 1)).rejects.toThrow('other');
    await expect(store.appendUpdates('other', [by('ana', bytes(1))])).rejects.toThrow('other');
    await expect(store.putSnapshot('other', 0, bytes(1))).rejects.toThrow('other');
  });

  it('numbers updates in order and gives back their very bytes', async () => {
    const store = await withDocument();
    const whole = Uint8Array.from({ length: 256 }, (_, n) => n);
    expect(await store.appendUpdates(name, [])).toBe(0);
    expect(await store.appendUpdates(name, [by('ana', whole), by('budi', bytes())])).toBe(2);
    // A view into a larger buffer: only what it shows.
    expect(await store.appendUpdates(name, [by('ana', whole.subarray(7, 9))])).toBe(3);
    const { updates, last } = await store.loadDocument(name);
    expect(updates).toEqual([whole, bytes(), bytes(7, 8)]);
    expect(last).toBe(3);
    expect(await store.readUpdates(name, 1, 1)).toEqual([{ n: 2, by: 'budi', at: 1_000, update: bytes() }]);
    expect(await store.readUpdates(name, 3, 9)).toEqual([]);
  });

  it('tells who changed it when, without the updates, page by page', async () => {
    const store = await withDocument();
    await store.appendUpdates(name, [
      { ...by('ana', bytes(1)), at: 5 },
      { ...by('budi', bytes(2)), at: 9 },
      { ...by('ana', bytes(3)), at: 7 },
    ]);
    expect(await store.readMarks(name, 0, 2)).toEqual([
      { n: 1, by: 'ana', at: 5 },
      { n: 2, by: 'budi', at: 9 },
    ]);
    expect(await store.readMarks(name, 2, 2)).toEqual([{ n: 3, by: 'ana', at: 7 }]);
    expect(await store.readMarks(name, 3, 2)).toEqual([]);
    await expect(store.readMarks('other', 0, 1)).rejects.toThrow('other');
  });

  it('numbers go on where they were when a write of the same batch fails, or the flush', async () => {
    let failing = false;
    const flush = () => (failing ? Promise.reject(new Error('no disk')) : Promise.resolve());
    const { store } = open({ flush });
    await store.append(requestOf({ rows: [{ row: 'document', name }] }));
    const [first, , second] = await Promise.allSettled([
      store.appendUpdates(name, [by('ana', bytes(1)), by('ana', bytes(2))]),
      store.appendUpdates('other', [by('ana', bytes(3))]),
      store.appendUpdates(name, [by('budi', bytes(4))]),
    ]);
    expect([first, second]).toMatchObject([{ value: 2 }, { value: 3 }]);
    failing = true;
    await expect(store.appendUpdates(name, [by('ana', bytes(5))])).rejects.toThrow('no disk');
    failing = false;
    expect(await store.appendUpdates(name, [by('ana', bytes(6))])).toBe(4);
    expect((await store.loadDocument(name)).updates).toEqual([bytes(1), bytes(2), bytes(4), bytes(6)]);
  });

  it('a document that is made again after its stream was deleted begins anew', async () => {
    const store = await withDocument();
    await store.appendUpdates(name, [by('ana', bytes(1))]);
    await store.deleteStreams([meeting.id], []);
    await expect(store.appendUpdates(name, [by('ana', bytes(2))])).rejects.toThrow(name);
    await store.append(
      requestOf({ stream: { ...meeting, id: 'meeting-2' }, rows: [{ row: 'document', name }] }),
    );
    expect(await store.appendUpdates(name, [by('budi', bytes(3))])).toBe(1);
    expect((await store.loadDocument(name)).updates).toEqual([bytes(3)]);
  });

  it('gives out copies: whoever changes them changes nothing stored', async () => {
    const store = await withDocument();
    const given = bytes(1, 2, 3);
    await store.appendUpdates(name, [by('ana', given)]);
    given[0] = 9;
    (await store.loadDocument(name)).updates[0]![1] = 9;
    expect((await store.loadDocument(name)).updates).toEqual([bytes(1, 2, 3)]);
  });

  it('remembers who used a client id first', async () => {
    const store = await withDocument();
    await store.appendUpdates(name, [by('ana', bytes(1), [4_294_967_295, 7]), by('budi', bytes(2), [7, 8])]);
    expect((await store.loadDocument(name)).clients).toEqual([
      { clientId: 7, personId: 'ana' },
      { clientId: 8, personId: 'budi' },
      { clientId: 4_294_967_295, personId: 'ana' },
    ]);
    expect(await store.readClients(name, 2)).toEqual([
      { clientId: 7, personId: 'ana' },
      { clientId: 8, personId: 'budi' },
    ]);
    await expect(store.readClients('other', 1)).rejects.toThrow('other');
  });

  it('lays the newest snapshot beside the history, which is kept', async () => {
    const store = await withDocument();
    await store.appendUpdates(
      name,
      [1, 2, 3].map((n) => by('ana', bytes(n))),
    );
    await store.putSnapshot(name, 2, bytes(0, 2));
    // An older one that comes late does not count.
    await store.putSnapshot(name, 1, bytes(0, 1));
    expect(await store.loadDocument(name)).toMatchObject({
      snapshot: bytes(0, 2),
      updates: [bytes(3)],
      last: 3,
    });
    await store.putSnapshot(name, 3, bytes(0, 3));
    expect(await store.loadDocument(name)).toMatchObject({ snapshot: bytes(0, 3), updates: [], last: 3 });
    expect(await store.readUpdates(name, 0, 10)).toHaveLength(3);
    await expect(store.putSnapshot(name, 4, bytes(0))).rejects.toThrow('not stored');
  });

  it('holds an update of a megabyte, and twenty thousand small ones', async () => {
    const store = await withDocument();
    const large = Uint8Array.from({ length: 1 << 20 }, (_, n) => (n * 31) & 255);
    await store.appendUpdates(name, [by('ana', large)]);
    const small = Array.from({ length: 20_000 }, (_, n) => by('ana', bytes(n & 255, n >> 8)));
    await Promise.all(
      [small.slice(0, 10_000), small.slice(10_000)].map((half) => store.appendUpdates(name, half)),
    );
    const { updates, last } = await store.loadDocument(name);
    expect(last).toBe(20_001);
    expect(Buffer.compare(updates[0]!, large)).toBe(0);
    expect(updates.slice(1).every((update, n) => update[0] === (n & 255) && update[1] === n >> 8)).toBe(true);
    expect((await store.readUpdates(name, 20_000, 5)).map(({ n }) => n)).toEqual([20_001]);
  });
});
