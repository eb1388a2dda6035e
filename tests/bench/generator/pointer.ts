/** A reader that moves a cursor. */
import type { DocumentClient } from './document-client';
import type { DocumentRoom } from './document-room';
import type { DocumentRun } from './document-run';
import type { Actor } from './pacer';

export class Pointer implements Actor {
  readonly sentAt: Float64Array;
  done = 0;
  mark = Infinity;
  got = 0;
  dueAt = 0;
  gapMs = 0;

  constructor(
    readonly run: DocumentRun,
    readonly room: DocumentRoom,
    readonly index: number,
    readonly client: DocumentClient,
    capacity: number,
  ) {
    this.sentAt = new Float64Array(capacity);
    room.pointers[index] = this;
    room.pointerOf.set(client.awarenessId, index);
  }

  act(now: number): void {
    if (this.done >= this.sentAt.length) return;
    const k = this.done++;
    this.sentAt[k] = now;
    this.run.wire.sendState(this.client, k + 2, this.client.stateAt(k));
  }
}
