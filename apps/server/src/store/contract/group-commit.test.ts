/** When every store answers: after the flush that it shares with what arrived together, never before. */
import { expect, it } from 'vitest';
import { coalition, describeStores, heldFlush, meeting, requestOf, someTurns } from './testing';

const streams = (count: number) => Array.from({ length: count }, (_, n) => ({ ...meeting, id: `m${n}` }));

describeStores('group commit', (open) => {
  it('writes of one turn share one flush, whatever they write', async () => {
    const held = heldFlush();
    const { store } = open({ flush: held.flush });
    const appends = streams(100).map((stream) => store.append(requestOf({ stream })));
    await Promise.all([...appends, store.putSession({ hash: 'h', createdAt: 1, expiresAt: 2 })]);
    expect(held.calls()).toBe(1);
    await store.findSession('h');
    expect(held.calls()).toBe(1);
  });

  it('a batch has an end: 2,000 writes take a few flushes', async () => {
    const held = heldFlush();
    const { store } = open({ flush: held.flush });
    await Promise.all(streams(2000).map((stream) => store.append(requestOf({ stream }))));
    expect(held.calls()).toBe(4);
  });

  it('with the flush held nothing answers and nothing is seen; what comes meanwhile joins the next', async () => {
    const held = heldFlush();
    const { store } = open({ flush: held.flush });
    held.hold();
    const answered: string[] = [];
    const first = store.append(requestOf()).then(() => answered.push('first'));
    await someTurns();
    const others = streams(10).map((stream) =>
      store.append(requestOf({ stream })).then(() => answered.push('next')),
    );
    await someTurns();
    expect(answered).toEqual([]);
    expect(await store.findStream(meeting.id)).toBeNull();
    expect(held.calls()).toBe(1);
    held.letGo();
    await Promise.all([first, ...others]);
    expect(answered[0]).toBe('first');
    expect(answered).toHaveLength(11);
    expect(held.calls()).toBe(2);
  });

  it('a flush that fails rejects its whole batch, stores nothing of it, and the next succeeds', async () => {
    let failing = true;
    const flush = () => (failing ? Promise.reject(new Error('no disk')) : Promise.resolve());
    const { store } = open({ flush });
    const both = await Promise.allSettled([
      store.append(requestOf()),
      store.append(requestOf({ stream: coalition })),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await store.findStream(meeting.id)).toBeNull();
    failing = false;
    expect(await store.append(requestOf())).toEqual({ status: 'stored' });
  });

  it('a write that fails alone leaves the others of its batch', async () => {
    const { store } = open();
    const row = { row: 'document', name: 'd' } as const;
    const [first, second, third] = streams(3);
    const settled = await Promise.allSettled([
      store.append(requestOf({ stream: first!, rows: [row] })),
      store.append(requestOf({ stream: second!, rows: [{ row: 'box', pollId: 'p' }, row], commandId: 'c' })),
      store.append(requestOf({ stream: third!, rows: [{ row: 'box', pollId: 'p' }] })),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.findStream(second!.id)).toBeNull();
    expect(await store.findCommand('c')).toBeNull();
    expect(await store.findStream(third!.id)).toMatchObject({ seq: 1 });
  });

  it('close finishes what is queued; calls after it reject', async () => {
    const held = heldFlush();
    const { store } = open({ flush: held.flush });
    held.hold();
    const queued = store.append(requestOf());
    let closed = false;
    const closing = store.close().then(() => (closed = true));
    await expect(store.append(requestOf({ stream: coalition }))).rejects.toThrow('closed');
    await someTurns();
    expect(closed).toBe(false);
    held.letGo();
    expect(await queued).toEqual({ status: 'stored' });
    await closing;
    await expect(store.findStream(meeting.id)).rejects.toThrow('closed');
    await expect(store.check()).rejects.toThrow('closed');
    await expect(store.close()).resolves.toBeUndefined();
  });
});
