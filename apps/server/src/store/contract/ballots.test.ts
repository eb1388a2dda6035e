/** What every store does with the ballot box. */
import { expect, it } from 'vitest';
import type { BallotRow, CastRequest, Store } from '../ports';
import { describeStores, meeting, requestOf } from './testing';

const ballot = (voter: string, ballotId: string, choice: unknown = 'yes'): CastRequest => ({
  pollId: 'p1',
  ballotId,
  voter,
  castBy: `by-${voter}`,
  choice,
  at: 1_760_000_000_000,
});
const row = (voter: string, choice: unknown = 'yes'): BallotRow => ({ voter, castBy: `by-${voter}`, choice });
const closing = (parts = {}) => requestOf({ expectedSeq: 1, bodies: [{ closed: true }], ...parts });

describeStores('ballots', (open) => {
  const withBox = async (): Promise<Store> => {
    const { store } = open();
    const rows = ['p1', 'p2'].map((pollId) => ({ row: 'box' as const, pollId }));
    await store.append(requestOf({ rows }));
    return store;
  };

  it('keeps one ballot for each voter, the last; any JSON is a choice', async () => {
    const store = await withBox();
    const choice = { order: ['a', 'b\u0000'], weight: 0.5, none: null };
    expect(await store.castBallot(ballot('v2', 'b1'))).toBe('stored');
    expect(await store.castBallot(ballot('v1', 'b2', choice))).toBe('stored');
    expect(await store.castBallot(ballot('v2', 'b3', null))).toBe('stored');
    expect(await store.readBallots('p1')).toEqual([row('v1', choice), row('v2', null)]);
    expect(await store.readBallots('p2')).toEqual([]);
    expect(await store.readBallots('none')).toEqual([]);
  });

  it('a ballot sent again changes nothing, not even after a newer one', async () => {
    const store = await withBox();
    await store.castBallot(ballot('v1', 'b1', 'yes'));
    await store.castBallot(ballot('v1', 'b2', 'no'));
    expect(await store.castBallot(ballot('v1', 'b1', 'yes'))).toBe('repeated');
    expect(await store.readBallots('p1')).toEqual([row('v1', 'no')]);
  });

  it('takes nothing once the deadline is over, by the clock read with the row locked', async () => {
    const { store } = open();
    await store.append(requestOf({ rows: [{ row: 'box', pollId: 'p1', deadline: 100 }] }));
    const clock = { time: 99 };
    const cast = (id: string) => store.castBallot({ ...ballot('v1', id), at: 0, now: () => clock.time });
    expect(await cast('b1')).toBe('stored');
    const queued = cast('b2');
    clock.time = 100;
    expect(await queued).toBe('late');
    expect(await cast('b1')).toBe('repeated');
    expect(await store.readBallots('p1')).toEqual([row('v1')]);
  });

  it('keeps a voice that is given once as it was given', async () => {
    const store = await withBox();
    expect(await store.castBallot({ ...ballot('v1', 'b1'), once: true })).toBe('stored');
    expect(await store.castBallot({ ...ballot('v1', 'b2', 'no'), once: true })).toBe('given');
    expect(await store.castBallot({ ...ballot('v1', 'b1'), once: true })).toBe('repeated');
    expect(await store.readBallots('p1')).toEqual([row('v1')]);
  });

  it('knows which open boxes are overdue, and which ends next', async () => {
    const { store } = open();
    expect(await store.nextDeadline()).toBeNull();
    const rows = [30, 10, 20].map((deadline) => ({ row: 'box' as const, pollId: `p${deadline}`, deadline }));
    const { stream } = requestOf();
    await store.append(requestOf({ rows: [...rows, { row: 'box', pollId: 'p0' }] }));
    expect(await store.nextDeadline()).toBe(10);
    expect(await store.overdueBoxes(20)).toEqual(
      ['p10', 'p20'].map((pollId) => ({ stream: stream.id, pollId })),
    );
    await store.closeBox('p10', () => closing());
    expect(await store.nextDeadline()).toBe(20);
    expect(await store.overdueBoxes(20)).toEqual([{ stream: stream.id, pollId: 'p20' }]);
    expect(await store.findBox('p10')).toEqual({ stream: stream.id, status: 'closed' });
    expect(await store.findBox('p20')).toEqual({ stream: stream.id, status: 'open' });
    expect(await store.findBox('none')).toBeNull();
  });

  it('a box that is called off keeps nothing but the ids', async () => {
    const store = await withBox();
    await store.castBallot(ballot('v1', 'b1'));
    await store.append(requestOf({ expectedSeq: 1, rows: [{ row: 'emptied', pollId: 'p1' }] }));
    expect(await store.readBallots('p1')).toEqual([]);
    expect(await store.readPublished('p1')).toEqual([]);
    expect(await store.castBallot(ballot('v1', 'b1'))).toBe('repeated');
    expect(await store.castBallot(ballot('v2', 'b2'))).toBe('closed');
  });

  it('an id belongs to one voter and one poll', async () => {
    const store = await withBox();
    await store.castBallot(ballot('v1', 'b1'));
    expect(await store.castBallot(ballot('v2', 'b1'))).toBe('id-used');
    expect(await store.castBallot({ ...ballot('v1', 'b1'), pollId: 'p2' })).toBe('id-used');
    expect(await store.castBallot({ ...ballot('v1', 'b1'), pollId: 'none' })).toBe('unknown');
    expect(await store.readBallots('p1')).toEqual([row('v1')]);
  });

  it('closes with the ballots in order of voter key and the events made of them, at once', async () => {
    const store = await withBox();
    for (const voter of ['v3', 'v1', '\u{1f5f3}', '\ufffd', 'v2']) {
      await store.castBallot(ballot(voter, `b-${voter}`));
    }
    let seen: readonly BallotRow[] = [];
    const answer = await store.closeBox('p1', (ballots) => {
      seen = ballots;
      return closing({ commandId: 'close' });
    });
    expect(answer).toEqual({ status: 'stored' });
    expect(seen.map(({ voter }) => voter)).toEqual(['v1', 'v2', 'v3', '\ufffd', '\u{1f5f3}']);
    expect(await store.readBallots('p1')).toEqual(seen);
    expect(await store.findStream(meeting.id)).toMatchObject({ seq: 2 });
    expect(await store.findCommand('close')).toEqual({ stream: meeting.id, seq: 2 });
  });

  it('once published keeps what was published and nothing by voter, and still knows what was cast', async () => {
    const store = await withBox();
    await store.castBallot(ballot('v2', 'b2'));
    await store.castBallot(ballot('v1', 'b1'));
    expect(await store.readPublished('p1')).toEqual([]);
    const ballots = [{ answer: 'agree' }, { answer: 'object' }];
    await store.closeBox('p1', () => ({ ...closing(), rows: [{ row: 'published', pollId: 'p1', ballots }] }));
    expect(await store.readPublished('p1')).toEqual(ballots);
    expect(await store.readBallots('p1')).toEqual([]);
    expect(await store.castBallot(ballot('v1', 'b1'))).toBe('repeated');
    expect(await store.castBallot(ballot('v1', 'b9'))).toBe('closed');
  });

  it('after the close takes no new ballot, and still says of an old one that it is stored', async () => {
    const store = await withBox();
    await store.castBallot(ballot('v1', 'b1'));
    await store.closeBox('p1', () => closing());
    expect(await store.castBallot(ballot('v1', 'b2', 'no'))).toBe('closed');
    expect(await store.castBallot(ballot('v2', 'b3'))).toBe('closed');
    expect(await store.castBallot(ballot('v1', 'b1'))).toBe('repeated');
    expect(await store.castBallot(ballot('v2', 'b1'))).toBe('id-used');
    expect(await store.readBallots('p1')).toEqual([row('v1')]);
    expect(await store.castBallot({ ...ballot('v1', 'b4'), pollId: 'p2' })).toBe('stored');
  });

  it('closes once', async () => {
    const store = await withBox();
    const answers = await Promise.all([1, 2].map(() => store.closeBox('p1', () => closing())));
    expect(answers).toEqual([{ status: 'stored' }, { status: 'closed' }]);
    expect(await store.closeBox('none', () => closing())).toEqual({ status: 'unknown' });
  });

  it('stays open where the close comes to nothing', async () => {
    const store = await withBox();
    await store.append(requestOf({ expectedSeq: 1, commandId: 'c' }));
    const open = async () => expect(await store.castBallot(ballot('v1', `b${Math.random()}`))).toBe('stored');
    expect(await store.closeBox('p1', () => null)).toEqual({ status: 'left' });
    await open();
    expect(await store.closeBox('p1', () => closing())).toEqual({ status: 'conflict', seq: 2 });
    await open();
    const again = () => closing({ expectedSeq: 2, commandId: 'c' });
    expect(await store.closeBox('p1', again)).toEqual({ status: 'repeated', stream: meeting.id, seq: 2 });
    await open();
    const failing = store.closeBox('p1', () => {
      throw new Error('the count failed');
    });
    await expect(failing).rejects.toThrow('the count failed');
    await open();
    expect(await store.findStream(meeting.id)).toMatchObject({ seq: 2 });
  });

  it('cast and close in one turn agree on who came first', async () => {
    const store = await withBox();
    let counted = 0;
    const answers = await Promise.all([
      store.castBallot(ballot('v1', 'b1')),
      store.closeBox('p1', (ballots) => {
        counted = ballots.length;
        return closing();
      }),
      store.castBallot(ballot('v2', 'b2')),
    ]);
    expect(answers).toEqual(['stored', { status: 'stored' }, 'closed']);
    expect(counted).toBe(1);
  });

  it('rejects a choice that is no JSON, and stores nothing of it', async () => {
    const store = await withBox();
    await expect(store.castBallot(ballot('v1', 'b1', () => 1))).rejects.toThrow();
    await expect(store.castBallot(ballot('v1', 'b1', NaN))).rejects.toThrow();
    expect(await store.castBallot(ballot('v1', 'b1'))).toBe('stored');
  });
});
