/** For tests of streams and rooms: ports in memory with a clock that stands, and the smallest possible aggregate. */
import { ok, refused, type Context, type Result } from '@mufakat/domain';
import { systemIds } from '../platform/ids';
import type { AppendAnswer, AppendRequest, Store, StreamRef } from '../store/ports';
import { createMemoryStore } from '../store/memory/memory-store';
import type { Aggregate } from './plan';
import type { StreamPorts } from './stream';

export class TestClock {
  time = 1_000_000;
  now(): number {
    return this.time;
  }
}

/** A store whose appends can be held and can fail, as a disk does. */
export class TestDisk {
  readonly store: Store;
  #gate: Promise<void> = Promise.resolve();
  #open = (): void => undefined;
  #failing = 0;
  flushes = 0;

  constructor() {
    const memory = createMemoryStore({
      flush: () => {
        this.flushes += 1;
        return this.#gate;
      },
    });
    const append = (request: AppendRequest): Promise<AppendAnswer> => {
      if (this.#failing === 0) return memory.append(request);
      this.#failing -= 1;
      return this.#gate.then(() => Promise.reject(new Error('the disk is full')));
    };
    this.store = { ...memory, append };
  }

  hold(): void {
    this.#gate = new Promise((resolve) => (this.#open = resolve));
  }

  letGo(): void {
    this.#open();
    this.#gate = Promise.resolve();
  }

  /** The next appends fail, each when the disk is let go. */
  failNext(appends = 1): void {
    this.#failing = appends;
  }
}

export function testPorts(disk = new TestDisk()): StreamPorts & { disk: TestDisk; clock: TestClock } {
  return { store: disk.store, ids: systemIds, clock: new TestClock(), disk };
}

export const counterRef: StreamRef = { id: 'counter', kind: 'coalition', parent: null };

export type Count = { type: 'add'; amount: number } | { type: 'empty' };
export type Counted =
  { type: 'added'; amount: number; words: { id: string; text: string } } | { type: 'emptied' };

/** Adds up; refuses to go beyond ten (`server_busy`) and to empty what is empty (`not_open`). */
export const counter: Aggregate<number, Count, Counted> = {
  initial: 0,
  decide: (total: number, command: Count, _context: Context): Result<Counted[]> => {
    if (command.type === 'empty') return total === 0 ? refused('not_open') : ok([{ type: 'emptied' }]);
    const { amount } = command;
    return total + amount > 10
      ? refused('server_busy')
      : ok([{ type: 'added', amount, words: { id: `w${total}`, text: 'erasable' } }]);
  },
  evolve: (total, event) => (event.type === 'emptied' ? 0 : total + event.amount),
  // The tests write nothing else.
  parse: (event) => event as Counted,
  rows: () => [],
};

/** Until everything that is not held has settled. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
