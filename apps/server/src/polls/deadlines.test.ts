import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../store/memory/memory-store';
import { requestOf } from '../store/contract/testing';
import type { Store } from '../store/ports';
import { Deadlines } from './deadlines';

let store: Store;
let deadlines: Deadlines;
let closed: string[];
let failing: boolean;
const errors: unknown[] = [];

beforeEach(async () => {
  vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  store = createMemoryStore();
  closed = [];
  failing = false;
  const rows = [10_000, 200_000].map((deadline) => ({
    row: 'box' as const,
    pollId: `p${deadline}`,
    deadline,
  }));
  await store.append(requestOf({ rows }));
  deadlines = new Deadlines(
    { store, clock: { now: () => Date.now() }, close },
    { error: (e: unknown) => errors.push(e) },
  );
});
afterEach(() => {
  deadlines.stop();
  vi.useRealTimers();
});

async function close(_stream: string, pollId: string): Promise<void> {
  if (failing) throw new Error('the disk is full');
  closed.push(pollId);
  const { seq = 0 } = (await store.findStream(requestOf().stream.id)) ?? {};
  await store.closeBox(pollId, () => requestOf({ expectedSeq: seq }));
}

/** Timers, and what the store does in turns of its own. */
async function pass(ms: number): Promise<void> {
  for (let at = 0; at < ms; at += 5_000) {
    await vi.advanceTimersByTimeAsync(5_000);
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

it('closes what is overdue at the start, and each of the others when it is due', async () => {
  vi.setSystemTime(10_000);
  await deadlines.look();
  expect(closed).toEqual(['p10000']);
  await pass(180_000);
  expect(closed).toEqual(['p10000']);
  await pass(15_000);
  expect(closed).toEqual(['p10000', 'p200000']);
});

it('hears of a question that ends sooner', async () => {
  await deadlines.look();
  const { seq = 0 } = (await store.findStream(requestOf().stream.id)) ?? {};
  await store.append(
    requestOf({ expectedSeq: seq, rows: [{ row: 'box', pollId: 'soon', deadline: 5_000 }] }),
  );
  deadlines.expect(5_000);
  await pass(5_000);
  expect(closed).toEqual(['soon']);
});

it('is not put off by a question that ends later', async () => {
  await deadlines.look();
  deadlines.expect(50_000);
  await pass(10_000);
  expect(closed).toEqual(['p10000']);
});

it('hears of a question that ends sooner while it looks', async () => {
  const looking = deadlines.look();
  const { seq = 0 } = (await store.findStream(requestOf().stream.id)) ?? {};
  const rows = [{ row: 'box' as const, pollId: 'soon', deadline: 5_000 }];
  const opened = store.append(requestOf({ expectedSeq: seq, rows }));
  deadlines.expect(5_000);
  await Promise.all([looking, opened]);
  await pass(5_000);
  expect(closed).toEqual(['soon']);
});

it('tries again after a failure', async () => {
  failing = true;
  vi.setSystemTime(10_000);
  await deadlines.look();
  expect(closed).toEqual([]);
  expect(errors.length).toBeGreaterThan(0);
  failing = false;
  await pass(5_000);
  expect(closed).toEqual(['p10000']);
});
