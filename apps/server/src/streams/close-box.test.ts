/** Commands that close a ballot box: one transaction with what the rules make of its ballots. */
import { ok, refused } from '@mufakat/domain';
import { beforeEach, expect, it } from 'vitest';
import { readBallot } from '../polls/read-ballot';
import type { Ask } from './plan';
import { Stream } from './stream';
import { counter, counterRef, settled, testPorts, type Count, type Counted } from './testing';

let ports: ReturnType<typeof testPorts>;
let told: number[];
let stream: Stream<number, Count, Counted>;

beforeEach(async () => {
  ports = testPorts();
  told = [];
  stream = await Stream.open(counterRef, ports, counter, (sealed) =>
    told.push(...sealed.map(({ seq }) => seq)),
  );
});

let ids = 0;
const add = (amount: number, parts: Partial<Ask<number, Count, Counted>> = {}) =>
  stream.ask({
    commandId: `command-${(ids += 1)}`,
    actor: { kind: 'person', personId: 'ani' },
    command: { type: 'add', amount },
    ...parts,
  });

const parts = {
  closesBox: { pollId: 'poll', read: readBallot, published: (ballots: readonly unknown[]) => ballots },
};
const openBox = () => add(1, { rows: () => [{ row: 'box', pollId: 'poll' }] });
const cast = (voter: string) =>
  ports.store.castBallot({
    pollId: 'poll',
    ballotId: voter,
    voter,
    castBy: voter,
    choice: { kind: 'vote', vote: 'yes' },
    at: 0,
  });

it('stores its event with the box closed, and keeps what is published', async () => {
  await openBox();
  await cast('ani');
  expect(await add(1, parts)).toMatchObject({ ok: true, value: { seq: 2 } });
  expect(await cast('budi')).toBe('closed');
  expect(await ports.store.readPublished('poll')).toMatchObject([{ voter: 'ani' }]);
  expect(told).toEqual([1, 2]);
});

it('where the rules refuse, the box stays open', async () => {
  await openBox();
  expect(await add(50, parts)).toEqual(refused('server_busy'));
  expect(await cast('budi')).toBe('stored');
});

it('where there is no such box, the rules say why', async () => {
  expect(await add(50, parts)).toEqual(refused('server_busy'));
});

it('where the store knows of a close that the rules do not, it is busy, and the stream goes on', async () => {
  expect(await add(1, parts)).toEqual(refused('server_busy'));
  expect(await add(1)).toMatchObject({ ok: true, value: { seq: 1 } });
});

it('the same id again is answered as before', async () => {
  await openBox();
  await add(1, { ...parts, commandId: 'close' });
  expect(await add(1, { ...parts, commandId: 'close' })).toEqual(ok({ seq: 2, events: [] }));
});

it('waits for commands that are on their way to the disk', async () => {
  await openBox();
  ports.disk.hold();
  const before = add(2);
  const closing = add(3, parts);
  await settled();
  ports.disk.letGo();
  expect(await before).toMatchObject({ ok: true, value: { seq: 2 } });
  expect(await closing).toMatchObject({ ok: true, value: { seq: 3 } });
});
