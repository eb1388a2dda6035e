import { beforeEach, expect, it } from 'vitest';
import { systemIds } from '../platform/ids';
import { createMemoryStore } from '../store/memory/memory-store';
import type { Store } from '../store/ports';
import { TestClock } from '../streams/testing';
import { cookieKind, sessionLifeMs } from './cookies';
import { createSessions, type Sessions } from './sessions';

let store: Store;
let clock: TestClock;
let sessions: Sessions;

beforeEach(() => {
  store = createMemoryStore();
  clock = new TestClock();
  sessions = createSessions(store, { clock, ids: systemIds }, cookieKind(false));
});

it('knows a device by its cookie, and keeps no token that a thief of the database could use', async () => {
  const { token, hash } = await sessions.create();
  expect(await sessions.find(`mufakat=${token}`)).toEqual({ hash });
  expect(hash).not.toContain(token);
  expect(await store.findSession(token)).toBeNull();
  expect(await sessions.find(`mufakat=${hash}`)).toBeNull();
});

it('knows nobody without a cookie, with a foreign or a made-up one', async () => {
  const { token } = await sessions.create();
  for (const header of [
    undefined,
    '',
    `other=${token}`,
    `mufakat=${systemIds.newToken()}`,
    'mufakat=',
    `mufakat=${token}x`,
  ])
    expect(await sessions.find(header)).toBeNull();
});

it('ends after its life', async () => {
  const { token } = await sessions.create();
  clock.time += sessionLifeMs - 1;
  expect(await sessions.find(`mufakat=${token}`)).not.toBeNull();
  clock.time += 1;
  expect(await sessions.find(`mufakat=${token}`)).toBeNull();
});

it('is not asked of the store each time, and one that was dropped while it was looked up is gone', async () => {
  let looks = 0;
  let held: Promise<unknown> = Promise.resolve();
  const watched: Store = {
    ...store,
    findSession: async (hash) => {
      looks += 1;
      const row = await store.findSession(hash);
      await held;
      return row;
    },
  };
  const open = () => createSessions(watched, { clock, ids: systemIds }, cookieKind(false));
  const made = await sessions.create();
  const again = open();
  const find = () => again.find(`mufakat=${made.token}`);
  for (let times = 0; times < 3; times++) expect(await find()).toEqual({ hash: made.hash });
  expect(looks).toBe(1);

  const other = open();
  let letGo = (): void => undefined;
  held = new Promise<void>((resolve) => (letGo = resolve));
  const looking = other.find(`mufakat=${made.token}`);
  await other.drop(made);
  letGo();
  expect(await looking).toBeNull();
  expect(await other.find(`mufakat=${made.token}`)).toBeNull();
});

it('dropped, is gone, and whoever listens hears of it until they stop', async () => {
  const heard: string[] = [];
  const stop = sessions.onDrop(({ hash }) => heard.push(hash));
  const first = await sessions.create();
  const second = await sessions.create();
  await sessions.drop(first);
  expect(await sessions.find(`mufakat=${first.token}`)).toBeNull();
  stop();
  await sessions.drop(second);
  expect(heard).toEqual([first.hash]);
});
