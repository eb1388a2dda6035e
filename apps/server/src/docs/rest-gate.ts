/**
 * How a room comes to rest. While the gate is closed, changes wait; so after the running flush nothing is unflushed,
 * and the document in memory is exactly what is on disk. Whoever must see that state asks `whenAtRest`: at once where
 * the room rests, else after the running flush, before any change that waits. A *hold* keeps the gate closed longer.
 */
export interface GatedRoom<W> {
  /** Nothing is unflushed, and the document in memory can be trusted. */
  atRest(): boolean;
  /** Changes may be taken, as far as the room itself is concerned. */
  open(): boolean;
  take(one: W): void;
}

interface Asker {
  run(): void;
  fail(error: Error): void;
}

export class RestGate<W> {
  readonly #room: GatedRoom<W>;
  #waiting: W[] = [];
  #askers: Asker[] = [];
  #holds = 0;

  constructor(room: GatedRoom<W>) {
    this.#room = room;
  }

  get busy(): boolean {
    return this.#waiting.length > 0 || this.#askers.length > 0 || this.#holds > 0;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  pass(one: W): void {
    if (this.#closed) this.#waiting.push(one);
    else this.#room.take(one);
  }

  /** While the gate is held: what was here before all that waits is taken first. */
  passFirst(one: W): void {
    this.#waiting.unshift(one);
  }

  whenAtRest(run: () => void, fail: (error: Error) => void = ignore): void {
    if (this.#room.atRest()) run();
    else this.#askers.push({ run, fail });
  }

  hold(): void {
    this.#holds++;
  }

  release(): void {
    this.#holds--;
    this.#drain();
  }

  /** The room has come to rest. */
  rested(): void {
    const askers = this.#askers;
    this.#askers = [];
    for (const asker of askers) asker.run();
    this.#drain();
  }

  /** Hands over all that waits, to be refused. */
  takeWaiting(): W[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }

  /** The room will never rest again. */
  fail(error: Error): void {
    const askers = this.#askers;
    this.#askers = [];
    this.#waiting = [];
    for (const asker of askers) asker.fail(error);
  }

  get #closed(): boolean {
    return this.#holds > 0 || this.#askers.length > 0 || !this.#room.open();
  }

  #drain(): void {
    if (this.#closed) return;
    for (const one of this.takeWaiting()) this.pass(one);
  }
}

function ignore(): void {
  // Whoever asks without `fail` is a member, and is sent away when the room ends.
}
