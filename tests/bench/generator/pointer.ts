/** A reader that moves a cursor. */
import type { ClientOnWire, Counted, RoomOfClients, RunOfClients } from './document-parts';
import type { Actor } from './pacer';

export class Pointer implements Actor, Counted {
  readonly sentAt: Float64Array;
  done = 0;
  mark = Infinity;
  got = 0;
  dueAt = 0;
  gapMs = 0;

  constructor(
    readonly run: RunOfClients,
    readonly room: RoomOfClients,
    readonly index: number,
    readonly client: ClientOnWire,
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
