/**
 * Commands and ballots on their way: each is sent again, the very same message with the same id, until it is
 * answered, however often the line dies. What the server could not do just now is tried again a few times; any other
 * refusal is final.
 *
 * A lane is sent one by one, so that a later message never overtakes an earlier one (an old ballot that arrives
 * after a newer one would undo it). What waits on a dead line is handed to a keeper, and back to it once it is
 * answered; an entry that an earlier page left comes before all others of its lane.
 */
import { refused, type RefusalCode, type Refused } from '@mufakat/domain';
import { keyOf } from '../kept/kept-orders';
import type { Parcel } from '../kept/kept-row';

type Answer = { ok: true } | Refused;

/** Who keeps what waits beyond the page. */
export interface Keeper {
  keep(parcel: Parcel): unknown;
  drop(key: string): unknown;
}

interface Entry {
  parcel: Parcel;
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
  constructor(
    readonly changed: (waiting: number) => void,
    readonly keeper: Keeper,
  ) {}

  /** Resolves with the server's answer, or with why there will be none. `send` must send this parcel each time. */
  add<T extends Answer>(parcel: Parcel, send: () => Promise<T | Refused | null>): Promise<T | Refused> {
    return this.#enter(parcel, send, (entries, entry) => entries.push(entry));
  }

  /** The same for what an earlier page has left: before what this one has given. Only while the line is not open yet. */
  addBefore<T extends Answer>(parcel: Parcel, send: () => Promise<T | Refused | null>): Promise<T | Refused> {
    return this.#enter(parcel, send, (entries, entry) => entries.unshift(entry));
  }

  #enter<T extends Answer>(
    parcel: Parcel,
    send: () => Promise<T | Refused | null>,
    place: (entries: Entry[], entry: Entry) => void,
  ): Promise<T | Refused> {
    if (this.#end) return Promise.resolve(this.#end);
    return new Promise((resolve) => {
      const laneName = laneOf(parcel);
      const lane = this.#lanes.get(laneName) ?? { entries: [], busy: false };
      this.#lanes.set(laneName, lane);
      // What settles is what this very `send` has answered, or a refusal.
      const settle = (answer: Answer): void => resolve(answer as T | Refused);
      place(lane.entries, { parcel, send, tries: 0, settle });
      if (!this.#isOpen) this.keeper.keep(parcel);
      this.#tell();
      void this.#run(lane);
    });
  }

  /** Whether a command waits. */
  get hasCommands(): boolean {
    return this.#entries().some(({ parcel }) => parcel.kind === 'command');
  }

  /** The line is up: everything that waits is sent. */
  open(): void {
    this.#isOpen = true;
    for (const lane of this.#lanes.values()) void this.#run(lane);
  }

  /** The line is dead: what waits stays, and is kept. */
  shut(): void {
    this.#isOpen = false;
    for (const { parcel } of this.#entries()) this.keeper.keep(parcel);
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

  #entries(): Entry[] {
    return [...this.#lanes.values()].flatMap((lane) => lane.entries);
  }

  #settle(lane: Lane, entry: Entry, answer: Answer): void {
    lane.entries.shift();
    this.keeper.drop(keyOf(entry.parcel));
    this.#tell();
    entry.settle(answer);
  }

  #tell(): void {
    this.changed(this.#entries().length);
  }
}

/** Commands wait for each other, and so do the ballots of one poll. */
function laneOf(parcel: Parcel): string {
  return parcel.kind === 'command' ? 'commands' : `ballot ${parcel.message.ballot.pollId}`;
}

function waitOf({ tries }: Entry): number {
  return waitsMs[Math.max(0, tries - 1)] ?? 0;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
