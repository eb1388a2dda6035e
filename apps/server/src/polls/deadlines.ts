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
  #soonest = Infinity;

  constructor(
    readonly ports: DeadlinePorts,
    readonly log: Pick<FastifyBaseLogger, 'error'>,
  ) {}

  /** Closes what is overdue, then waits for the next. */
  async look(): Promise<void> {
    if (this.#looking || this.#stopped) return;
    this.#looking = true;
    try {
      const failed = await this.#closeOverdue();
      const next = (await this.ports.store.nextDeadline()) ?? Infinity;
      this.#soonest = Infinity;
      this.#wait(failed ? againMs : next - this.ports.clock.now());
    } catch (error) {
      this.log.error({ err: error }, 'overdue questions stay open for a moment');
      this.#wait(againMs);
    } finally {
      this.#looking = false;
    }
  }

  /** A question was opened that ends then. */
  expect(deadline: number): void {
    if (deadline >= this.#soonest) return;
    this.#soonest = deadline;
    this.#wait(deadline - this.ports.clock.now());
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
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

  #wait(ms: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.look(), Math.max(0, Math.min(ms, longestMs)));
    this.#timer.unref();
  }
}
