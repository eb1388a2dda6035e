/** What every store does with sessions and seats. */
import { expect, it } from 'vitest';
import { coalition, describeStores, meeting, requestOf } from './testing';

const one = { hash: 'h1', createdAt: 1, expiresAt: 1_760_000_000_000 };
const two = { ...one, hash: 'h2' };

describeStores('sessions and seats', (open) => {
  const prepared = async () => {
    const { store } = open();
    await store.append(requestOf({ stream: coalition }));
    await store.append(requestOf());
    await store.putSession(one);
    await store.putSession(two);
    return store;
  };

  it('finds a session by its hash, until it is dropped with its seats', async () => {
    const store = await prepared();
    await store.putSeat('h1', meeting.id, 'ana');
    expect(await store.findSession('h1')).toEqual(one);
    expect(await store.findSession('none')).toBeNull();
    await store.dropSession('h1');
    expect(await store.findSession('h1')).toBeNull();
    expect(await store.seatsOf('h1')).toEqual([]);
    await store.putSession(one);
    expect(await store.findSeat('h1', meeting.id)).toBeNull();
  });

  it('puts a session anew without taking its seats', async () => {
    const store = await prepared();
    await store.putSeat('h1', meeting.id, 'ana');
    await store.putSession({ ...one, expiresAt: 9 });
    expect(await store.findSession('h1')).toEqual({ ...one, expiresAt: 9 });
    expect(await store.findSeat('h1', meeting.id)).toEqual({ personId: 'ana' });
  });

  it('lists seats in order of entering; a seat taken again keeps its place', async () => {
    const store = await prepared();
    await store.putSeat('h1', meeting.id, 'ana');
    await store.putSeat('h1', coalition.id, 'ana');
    await store.putSeat('h1', meeting.id, 'budi');
    expect(await store.seatsOf('h1')).toEqual([
      { stream: meeting.id, kind: 'meeting', personId: 'budi' },
      { stream: coalition.id, kind: 'coalition', personId: 'ana' },
    ]);
    expect(await store.seatsOf('h2')).toEqual([]);
  });

  it('drops sessions whose time is over, with their seats, and no others', async () => {
    const store = await prepared();
    await store.putSession({ ...one, hash: 'h3', expiresAt: 500 });
    await store.putSession({ ...one, hash: 'h4', expiresAt: 501 });
    await store.putSeat('h3', meeting.id, 'ana');
    await store.putSeat('h4', meeting.id, 'budi');
    expect(await store.dropExpiredSessions(500, 9)).toBe(1);
    expect(await store.findSession('h3')).toBeNull();
    expect(await store.findSeat('h3', meeting.id)).toBeNull();
    expect(await store.findSeat('h4', meeting.id)).toEqual({ personId: 'budi' });
  });

  it('drops so many expired sessions at a time as it is told, those that expired first', async () => {
    const store = await prepared();
    for (const expiresAt of [300, 100, 200])
      await store.putSession({ ...one, hash: `e${expiresAt}`, expiresAt });
    expect(await store.dropExpiredSessions(500, 2)).toBe(2);
    expect(await store.findSession('e200')).toBeNull();
    expect(await store.findSession('e300')).not.toBeNull();
    expect(await store.dropExpiredSessions(500, 2)).toBe(1);
    expect(await store.dropExpiredSessions(500, 2)).toBe(0);
  });

  it('seats nobody without a session or a stream', async () => {
    const store = await prepared();
    await expect(store.putSeat('none', meeting.id, 'ana')).rejects.toThrow();
    await expect(store.putSeat('h1', 'none', 'ana')).rejects.toThrow();
  });
});
