/**
 * Questions that close by themselves, also after their meeting and while nobody is there: at the start those that are
 * overdue, then each at its deadline. The store knows them all; a timer only says when to look.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../platform/ports';
import type { BallotStore } from '../store/ports';

export interface DeadlinePorts {
  store: BallotStore;
  clock: Clock;
  /** Closes and counts; a question that is closed already is no matter. */
  close: (stream: string, pollId: string) => Promise<void>;
}

/** However far the next deadline is, and whatever the system's clock does meanwhile, it is looked again by then. */
const longestMs = 60_000;
/** After a failure. */
const againMs = 5_000;

export class Deadlines {
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;
  #looking = false;
  /** When it is looked next, server time in milliseconds. */
  #dueAt = Infinity;

  constructor(
    readonly ports: DeadlinePorts,
    readonly log: Pick<FastifyBaseLogger, 'error'>,
  ) {}

  /** Closes what is overdue, then waits for the next. */
  async look(): Promise<void> {
    if (this.#looking || this.#stopped) return;
    this.#looking = true;
    this.#dueAt = Infinity;
    const next = await this.#closeAndFindNext();
    this.#looking = false;
    // One that ends sooner may have been opened meanwhile.
    this.#wakeAt(Math.min(next, this.#dueAt));
  }

  /** A question was opened that ends then. */
  expect(deadline: number): void {
    if (deadline < this.#dueAt) this.#wakeAt(deadline);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** When to look again. */
  async #closeAndFindNext(): Promise<number> {
    const later = (): number => this.ports.clock.now() + againMs;
    try {
      if (await this.#closeOverdue()) return later();
      return (await this.ports.store.nextDeadline()) ?? Infinity;
    } catch (error) {
      this.log.error({ err: error }, 'overdue questions stay open for a moment');
      return later();
    }
  }

  /** Whether any could not be closed. */
  async #closeOverdue(): Promise<boolean> {
    let failed = false;
    for (const { stream, pollId } of await this.ports.store.overdueBoxes(this.ports.clock.now())) {
      await this.ports.close(stream, pollId).catch((error: unknown) => {
        failed = true;
        this.log.error({ err: error }, 'an overdue question stays open for a moment');
      });
    }
    return failed;
  }

  #wakeAt(at: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#dueAt = at;
    const ms = Math.max(0, Math.min(at - this.ports.clock.now(), longestMs));
    this.#timer = setTimeout(() => void this.look(), ms);
    this.#timer.unref();
  }
}
