/** A reader that moves a cursor. */
import { CountedActor } from './counted-actor';
import type { ClientOnWire, RoomOfClients, RunOfClients } from './document-parts';

export class Pointer extends CountedActor {
  constructor(
    readonly run: RunOfClients,
    readonly room: RoomOfClients,
    readonly index: number,
    readonly client: ClientOnWire,
    capacity: number,
  ) {
    super(capacity);
    room.pointers[index] = this;
    room.pointerOf.set(client.awarenessId, index);
  }

  protected perform(nth: number): void {
    this.run.wire.sendState(this.client, nth + 2, this.client.stateAt(nth));
  }
}
