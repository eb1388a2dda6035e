/**
 * Writes a record as a server would, with a clock and ids of its own: the same commands give the same bytes in every
 * run. Decides with packages/domain, seals with packages/record; no store, no sockets.
 */
import { createHash } from 'node:crypto';
import {
  eventVersion,
  type Actor,
  type Context,
  type Envelope,
  type Gathered,
  type Result,
} from '@mufakat/domain';
import {
  genesis,
  linkHash,
  sealEvent,
  writeRecord,
  type Box,
  type JsonObject,
  type SealedEvent,
} from '@mufakat/record';

export interface Rules<State, Command, Event extends { type: string }> {
  initial: State;
  decide: (state: State, command: Command, context: Context) => Result<Event[]>;
  evolve: (state: State, event: Event, envelope: Envelope) => State;
}

/** Ids and salts in an order that is always the same. */
export class Seed {
  #count = 0;

  constructor(readonly name: string) {}

  newId = (): string => this.#next('base64url').slice(0, 22);
  newSalt = (): string => this.#next('hex').slice(0, 32);

  #next(form: 'base64url' | 'hex'): string {
    this.#count += 1;
    return createHash('sha256').update(`${this.name} ${this.#count}`).digest(form);
  }
}

export const startsAt = Date.UTC(2026, 4, 4, 2, 0);

export class LogWriter<State, Command extends { type: string }, Event extends { type: string }> {
  state: State;
  now = startsAt;
  readonly boxes: Box[] = [];
  #events: SealedEvent[] = [];

  constructor(
    readonly stream: string,
    readonly rules: Rules<State, Command, Event>,
    readonly seed: Seed,
  ) {
    this.state = rules.initial;
  }

  /** Does one command, a minute after the one before; a refusal is a mistake of the script. */
  do(by: string | null, command: Command, gathered: Gathered = {}): Event[] {
    this.now += 60_000;
    const actor: Actor = by === null ? { kind: 'door' } : { kind: 'person', personId: by };
    const context = { actor, now: this.now, newId: this.seed.newId, gathered };
    const decided = this.rules.decide(this.state, command, context);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.code}`);
    for (const event of decided.value) this.#append(by, event);
    return decided.value;
  }

  /** The record as a file, as it would be taken now. */
  file(): string {
    return writeRecord({ stream: this.stream, events: this.#events, boxes: this.boxes });
  }

  /** Where the record ends: the number of its last event, and that event's link. */
  get end(): { upTo: number; head: string } {
    const last = this.#events.at(-1);
    return { upTo: this.#events.length, head: last ? linkHash(last) : genesis(this.stream) };
  }

  #append(by: string | null, event: Event): void {
    const { type, ...body } = event;
    const sealed = sealEvent(
      {
        v: eventVersion,
        seq: this.#events.length + 1,
        at: this.now,
        type,
        by,
        // Events are plain JSON by their schemas; the compiler cannot see it through the generic.
        body: body as JsonObject,
        prev: this.end.head,
      },
      this.seed.newSalt,
    );
    this.#events.push(sealed);
    this.state = this.rules.evolve(this.state, event, { seq: sealed.seq, at: sealed.at, by });
    this.#erase(event);
  }

  /** Words erased leave the record with the event that says so. */
  #erase(event: Event): void {
    if (!('wordsIds' in event) || !Array.isArray(event.wordsIds)) return;
    const gone = new Set<unknown>(event.wordsIds);
    this.#events = this.#events.map((sealed) => ({
      ...sealed,
      openings: Object.fromEntries(Object.entries(sealed.openings).filter(([id]) => !gone.has(id))),
    }));
  }
}
