import { expect, test, vi } from 'vitest';
import { createWriteQueue, type Settle, type Unit } from './write-queue';

/** Commits by running everything; remembers how many units each commit had. */
function counted() {
  const sizes: number[] = [];
  const commit = (units: readonly Unit[]): Settle[] => {
    sizes.push(units.length);
    return units.map((unit) => unit.run());
  };
  return { sizes, queue: createWriteQueue({ commit }) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('given a quiet store, then no document waits', async () => {
  const { sizes, queue } = counted();
  for (let at = 0; at < 5; at++) await queue.add(() => at, `notes/${at}`);
  expect(sizes).toEqual([1, 1, 1, 1, 1]);
});

test('given commits for many documents that follow each other fast, then they share the next', async () => {
  const { sizes, queue } = counted();
  const writes: Promise<number>[] = [];
  for (let at = 0; at < 100; at++) {
    writes.push(queue.add(() => at, `notes/${at % 10}`));
    await turn();
  }
  expect(await Promise.all(writes)).toEqual(Array.from({ length: 100 }, (_, at) => at));
  expect(sizes.length).toBeLessThan(40);
});

test('given few documents that are written fast, then none waits: their writers may wait for each other', async () => {
  const { sizes, queue } = counted();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  for (let at = 0; at < 50; at++) await queue.add(() => at, `notes/${at % 3}`);
  vi.useRealTimers();
  expect(sizes).toHaveLength(50);
});

test('given anything but a document, then it takes those along that wait, in order', async () => {
  const { sizes, queue } = counted();
  const order: number[] = [];
  for (let at = 0; at < 20; at++) {
    void queue.add(() => order.push(at), `notes/${at}`);
    await turn();
  }
  const before = sizes.length;
  void queue.add(() => order.push(20), 'notes/20');
  await queue.add(() => order.push(21));
  expect(sizes.length).toBe(before + 1);
  expect(order).toEqual(Array.from({ length: 22 }, (_, at) => at));
});

test('given writes one after the other that do not wait, then none is held up', async () => {
  const { sizes, queue } = counted();
  // Nothing may be left to a timer.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  for (let at = 0; at < 50; at++) await queue.add(() => at);
  vi.useRealTimers();
  expect(sizes).toHaveLength(50);
});

test('given the queue is closed while something waits, then it is written first', async () => {
  const { queue } = counted();
  const done: number[] = [];
  for (let at = 0; at < 20; at++) {
    void queue.add(() => done.push(at), `notes/${at}`);
    await turn();
  }
  await queue.close();
  expect(done).toHaveLength(20);
});
