/**
 * Yjs cannot be interrupted, and some updates that look like any other cost it minutes: structs that all stand
 * between the same two far ends (each is compared with all between), or deletes that cut a long text into a million
 * pieces. So it is watched from within: it asks for a client's structs again and again while it works, and that is
 * where a deadline is looked at; long lists of deletes are handed to it in pieces.
 *
 * Past the deadline this throws, in the middle of Yjs' work: the document is then good for nothing.
 */
import * as Y from 'yjs';
import { ByteReader } from './byte-reader';
import { maxClock } from './update-content';
import type { AcceptedUpdate } from './update-guard';

type Structs = (Y.Item | Y.GC)[];

const looksEvery = 64;
const rangesAtOnce = 1000;

export class WatchedStructs extends Map<number, Structs> {
  #watch: Watch | null = null;
  #asked = 0;

  /** To be called on a document that is still empty. */
  static watch(doc: Y.Doc): WatchedStructs {
    const structs = new WatchedStructs();
    doc.store.clients = structs;
    return structs;
  }

  override get(client: number): Structs | undefined {
    if (this.#watch && ++this.#asked % looksEvery === 0) this.look();
    return super.get(client);
  }

  look(): void {
    this.#watch?.look();
  }

  within(ms: number, run: () => void): void {
    this.#watch = new Watch(ms);
    try {
      run();
    } finally {
      this.#watch = null;
    }
  }
}

/** Counts work, not waiting: a machine that is busy elsewhere is nobody's fault. */
class Watch {
  readonly #ms: number;
  readonly #usedBefore = cpuMs();
  #lookAt: number;

  constructor(ms: number) {
    this.#ms = ms;
    this.#lookAt = performance.now() + ms;
  }

  look(): void {
    const now = performance.now();
    if (now < this.#lookAt) return;
    const leftMs = this.#ms - (cpuMs() - this.#usedBefore);
    if (leftMs <= 0) throw new Error(`took more than ${Math.round(this.#ms)} ms`);
    this.#lookAt = now + leftMs;
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Applies in one transaction. */
export function applyInPieces(
  doc: Y.Doc,
  update: Uint8Array,
  { deletesAt, ranges }: AcceptedUpdate,
  origin: unknown,
  look: () => void,
): void {
  if (ranges <= rangesAtOnce) return Y.applyUpdate(doc, update, origin);
  doc.transact(() => {
    Y.applyUpdate(doc, noDeletes(update, deletesAt), origin);
    for (const piece of deletePieces(update, deletesAt)) {
      look();
      Y.applyUpdate(doc, piece, origin);
    }
  }, origin);
}

function noDeletes(update: Uint8Array, deletesAt: number): Uint8Array {
  const structs = new Uint8Array(deletesAt + 1);
  structs.set(update.subarray(0, deletesAt));
  return structs;
}

/** Updates with nothing but a part of the delete set each. */
function* deletePieces(update: Uint8Array, deletesAt: number): Generator<Uint8Array> {
  const reader = new ByteReader(update, deletesAt);
  for (let clients = reader.varUint(maxClock); clients > 0 && !reader.failed; clients--) {
    const clientAt = reader.pos;
    reader.varUint(2 ** 32);
    const client = update.subarray(clientAt, reader.pos);
    let left = reader.varUint(maxClock);
    while (left > 0 && !reader.failed) {
      const count = Math.min(left, rangesAtOnce);
      const from = reader.pos;
      for (let numbers = 2 * count; numbers > 0; numbers--) reader.varUint(maxClock);
      yield deletesOnly(client, count, update.subarray(from, reader.pos));
      left -= count;
    }
  }
}

/** No blocks of structs; one client with its ranges. `count` takes at most two bytes. */
function deletesOnly(client: Uint8Array, count: number, ranges: Uint8Array): Uint8Array {
  const length = count < 128 ? [count] : [128 | (count & 127), count >> 7];
  return Buffer.concat([Uint8Array.of(0, 1), client, Uint8Array.from(length), ranges]);
}
