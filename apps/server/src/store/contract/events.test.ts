/** What every store does with streams, events and commands. */
import { checkLink, commitmentOf, genesis, openBody, type JsonObject } from '@mufakat/record';
import { expect, it } from 'vitest';
import { coalition, describeStores, meeting, requestOf } from './testing';

const stored = { status: 'stored' };

describeStores('events', (open) => {
  it('gives events back as they were appended, in order, after a seq and up to a limit', async () => {
    const { store } = open();
    const request = requestOf({ bodies: [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }] });
    expect(await store.append(request)).toEqual(stored);
    expect(await store.readEvents(meeting.id, 0, 100)).toEqual(request.events);
    expect(await store.readEvents(meeting.id, 1, 2)).toEqual(request.events.slice(1, 3));
    expect(await store.readEvents(meeting.id, 4, 100)).toEqual([]);
    expect(await store.readEvents('unknown', 0, 100)).toEqual([]);
  });

  it('keeps the chain, with every character and every number, so that leaves still fit', async () => {
    const { store } = open();
    const body: JsonObject = {
      text: { id: 'w1', text: 'Müfakät ✅ \u0000 \ud800 𐍈 "quoted" \u2028 \ufffd' },
      numbers: [0, -1, 1e21, 0.1, Number.MAX_SAFE_INTEGER, 5e-324],
      nested: { __proto__x: null, list: [[], {}, true, false, ''] },
      ['__proto__']: { id: '__proto__', text: 'a key like any other' },
    };
    await store.append(requestOf({ bodies: [body] }));
    const [event] = await store.readEvents(meeting.id, 0, 1);
    expect(checkLink(genesis(meeting.id), event!)).toBe(true);
    expect(openBody(event!.body, event!.openings)).toEqual(body);
  });

  it('finds streams, and children in order of creation', async () => {
    const { store } = open();
    await store.append(requestOf({ stream: coalition }));
    const children = ['m-c', 'm-a', 'm-b'].map((id) => ({ ...meeting, id }));
    for (const stream of children) await store.append(requestOf({ stream, bodies: [{}, {}] }));
    expect(await store.findStream('m-a')).toEqual({ ...meeting, id: 'm-a', seq: 2 });
    expect(await store.findStream('unknown')).toBeNull();
    expect(await store.childStreams(coalition.id)).toEqual(children);
    expect(await store.childStreams('m-a')).toEqual([]);
  });

  it('answers conflict with the present seq, and writes nothing', async () => {
    const { store } = open();
    expect(await store.append(requestOf({ expectedSeq: 3 }))).toEqual({ status: 'conflict', seq: 0 });
    expect(await store.findStream(meeting.id)).toBeNull();
    await store.append(requestOf({ bodies: [{}, {}] }));
    const late = requestOf({ expectedSeq: 1, commandId: 'late', rows: [{ row: 'document', name: 'd' }] });
    expect(await store.append(late)).toEqual({ status: 'conflict', seq: 2 });
    expect(await store.append(requestOf())).toEqual({ status: 'conflict', seq: 2 });
    expect(await store.readEvents(meeting.id, 2, 10)).toEqual([]);
    expect(await store.findCommand('late')).toBeNull();
    expect(await store.findDocument('d')).toBeNull();
  });

  it('stores a command id once over all streams, and answers with what came of it', async () => {
    const { store } = open();
    await store.append(requestOf({ bodies: [{}, {}], commandId: 'c1' }));
    const answer = { status: 'repeated', stream: meeting.id, seq: 2 };
    expect(await store.append(requestOf({ expectedSeq: 2, commandId: 'c1' }))).toEqual(answer);
    // Also where the stream has moved on, and in another stream.
    expect(await store.append(requestOf({ expectedSeq: 0, commandId: 'c1' }))).toEqual(answer);
    expect(await store.append(requestOf({ stream: coalition, commandId: 'c1' }))).toEqual(answer);
    expect(await store.findStream(coalition.id)).toBeNull();
    expect(await store.findCommand('c1')).toEqual({ stream: meeting.id, seq: 2 });
    expect(await store.findCommand('c2')).toBeNull();
  });

  it('appends the requests of one turn in the order of the calls', async () => {
    const { store } = open();
    const requests = [0, 1, 1, 2].map((expectedSeq) => requestOf({ expectedSeq }));
    expect(await Promise.all(requests.map((request) => store.append(request)))).toEqual([
      stored,
      stored,
      { status: 'conflict', seq: 2 },
      stored,
    ]);
  });

  it('rejects what only a mistaken caller asks, and nothing of it is stored', async () => {
    const { store } = open();
    const good = requestOf({ bodies: [{}, {}] });
    const gap = { ...good, events: good.events.slice(1) };
    await expect(store.append(gap)).rejects.toThrow();
    await expect(store.append(requestOf({ commandId: 'a\0b' }))).rejects.toThrow(TypeError);
    await expect(store.append(requestOf({ commandId: '\ud800' }))).rejects.toThrow(TypeError);
    const bad = { ...good, events: [{ ...good.events[0]!, body: { n: NaN } }] };
    await expect(store.append(bad)).rejects.toThrow();
    expect(await store.findStream(meeting.id)).toBeNull();
    await store.append(good);
    const moved = requestOf({ stream: { ...meeting, parent: 'another' }, expectedSeq: 2 });
    await expect(store.append(moved)).rejects.toThrow('stream');
    expect(await store.findCommand('a\0b')).toBeNull();
  });

  it('erases the openings of the named words in this stream, and leaves the chain whole', async () => {
    const { store } = open();
    const words = (id: string) => ({ who: { id, text: `secret of ${id}` } });
    const other = requestOf({ stream: coalition, bodies: [words('w1')] });
    await store.append(other);
    await store.append(requestOf({ bodies: [words('w1'), words('w2'), words('w1')] }));
    await store.append(requestOf({ expectedSeq: 3, rows: [{ row: 'erase', wordsIds: ['w1', 'none'] }] }));
    const events = await store.readEvents(meeting.id, 0, 10);
    expect(events.map(({ openings }) => Object.keys(openings))).toEqual([[], ['w2'], [], []]);
    expect(openBody(events[0]!.body, events[0]!.openings)).toEqual({ who: { id: 'w1', erased: true } });
    expect(checkLink(genesis(meeting.id), events[0]!)).toBe(true);
    expect(commitmentOf(events[1]!.openings['w2']!)).toMatch(/^[0-9a-f]{64}$/);
    expect(await store.readEvents(coalition.id, 0, 10)).toEqual(other.events);
  });

  it('leaves of erased words no byte on the disk, neither at once nor after the close', async () => {
    const { store, bytesOnDisk } = open();
    const bodies = Array.from({ length: 300 }, (_, n) => ({
      word: { id: `w${n}`, text: `${n % 2 ? 'KEPT' : 'GONE'}${'x'.repeat((n * 37) % 9000)}` },
    }));
    await store.append(requestOf({ bodies }));
    const wordsIds = bodies.map(({ word }) => word.id).filter((_, n) => n % 2 === 0);
    await store.append(requestOf({ expectedSeq: 300, rows: [{ row: 'erase', wordsIds }] }));
    expect(bytesOnDisk().includes('GONE')).toBe(false);
    await store.close();
    expect(bytesOnDisk().includes('GONE')).toBe(false);
  });

  it('is well, and says so', async () => {
    const { store } = open();
    await expect(store.check()).resolves.toBeUndefined();
  });
});
