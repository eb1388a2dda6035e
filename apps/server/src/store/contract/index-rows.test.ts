/** What every store does with the rows that an append brings along. */
import { expect, it } from 'vitest';
import type { IndexRow } from '../ports';
import { coalition, describeStores, meeting, requestOf } from './testing';

const session = { hash: 'h1', createdAt: 1, expiresAt: 2 };

describeStores('rows of an append', (open) => {
  it('documents are found by name, and belong to one stream', async () => {
    const { store } = open();
    await store.append(requestOf({ rows: [{ row: 'document', name: 'agenda/1' }] }));
    expect(await store.findDocument('agenda/1')).toEqual({ stream: meeting.id });
    expect(await store.findDocument('agenda/2')).toBeNull();
    expect(await store.findDocument('agenda/\0')).toBeNull();
  });

  it('a document that moves belongs to its new stream, with all its words; one that is not there rejects', async () => {
    const { store } = open();
    await store.append(requestOf({ rows: [{ row: 'document', name: 'goal/1' }] }));
    await store.appendUpdates('goal/1', [{ update: Uint8Array.of(1), by: 'ana', at: 1, newClients: [] }]);
    await store.append(requestOf({ stream: coalition, rows: [{ row: 'moved-document', name: 'goal/1' }] }));
    expect(await store.findDocument('goal/1')).toEqual({ stream: coalition.id });
    expect((await store.loadDocument('goal/1')).updates).toHaveLength(1);
    const lost = requestOf({
      expectedSeq: 1,
      commandId: 'c',
      rows: [{ row: 'moved-document', name: 'goal/2' }],
    });
    await expect(store.append(lost)).rejects.toThrow();
    expect(await store.findCommand('c')).toBeNull();
  });

  it('the same document, box or link twice rejects, with nothing of its request stored', async () => {
    const { store } = open();
    const rows: IndexRow[] = [
      { row: 'document', name: 'd' },
      { row: 'box', pollId: 'p' },
      { row: 'link', linkId: 'l', personId: 'a' },
    ];
    await store.append(requestOf({ rows }));
    for (const row of rows) {
      const request = requestOf({
        expectedSeq: 1,
        commandId: 'c',
        rows: [{ row: 'document', name: 'e' }, row],
      });
      await expect(store.append(request)).rejects.toThrow();
    }
    expect(await store.findDocument('e')).toBeNull();
    expect(await store.findCommand('c')).toBeNull();
    expect(await store.findStream(meeting.id)).toMatchObject({ seq: 1 });
  });

  it('links are found until they are taken away by their own stream', async () => {
    const { store } = open();
    await store.append(requestOf({ rows: [{ row: 'link', linkId: 'l1', personId: 'ana' }] }));
    await store.append(requestOf({ stream: coalition, rows: [{ row: 'no-link', linkId: 'l1' }] }));
    expect(await store.findLink('l1')).toEqual({ stream: meeting.id, personId: 'ana' });
    await store.append(requestOf({ expectedSeq: 1, rows: [{ row: 'no-link', linkId: 'l1' }] }));
    expect(await store.findLink('l1')).toBeNull();
  });

  it('a stream holds one code; a new one replaces it', async () => {
    const { store } = open();
    await store.append(requestOf({ rows: [{ row: 'code', code: 'AAAAAA', until: 5000 }] }));
    await store.append(requestOf({ expectedSeq: 1, rows: [{ row: 'code', code: 'AAAAAA', until: 6000 }] }));
    expect(await store.findCode('AAAAAA')).toEqual({ stream: meeting.id, until: 6000 });
    await store.append(requestOf({ expectedSeq: 2, rows: [{ row: 'code', code: 'BBBBBB', until: 7000 }] }));
    expect(await store.findCode('AAAAAA')).toBeNull();
    expect(await store.findCode('BBBBBB')).toEqual({ stream: meeting.id, until: 7000 });
    await store.append(requestOf({ expectedSeq: 3, rows: [{ row: 'no-code' }] }));
    expect(await store.findCode('BBBBBB')).toBeNull();
  });

  it('a code that another stream holds is taken until it expires', async () => {
    const { store } = open();
    await store.append(
      requestOf({ stream: coalition, rows: [{ row: 'code', code: 'AAAAAA', until: 5000 }] }),
    );
    const asked = (at: number) =>
      requestOf({ at, commandId: 'c', rows: [{ row: 'code', code: 'AAAAAA', until: 9000 }] });
    expect(await store.append(asked(4999))).toEqual({ status: 'code-taken' });
    expect(await store.findStream(meeting.id)).toBeNull();
    expect(await store.findCommand('c')).toBeNull();
    expect(await store.append(asked(5000))).toEqual({ status: 'stored' });
    expect(await store.findCode('AAAAAA')).toEqual({ stream: meeting.id, until: 9000 });
    // The first stream lost it, and does not take the second's away with its own.
    await store.append(requestOf({ stream: coalition, expectedSeq: 1, rows: [{ row: 'no-code' }] }));
    expect(await store.findCode('AAAAAA')).toEqual({ stream: meeting.id, until: 9000 });
  });

  it('a code without an event rejects: there is no time to judge it by', async () => {
    const { store } = open();
    const rows: IndexRow[] = [{ row: 'code', code: 'AAAAAA', until: 1 }];
    await expect(store.append(requestOf({ bodies: [], rows }))).rejects.toThrow('code');
  });

  it('a stream that has an end is found by it, the nearest first, until it is deleted', async () => {
    const { store } = open();
    await store.append(requestOf({ stream: coalition, rows: [{ row: 'expires', at: 9000 }] }));
    await store.append(requestOf({ rows: [{ row: 'expires', at: 9500 }] }));
    await store.append(requestOf({ expectedSeq: 1, rows: [{ row: 'expires', at: 8000 }] }));
    expect(await store.expiringStreams()).toEqual([
      { stream: meeting.id, at: 8000 },
      { stream: coalition.id, at: 9000 },
    ]);
    await store.deleteStreams([meeting.id], []);
    expect(await store.expiringStreams()).toEqual([{ stream: coalition.id, at: 9000 }]);
  });

  it('a stream that keeps its children for a time is found, until it keeps them for ever', async () => {
    const { store } = open();
    await store.append(requestOf({ stream: coalition, rows: [{ row: 'kept', months: 12 }] }));
    await store.append(requestOf({ stream: coalition, expectedSeq: 1, rows: [{ row: 'kept', months: 6 }] }));
    expect(await store.terms()).toEqual([{ stream: coalition.id, months: 6 }]);
    await store.append(
      requestOf({ stream: coalition, expectedSeq: 2, rows: [{ row: 'kept', months: null }] }),
    );
    expect(await store.terms()).toEqual([]);
  });

  it('children that closed before a time are found, the oldest first, until they are opened again', async () => {
    const { store } = open();
    const streamOf = (id: string) => ({ ...meeting, id });
    await store.append(requestOf({ stream: coalition, rows: [{ row: 'closed', at: 1 }] }));
    for (const [id, at] of [
      ['m1', 700],
      ['m2', 500],
      ['m3', 900],
    ] as const)
      await store.append(requestOf({ stream: streamOf(id), rows: [{ row: 'closed', at }] }));
    await store.append(requestOf({ stream: { ...meeting, id: 'm4', parent: 'another' } }));
    expect(await store.closedBefore(coalition.id, 900)).toEqual(['m2', 'm1']);
    expect(await store.closedBefore('another', 900)).toEqual([]);
    await store.append(requestOf({ stream: streamOf('m2'), expectedSeq: 1, rows: [{ row: 'reopened' }] }));
    expect(await store.closedBefore(coalition.id, 901)).toEqual(['m1', 'm3']);
    await store.append(
      requestOf({ stream: streamOf('m2'), expectedSeq: 2, rows: [{ row: 'closed', at: 950 }] }),
    );
    expect(await store.closedBefore(coalition.id, 999)).toEqual(['m1', 'm3', 'm2']);
  });

  it('children that still hold words which their parent has forgotten are found until they erase them', async () => {
    const { store } = open();
    const bodies = [{ who: { id: 'w1', text: 'Ana' }, whom: { id: 'w2', text: 'Budi' } }];
    await store.append(requestOf({ stream: coalition, bodies }));
    await store.append(requestOf({ bodies }));
    await store.append(requestOf({ stream: { ...meeting, id: 'm2' } }));
    expect(await store.forgetfulStreams()).toEqual([]);
    const rows: IndexRow[] = [{ row: 'forgotten', wordsIds: ['w2', 'w1', 'w2', 'w9'] }];
    await store.append(requestOf({ stream: coalition, expectedSeq: 1, rows }));
    expect(await store.forgetfulStreams()).toEqual([coalition.id]);
    expect(await store.wordsLeft(coalition.id)).toEqual([{ stream: meeting.id, wordsIds: ['w1', 'w2'] }]);
    await store.append(requestOf({ expectedSeq: 1, rows: [{ row: 'erase', wordsIds: ['w1', 'w2'] }] }));
    expect(await store.wordsLeft(coalition.id)).toEqual([]);
  });

  it('has nothing of its own making left to index', async () => {
    const { store } = open();
    await store.append(requestOf());
    expect(await store.indexOlder(9)).toBe(0);
  });

  it('seats a session with the events that let it in, and not without a session', async () => {
    const { store } = open();
    const rows: IndexRow[] = [{ row: 'seat', sessionHash: 'h1', personId: 'ana' }];
    await expect(store.append(requestOf({ rows }))).rejects.toThrow();
    await store.putSession(session);
    await store.append(requestOf({ rows }));
    expect(await store.findSeat('h1', meeting.id)).toEqual({ personId: 'ana' });
  });

  it('takes a person’s seats in a stream from every session but one, and nobody else’s', async () => {
    const { store } = open();
    await store.append(requestOf({ stream: coalition }));
    await store.append(requestOf());
    for (const hash of ['h1', 'h2', 'h3', 'h4']) await store.putSession({ ...session, hash });
    for (const hash of ['h1', 'h2', 'h3']) await store.putSeat(hash, meeting.id, 'ana');
    await store.putSeat('h2', coalition.id, 'ana');
    await store.putSeat('h4', meeting.id, 'budi');
    const drop = (expectedSeq: number, except: string | null) =>
      store.append(requestOf({ expectedSeq, rows: [{ row: 'no-seats', personId: 'ana', except }] }));
    await drop(1, 'h1');
    const seats = () =>
      Promise.all(
        ['h1', 'h2', 'h3', 'h4'].map(async (hash) => (await store.findSeat(hash, meeting.id))?.personId),
      );
    expect(await seats()).toEqual(['ana', undefined, undefined, 'budi']);
    expect(await store.findSeat('h2', coalition.id)).toEqual({ personId: 'ana' });
    await drop(2, null);
    expect(await seats()).toEqual([undefined, undefined, undefined, 'budi']);
  });
});
