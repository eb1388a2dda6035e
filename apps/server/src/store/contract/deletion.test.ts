/** What every store does when streams are deleted. */
import { expect, it } from 'vitest';
import type { IndexRow, Store } from '../ports';
import { coalition, describeStores, meeting, requestOf } from './testing';

const secret = 'a sentence that must leave the disk';
const session = { hash: 'h1', createdAt: 1, expiresAt: 2 };
const later = { ...meeting, id: 'meeting-2' };
const rowsOf = (n: number): IndexRow[] => [
  { row: 'document', name: `goal/${n}` },
  { row: 'document', name: `notes/${n}` },
  { row: 'box', pollId: `poll-${n}` },
  { row: 'link', linkId: `link-${n}`, personId: 'ana' },
  { row: 'code', code: `AAAAA${n}`, until: 9_000 },
  { row: 'seat', sessionHash: session.hash, personId: 'ana' },
];

async function fill(store: Store): Promise<void> {
  await store.putSession(session);
  await store.append(requestOf({ stream: coalition }));
  for (const [index, stream] of [meeting, later].entries()) {
    const n = index + 1;
    const bodies = [{ who: { id: 'w1', text: secret } }];
    await store.append(requestOf({ stream, bodies, rows: rowsOf(n), commandId: `c${n}` }));
    await store.castBallot({
      pollId: `poll-${n}`,
      ballotId: `b${n}`,
      voter: 'ana',
      castBy: 'ana',
      choice: secret,
      at: 1,
    });
    for (const name of [`goal/${n}`, `notes/${n}`]) {
      const update = new TextEncoder().encode(`${secret} in ${name}`);
      await store.appendUpdates(name, [{ update, by: 'ana', at: 1, newClients: [n] }]);
      await store.putSnapshot(name, 1, update);
    }
  }
}

describeStores('deletion', (open) => {
  it('takes everything of a stream, and nothing of another', async () => {
    const { store } = open();
    await fill(store);
    await store.deleteStreams([meeting.id, 'never-was'], []);
    expect(await store.findStream(meeting.id)).toBeNull();
    expect(await store.readEvents(meeting.id, 0, 9)).toEqual([]);
    expect(await store.childStreams(coalition.id)).toEqual([later]);
    expect(await store.documentsOf(meeting.id)).toEqual([]);
    expect(await store.findDocument('notes/1')).toBeNull();
    expect(await store.readBallots('poll-1')).toEqual([]);
    expect(await store.findLink('link-1')).toBeNull();
    expect(await store.findCode('AAAAA1')).toBeNull();
    expect(await store.seatsOf(session.hash)).toEqual([
      { stream: later.id, kind: 'meeting', personId: 'ana' },
    ]);
    expect(await store.readEvents(later.id, 0, 9)).toHaveLength(1);
    expect(await store.documentsOf(later.id)).toEqual(['goal/2', 'notes/2']);
    expect(await store.readBallots('poll-2')).toHaveLength(1);
    expect(await store.findCode('AAAAA2')).not.toBeNull();
  });

  it('knows the ids of commands as used for ever', async () => {
    const { store } = open();
    await fill(store);
    await store.deleteStreams([meeting.id], []);
    expect(await store.findCommand('c1')).toEqual({ stream: meeting.id, seq: 1 });
    const again = requestOf({ stream: { ...meeting, id: 'meeting-3' }, commandId: 'c1' });
    expect(await store.append(again)).toEqual({ status: 'repeated', stream: meeting.id, seq: 1 });
    // Whoever held the stream in memory is told that it has moved on.
    expect(await store.append(requestOf({ expectedSeq: 1 }))).toEqual({ status: 'conflict', seq: 0 });
  });

  it('keeps a document that another stream carries on, with its words, its history and its clients', async () => {
    const { store } = open();
    await fill(store);
    const before = await store.loadDocument('goal/1');
    await store.deleteStreams([meeting.id], [{ name: 'goal/1', to: later.id }]);
    expect(await store.findDocument('goal/1')).toEqual({ stream: later.id });
    expect(await store.loadDocument('goal/1')).toEqual(before);
    expect(await store.findDocument('notes/1')).toBeNull();
  });

  it('leaves a document where it went before the deletion was its turn', async () => {
    const { store } = open();
    await fill(store);
    await store.append(
      requestOf({ stream: later, expectedSeq: 1, rows: [{ row: 'moved-document', name: 'goal/1' }] }),
    );
    await store.deleteStreams([meeting.id], [{ name: 'goal/1', to: coalition.id }]);
    expect(await store.findDocument('goal/1')).toEqual({ stream: later.id });
  });

  it('deletes nothing where a document that shall stay, or where it shall go, is not there', async () => {
    const { store } = open();
    await fill(store);
    await expect(store.deleteStreams([meeting.id], [{ name: 'goal/9', to: later.id }])).rejects.toThrow();
    await expect(store.deleteStreams([meeting.id], [{ name: 'goal/1', to: 'never-was' }])).rejects.toThrow();
    expect(await store.readEvents(meeting.id, 0, 9)).toHaveLength(1);
    expect(await store.findDocument('goal/1')).toEqual({ stream: meeting.id });
  });

  it('takes along what the day’s tidying would look for', async () => {
    const { store } = open();
    await fill(store);
    const closed: IndexRow[] = [{ row: 'closed', at: 5 }];
    await store.append(requestOf({ expectedSeq: 1, rows: closed }));
    await store.append(requestOf({ stream: later, expectedSeq: 1, rows: closed }));
    const rows: IndexRow[] = [
      { row: 'kept', months: 3 },
      { row: 'forgotten', wordsIds: ['w1'] },
    ];
    await store.append(requestOf({ stream: coalition, expectedSeq: 1, rows }));
    expect(await store.wordsLeft(coalition.id)).toEqual([
      { stream: meeting.id, wordsIds: ['w1'] },
      { stream: later.id, wordsIds: ['w1'] },
    ]);
    await store.deleteStreams([meeting.id], []);
    expect(await store.closedBefore(coalition.id, 9)).toEqual([later.id]);
    expect(await store.wordsLeft(coalition.id)).toEqual([{ stream: later.id, wordsIds: ['w1'] }]);
    await store.deleteStreams([coalition.id, later.id], []);
    expect(await store.terms()).toEqual([]);
    expect(await store.forgetfulStreams()).toEqual([]);
    expect(await store.closedBefore(coalition.id, 9)).toEqual([]);
  });

  it('takes a coalition with its meetings at once, and leaves no word of them on disk', async () => {
    const { store, bytesOnDisk } = open();
    await fill(store);
    await store.deleteStreams([coalition.id, meeting.id, later.id], []);
    expect(await store.findStream(coalition.id)).toBeNull();
    expect(await store.childStreams(coalition.id)).toEqual([]);
    expect(bytesOnDisk().includes(secret)).toBe(false);
    expect(await store.findSession(session.hash)).not.toBeNull();
  });
});
