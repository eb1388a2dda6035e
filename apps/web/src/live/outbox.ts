/**
 * Commands and ballots on their way: each is sent again, the very same message with the same id, until it is
 * answered, however often the line dies. What the server could not do just now is tried again a few times; any other
 * refusal is final.
 *
 * A lane is sent one by one, so that a later message never overtakes an earlier one (an old ballot that arrives
 * after a newer one would undo it). Kept in memory only: a command that outlives the page would act, unasked, on a
 * meeting that has moved on.
 */
import { refused, type RefusalCode, type Refused } from '@mufakat/domain';

type Answer = { ok: true } | Refused;

interface Entry {
  /** Null: no answer came. */
  send: () => Promise<Answer | null>;
  tries: number;
  settle: (answer: Answer) => void;
}

interface Lane {
  entries: Entry[];
  busy: boolean;
}

/** Refusals that say nothing about the message itself. */
const passing: ReadonlySet<RefusalCode> = new Set(['server_busy', 'storage_failed', 'too_many_requests']);
const waitsMs = [500, 1000, 2000, 4000];

export function isPassing(code: RefusalCode): boolean {
  return passing.has(code);
}

export class Outbox {
  readonly #lanes = new Map<string, Lane>();
  #isOpen = false;
  #end: Refused | null = null;

  /** `changed` is told how many wait. */
  constructor(readonly changed: (waiting: number) => void) {}

  /** Resolves with the server's answer, or with why there will be none. `send` must send the same each time. */
  add<T extends Answer>(laneName: string, send: () => Promise<T | Refused | null>): Promise<T | Refused> {
    if (this.#end) return Promise.resolve(this.#end);
    return new Promise((resolve) => {
      const lane = this.#lanes.get(laneName) ?? { entries: [], busy: false };
      this.#lanes.set(laneName, lane);
      // What settles is what this very `send` has answered, or a refusal.
      const settle = (answer: Answer): void => resolve(answer as T | Refused);
      lane.entries.push({ send, tries: 0, settle });
      this.#tell();
      void this.#run(lane);
    });
  }

  /** Whether anything waits in a lane. */
  hasIn(laneName: string): boolean {
    return (this.#lanes.get(laneName)?.entries.length ?? 0) > 0;
  }

  /** The line is up: everything that waits is sent. */
  open(): void {
    this.#isOpen = true;
    for (const lane of this.#lanes.values()) void this.#run(lane);
  }

  /** The line is dead: what waits stays. */
  shut(): void {
    this.#isOpen = false;
  }

  /** Nothing will be sent any more: everything that waits, and whatever is added, is refused with this code. */
  end(code: RefusalCode): void {
    const end = refused(code);
    this.#end ??= end;
    this.#isOpen = false;
    const entries = [...this.#lanes.values()].flatMap((lane) => lane.entries.splice(0));
    for (const entry of entries) entry.settle(end);
    this.#tell();
  }

  async #run(lane: Lane): Promise<void> {
    if (lane.busy) return;
    lane.busy = true;
    for (let [entry] = lane.entries; entry && this.#isOpen; [entry] = lane.entries) {
      const answer = await entry.send();
      if (lane.entries[0] !== entry) continue;
      if (answer === null || this.#isWorthAnother(entry, answer)) await wait(waitOf(entry));
      else this.#settle(lane, entry, answer);
    }
    lane.busy = false;
    // Opened again between the last look and here.
    if (this.#isOpen && lane.entries.length > 0) void this.#run(lane);
  }

  #isWorthAnother(entry: Entry, answer: Answer): boolean {
    if (answer.ok || !isPassing(answer.code) || entry.tries >= waitsMs.length) return false;
    entry.tries += 1;
    return true;
  }

  #settle(lane: Lane, entry: Entry, answer: Answer): void {
    lane.entries.shift();
    this.#tell();
    entry.settle(answer);
  }

  #tell(): void {
    this.changed([...this.#lanes.values()].reduce((sum, lane) => sum + lane.entries.length, 0));
  }
}

function waitOf({ tries }: Entry): number {
  return waitsMs[Math.max(0, tries - 1)] ?? 0;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
