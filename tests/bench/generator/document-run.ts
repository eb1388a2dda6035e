/**
 * All that one run over documents shares: its rooms, what it has counted, and how people come in. What is done with
 * them is a mode's (document-modes.ts).
 */
import { readFileSync } from 'node:fs';
import * as Y from 'yjs';
import { readParts } from '../documents';
import type { DocumentJob } from '../job';
import { DocumentClient } from './document-client';
import { DocumentRoom } from './document-room';
import { DocumentWire } from './document-wire';
import { Histogram } from './histogram';
import { inParallel, Meter, sleep, within } from './meter';
import { Pacer } from './pacer';
import { Pointer } from './pointer';
import { Writer } from './writer';

const atOnce = 50;
/** Before it is measured, seconds. */
export const warmS = 1.5;
const joinMs = 30_000;

export class DocumentRun {
  readonly wire: DocumentWire;
  readonly meter: Meter;
  readonly pacer = new Pacer();
  readonly rooms: readonly DocumentRoom[];
  readonly editLatency = new Histogram();
  readonly moveLatency = new Histogram();
  readonly joins = new Histogram();
  /** Edits of which a client saw a later one first. */
  gaps = 0;
  errors = 0;
  closed = 0;
  lastError = '';

  constructor(readonly job: DocumentJob) {
    this.wire = new DocumentWire(job.wire);
    this.meter = new Meter(job.pids);
    this.rooms = job.rooms.map((place) => new DocumentRoom(place, this.wire));
  }

  lineEnded(error: Error | null): void {
    this.closed++;
    if (!error) return;
    this.errors++;
    this.lastError = error.message;
  }

  /** One client a room brings the document; they stay, so that it stays in memory. */
  async bringDocuments(): Promise<DocumentClient[]> {
    const parts = this.job.document === null ? [] : readParts(readFileSync(this.job.document));
    // Ours takes no change of more than 256 KiB; the limits keep the one frame that is the document.
    const updates = this.job.wire === 'ours' || parts.length === 0 ? parts : [Y.mergeUpdates(parts)];
    const clients: DocumentClient[] = [];
    for (const room of this.rooms) {
      const client = new DocumentClient(this, room, { cookie: room.place.preloader });
      clients.push(client);
      await within(client.ready, 10_000, 'the join of who brings the document');
      for (const update of updates) this.wire.sendUpdate(client, update);
      if (updates.length > 0) await this.#settled(client, updates);
    }
    return clients;
  }

  async #settled(client: DocumentClient, updates: readonly Uint8Array[]): Promise<void> {
    const bytes = updates.reduce((sum, { length }) => sum + length, 0);
    const ours = this.job.wire === 'ours';
    for (let waits = 0; ours && client.saved < client.updatesSent; waits++) {
      if (waits > 6000 || client.socket.isClosed)
        throw new Error(`the document was not taken: ${this.lastError}`);
      await sleep(5);
    }
    // The same rest for every server.
    await sleep(bytes > 2e6 ? 3000 : this.rooms.length > 50 ? 30 : 500);
  }

  async makeWriters(): Promise<void> {
    const capacity = this.#editsAtMost();
    for (const room of this.rooms) {
      for (let index = 0; index < this.job.writers; index++) {
        const writer = new Writer(this, room, index, capacity);
        await within(writer.client.ready, joinMs, "a writer's join");
        writer.begin();
      }
    }
  }

  async joinReaders(): Promise<void> {
    const { readers } = this.job;
    const jobs = this.rooms.flatMap((room) =>
      Array.from({ length: readers }, (_, index) => async () => {
        const client = this.makeReader(room, index);
        await within(client.ready, joinMs, 'a join');
      }),
    );
    await inParallel(jobs, atOnce);
  }

  makeReader(room: DocumentRoom, index: number): DocumentClient {
    const { pointers, announces, seconds, movesPerS } = this.job;
    const points = index < pointers;
    const client = new DocumentClient(this, room, {
      cookie: room.place.readers[index],
      announces: announces || points,
      pointer: points ? index : -1,
    });
    room.clients.push(client);
    if (points) new Pointer(this, room, index, client, (seconds + warmS + 2) * movesPerS + 100);
    return client;
  }

  get writers(): Writer[] {
    return this.rooms.flatMap((room) => room.writers);
  }

  get pointers(): Pointer[] {
    return this.rooms.flatMap((room) => room.pointers);
  }

  /** Frames and bytes that all clients have got since the start. */
  received(): { frames: number; bytes: number } {
    const sum = { frames: 0, bytes: 0 };
    for (const room of this.rooms) {
      for (const { socket } of room.clients) {
        sum.frames += socket.receivedFrames;
        sum.bytes += socket.receivedBytes;
      }
    }
    return sum;
  }

  /** Of one writer over the whole run. */
  #editsAtMost(): number {
    const { mode, seconds, editsPerS, writers } = this.job;
    const spare = 5000;
    if (mode.kind !== 'saturation') return Math.ceil((seconds + warmS + 2) * editsPerS) + spare;
    return Math.ceil(60 * Math.max(editsPerS, (mode.maxEditsPerS / Math.max(1, writers)) * 0.6)) + spare;
  }
}
