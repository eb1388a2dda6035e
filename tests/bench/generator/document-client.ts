/** One connection to a document: counts what it is told, with the time it took since the writer wrote it. */
import * as Y from 'yjs';
import type { ClientOnWire, News, RoomOfClients, RunOfClients } from './document-parts';
import { random } from './random';
import { RawSocket, type FrameListener } from './raw-socket';

export interface ClientOptions {
  cookie: string | undefined;
  /** Applies what it is sent at the join, to write into it. */
  keepsDocument?: boolean;
  announces?: boolean;
  /** Which of the room's writers or pointers it is; -1: none. */
  writer?: number;
  pointer?: number;
}

export class DocumentClient implements ClientOnWire, FrameListener {
  readonly socket: RawSocket;
  readonly ready: Promise<void>;
  readonly doc: Y.Doc | null;
  readonly announces: boolean;
  readonly awarenessId = 1 + random(0x7ffffffe);
  isSynced = false;
  /** Of the step 2 that brought the document. */
  bytesAtSync = 0;
  updatesSent = 0;
  /** Ours: how many of its updates are on disk, and why it may not write. */
  saved = -1;
  readOnly = '';
  readonly #run: RunOfClients;
  readonly #writer: number;
  readonly #pointer: number;
  readonly #startedAt = performance.now();
  /** Of each writer and pointer: up to which of their edits and moves this client has seen. */
  readonly #editsSeen: Int32Array;
  readonly #movesSeen: Int32Array;
  #resolve: () => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(
    run: RunOfClients,
    readonly room: RoomOfClients,
    { cookie, keepsDocument = false, announces = false, writer = -1, pointer = -1 }: ClientOptions,
  ) {
    this.#run = run;
    this.#writer = writer;
    this.#pointer = pointer;
    this.announces = announces;
    this.doc = keepsDocument ? new Y.Doc() : null;
    this.#editsSeen = new Int32Array(run.job.writers);
    this.#movesSeen = new Int32Array(run.job.pointers);
    this.ready = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.ready.catch(() => undefined);
    const { path } = room.place;
    this.socket = new RawSocket({
      port: run.job.port,
      path,
      cookie: cookie ?? '',
      listener: this,
      whole: keepsDocument,
    });
  }

  /** What its cursor says at its move `k`. */
  stateAt(k: number): string {
    const at = (clock: number) => ({
      type: null,
      tname: 'motion',
      item: { client: 123456789, clock: clock + k },
      assoc: 0,
    });
    return JSON.stringify({
      user: { name: `Delegate ${k % 97}`, color: '#3b82f6' },
      cursor: { anchor: at(1000), head: at(1004) },
    });
  }

  opened(): void {
    this.#run.wire.opened(this);
  }

  frame(buffer: Buffer, start: number, end: number, _opcode: number, now: number, length: number): void {
    this.#run.wire.received(this, buffer, start, end, now, length);
  }

  closed(error: Error | null): void {
    this.#run.lineEnded(error);
    this.#reject(error ?? new Error('closed'));
  }

  synced(now: number, bytes: number): void {
    if (this.isSynced) return;
    this.isSynced = true;
    this.bytesAtSync = bytes;
    this.#run.joins.add(now - this.#startedAt);
    this.#resolve();
  }

  edited(news: News, now: number): void {
    for (let i = 0; i < news.length; i += 3) {
      const index = news[i]!;
      if (index === this.#writer) continue;
      const writer = this.room.writers[index]!;
      const seen = this.#editsSeen[index]!;
      const end = news[i + 2]!;
      if (news[i + 1]! > seen) this.#run.gaps++;
      for (let k = seen; k < end; k++) {
        if (k < writer.mark) continue;
        this.#run.editLatency.add(now - writer.sentAt[k]!);
        writer.got++;
      }
      if (end > seen) this.#editsSeen[index] = end;
    }
  }

  moved(news: News, now: number): void {
    for (let i = 0; i < news.length; i += 3) {
      const index = news[i]!;
      if (index === this.#pointer) continue;
      const pointer = this.room.pointers[index]!;
      const seen = this.#movesSeen[index]!;
      const end = news[i + 2]!;
      for (let k = seen; k < end; k++) {
        if (k < pointer.mark) continue;
        this.#run.moveLatency.add(now - pointer.sentAt[k]!);
        pointer.got++;
      }
      if (end > seen) this.#movesSeen[index] = end;
    }
  }
}
