/**
 * For the contract: every file of this folder runs over every adapter listed here, so that one suite says what
 * a store does. A new adapter (PostgreSQL) passes when it is added to the list and nothing else changes.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { genesis, linkHash, sealEvent, type JsonObject, type SealedEvent } from '@mufakat/record';
import { afterEach, describe } from 'vitest';
import { createMemoryStore } from '../memory/memory-store';
import type { AppendRequest, IndexRow, Store, StreamRef } from '../ports';
import { openSqliteStore } from '../sqlite/sqlite-store';

export interface OpenOptions {
  flush?: () => Promise<void>;
}

export interface Opened {
  store: Store;
  /** Every byte that the adapter has on disk. */
  bytesOnDisk(): Buffer;
}

interface Adapter {
  name: string;
  open(options: OpenOptions): Opened;
}

const left: (() => void)[] = [];

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-store-'));
  left.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function removeFolders(): void {
  for (const remove of left.splice(0)) remove();
}

function bytesIn(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

const adapters: readonly Adapter[] = [
  {
    name: 'memory',
    open: (options) => ({ store: createMemoryStore(options), bytesOnDisk: () => Buffer.alloc(0) }),
  },
  {
    name: 'sqlite',
    open(options) {
      const folder = temporaryFolder();
      const store = openSqliteStore({ file: join(folder, 'mufakat.db'), ...options });
      return { store, bytesOnDisk: () => bytesIn(folder) };
    },
  },
];

/** Runs the tests over each adapter; what they open is closed and removed after each. */
export function describeStores(
  about: string,
  tests: (open: (options?: OpenOptions) => Opened) => void,
): void {
  describe.each(adapters.map((adapter) => [adapter.name, adapter] as const))(
    `%s store: ${about}`,
    (_, adapter) => {
      const opened: Store[] = [];
      afterEach(async () => {
        await Promise.all(opened.splice(0).map((store) => store.close()));
        removeFolders();
      });
      tests((options = {}) => {
        const result = adapter.open(options);
        opened.push(result.store);
        return result;
      });
    },
  );
}

export const coalition: StreamRef = { id: 'coalition-1', kind: 'coalition', parent: null };
export const meeting: StreamRef = { id: 'meeting-1', kind: 'meeting', parent: 'coalition-1' };

let salts = 0;
const newSalt = () => (salts += 1).toString(16).padStart(32, '0');

export interface RequestParts {
  stream?: StreamRef;
  expectedSeq?: number;
  bodies?: readonly JsonObject[];
  commandId?: string | null;
  rows?: readonly IndexRow[];
  at?: number;
  prev?: string;
}

/** A request of well-formed sealed events, chained among themselves. */
export function requestOf(parts: RequestParts = {}): AppendRequest {
  const { stream = meeting, expectedSeq = 0, bodies = [{}], commandId = null, rows = [], at = 1000 } = parts;
  const events: SealedEvent[] = [];
  for (const body of bodies) {
    const before = events.at(-1);
    const prev = before ? linkHash(before) : (parts.prev ?? genesis(stream.id));
    const seq = expectedSeq + events.length + 1;
    events.push(sealEvent({ v: 1, seq, at, type: 'tested', by: 'person-1', body, prev }, newSalt));
  }
  return { stream, expectedSeq, events, commandId, rows };
}

/** A flush that can be held, and counts its calls. */
export function heldFlush() {
  let calls = 0;
  let held = Promise.resolve();
  let release = () => undefined as void;
  return {
    flush(): Promise<void> {
      calls += 1;
      return held;
    },
    hold(): void {
      held = new Promise((resolve) => (release = resolve));
    },
    letGo(): void {
      release();
      held = Promise.resolve();
    },
    calls: () => calls,
  };
}

/** Long enough for a store that wrongly answers to have done so. */
export async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
