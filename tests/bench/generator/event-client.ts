/** One connection of a person to session events. What differs from wire to wire is in the classes below it. */
import type { EventHearer, EventNews } from './event-news';
import type { EventRun } from './event-run';
import { opText, RawSocket, type FrameListener } from './raw-socket';

export abstract class EventClient implements EventHearer, FrameListener {
  readonly socket: RawSocket;
  readonly ready: Promise<void>;
  isIn = false;
  isCounted = true;
  sawAllVotes = false;
  sawClose = false;
  readonly #startedAt = performance.now();
  #resolve: () => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(
    readonly run: EventRun,
    path: string,
    cookie: string,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.ready.catch(() => undefined);
    this.socket = new RawSocket({ port: run.job.port, path, cookie, listener: this, whole: true });
  }

  abstract say(number: number): void;

  abstract vote(poll: string, nth: number): void;

  abstract opened(): void;

  frame(buffer: Buffer, start: number, end: number, opcode: number, now: number): void {
    this.run.frames++;
    if (opcode === opText) this.read(buffer, start, end, now);
  }

  closed(error: Error | null): void {
    this.run.lineEnded(error);
    this.#reject(error ?? new Error('closed'));
  }

  protected abstract read(buffer: Buffer, start: number, end: number, now: number): void;

  protected hear(
    buffer: Buffer,
    start: number,
    end: number,
    now: number,
    decode: (bytes: Buffer) => readonly EventNews[],
  ): void {
    for (const news of this.run.decoded.get(buffer, start, end, decode)) this.run.told(this, news, now);
  }

  protected cameIn(now: number): void {
    if (this.isIn) return;
    this.isIn = true;
    this.run.joins.add(now - this.#startedAt);
    this.#resolve();
  }
}
