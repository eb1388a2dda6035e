/**
 * One record being written: a state folded from its events, and the queue in which commands are decided one by one.
 *
 * How a command flows: gather what is impure, decide on the newest state, append, flush, then answer and publish.
 * Deciding does not wait for the flush of the command before (many commands share one flush), so the stream keeps
 * two ends: the *tip*, on which it decides, and what is *flushed*, which alone is told to anyone. When an append
 * fails, the tip is thrown away and the stream is read anew from the store.
 *
 * Not here: who may ask (access/), what an event means (packages/domain), how it is sealed (plan.ts).
 */
import { ok, refused, type Gathered, type Result } from '@mufakat/domain';
import type { SealedEvent } from '@mufakat/record';
import { BoundedMap } from '../platform/bounded-map';
import type { Clock, Ids } from '../platform/ports';
import type { AppendAnswer, IndexRow, Store, StreamRef } from '../store/ports';
import {
  emptyEnd,
  endAfter,
  planAppend,
  planTogether,
  readEvent,
  type Act,
  type Aggregate,
  type Ask,
  type Done,
  type End,
  type Plan,
} from './plan';

/** How long a device that did not hear the answer to its first command may repeat it and be taken for the same. */
export const retryMs = 10 * 60_000;

export interface StreamPorts {
  store: Store;
  clock: Clock;
  ids: Ids;
}

export interface HeldStream<State> {
  /** As it is on disk. */
  state: State;
  release(how: 'goes-on' | 'over'): void;
}

export type Published<Event> = (sealed: readonly SealedEvent[], events: readonly Event[]) => void;

/** Told apart from other refusals by identity: decide again. */
const movedOn = refused('server_busy');
const maxTries = 4;
const pageSize = 1000;
const refusalsKept = 1000;

export class Stream<State, Command, Event extends { type: string }> {
  #tip: End<State>;
  #flushed: End<State>;
  #queue: Promise<unknown> = Promise.resolve();
  #inFlight: Promise<unknown> = Promise.resolve();
  #stale = false;
  /** Counts how often the tip was thrown away: what was decided on an older one is decided again. */
  #age = 0;
  #log: SealedEvent[] = [];
  readonly #refusals = new BoundedMap<string, Result<never>>(refusalsKept);

  private constructor(
    readonly ref: StreamRef,
    readonly ports: StreamPorts,
    readonly aggregate: Aggregate<State, Command, Event>,
    readonly published: Published<Event>,
  ) {
    this.#tip = emptyEnd(ref, aggregate);
    this.#flushed = this.#tip;
  }

  static async open<S, C, E extends { type: string }>(
    ref: StreamRef,
    ports: StreamPorts,
    aggregate: Aggregate<S, C, E>,
    published: Published<E>,
  ): Promise<Stream<S, C, E>> {
    const stream = new Stream(ref, ports, aggregate, published);
    await stream.#readAnew();
    return stream;
  }

  /** What is on disk, folded. The only state that may be told to anyone. */
  get state(): State {
    return this.#flushed.state;
  }

  get seq(): number {
    return this.#flushed.seq;
  }

  /** Link of the last flushed event. */
  get head(): string {
    return this.#flushed.link;
  }

  /** Flushed events after `seq`, at most `limit`, with the openings that are left. */
  eventsAfter(seq: number, limit: number): SealedEvent[] {
    return this.#log.slice(seq, seq + limit);
  }

  /**
   * Decides and stores one command; resolves after the flush. Rejects only when storage fails. Where the stream has
   * moved on in the store (another server, a failed append before this one), it is read anew and decided again. A
   * refusal waits for the flush of what it was decided on, so that nobody is refused because of what never came to be.
   */
  async ask(ask: Ask<State, Command, Event>): Promise<Result<Done<Event>>> {
    return this.#untilStored(() => this.#decideInTurn(ask));
  }

  /**
   * As `ask` for several acts at once, which are decided one after the other and stored as one. What the rules refuse is
   * left out. Nobody asks for them again, so they leave no id behind.
   */
  async askTogether(acts: readonly Act<Command>[]): Promise<Result<Done<Event>>> {
    return this.#untilStored(async () => {
      if (this.#stale) await this.#readAnew();
      const { ref, aggregate, ports } = this;
      const stream = { ref, aggregate, ids: ports.ids, tip: this.#tip };
      const plan = planTogether(stream, acts, ports.clock.now());
      if (plan.events.length > 0) return this.#append(plan);
      return () => Promise.resolve(ok({ seq: plan.after.seq, events: [] }));
    });
  }

  async #untilStored(
    decide: () => Promise<() => Promise<Result<Done<Event>>>>,
  ): Promise<Result<Done<Event>>> {
    for (let tries = 0; tries < maxTries; tries += 1) {
      const stored = await this.#inTurn(decide);
      const result = await stored();
      if (result !== movedOn) return result;
    }
    return movedOn;
  }

  /**
   * Holds the queue: commands wait until `release`, which the caller must call whatever happens, and say whether the
   * record goes on or is over: deleted from the store, and empty from then on for whoever still has it in hand.
   */
  hold(): Promise<HeldStream<State>> {
    return new Promise((resolve, reject) => {
      const turn = this.#inTurn(async () => {
        await this.#inFlight;
        if (this.#stale) await this.#readAnew();
        await new Promise<void>((done) =>
          resolve({
            state: this.#tip.state,
            release: (how) => {
              if (how === 'over') this.#end();
              done();
            },
          }),
        );
      });
      turn.catch(reject);
    });
  }

  /**
   * Erases words for a reason that lies outside this record. Resolves once they are off the disk, and the state is
   * folded without them; false where they were not here.
   */
  forget(wordsIds: readonly string[]): Promise<boolean> {
    return this.#inTurn(async () => {
      await this.#readAnew();
      if (!this.#log.some(({ openings }) => wordsIds.some((id) => Object.hasOwn(openings, id)))) return false;
      const rows: IndexRow[] = [{ row: 'erase', wordsIds }];
      const { ref, seq: expectedSeq } = this;
      const request = { stream: ref, expectedSeq, events: [], commandId: null, rows };
      const { status } = await this.ports.store.append(request);
      if (status !== 'stored') throw new Error(`words were not erased: ${status}`);
      await this.#readAnew();
      return true;
    });
  }

  #end(): void {
    this.#tip = emptyEnd(this.ref, this.aggregate);
    this.#flushed = this.#tip;
    this.#log = [];
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Inside the queue. Answers with how to wait for the flush, so that the next command need not. */
  async #decideInTurn(ask: Ask<State, Command, Event>): Promise<() => Promise<Result<Done<Event>>>> {
    if (this.#stale) await this.#readAnew();
    const age = this.#age;
    const before = await this.#answeredBefore(ask.commandId);
    if (before) return () => Promise.resolve(before);
    const gathered = ask.gather ? await ask.gather(this.#tip.state, this.#tip) : ok({});
    if (!gathered.ok) return this.#refuse(ask.commandId, gathered, age);
    if (ask.closesBox !== undefined) return this.#closeBox(ask, ask.closesBox, gathered.value);
    const plan = this.#plan(ask, gathered.value);
    if (!plan.ok) return this.#refuse(ask.commandId, plan, age);
    return this.#append(plan.value);
  }

  #append(plan: Plan<State, Event>): () => Promise<Result<Done<Event>>> {
    this.#tip = plan.after;
    const flush = this.#settle(plan, this.ports.store.append(plan.request));
    this.#inFlight = Promise.allSettled([this.#inFlight, flush]);
    return () => flush;
  }

  /** The same command id is answered as before, whether it was done or refused. */
  async #answeredBefore(commandId: string): Promise<Result<Done<Event>> | null> {
    const refusal = this.#refusals.get(commandId);
    if (refusal) return refusal;
    await this.#inFlightOf(commandId);
    const found = await this.ports.store.findCommand(commandId);
    return found && this.#repeated(found);
  }

  /** An id that was used in another record is no retry: nothing was done here, and nothing is. */
  #repeated({ stream, seq }: { stream: string; seq: number }): Result<Done<Event>> {
    return stream === this.ref.id ? ok({ seq, events: [] }) : refused('malformed');
  }

  readonly #pending = new Map<string, Promise<unknown>>();

  /** A retry may overtake its own first try; it waits for that one's flush. */
  async #inFlightOf(commandId: string): Promise<void> {
    await this.#pending.get(commandId)?.catch(() => undefined);
  }

  #refuse(commandId: string, refusal: Result<never>, age: number): () => Promise<Result<never>> {
    const decidedOn = this.#inFlight;
    return async () => {
      await decidedOn;
      if (age !== this.#age) return movedOn;
      this.#refusals.set(commandId, refusal);
      return refusal;
    };
  }

  /** What was decided on is not what the store has: to be read anew before the next decision. */
  #throwAwayTip(): void {
    this.#stale = true;
    this.#age += 1;
  }

  #plan(ask: Ask<State, Command, Event>, gathered: Gathered): Result<Plan<State, Event>> {
    const { ref, aggregate } = this;
    const { ids, clock } = this.ports;
    return planAppend({ ref, aggregate, ids, tip: this.#tip }, ask, gathered, clock.now());
  }

  #settle(plan: Plan<State, Event>, stored: Promise<AppendAnswer>): Promise<Result<Done<Event>>> {
    const settled = stored.then(
      (answer) => this.#stored(plan, answer),
      (error: unknown) => {
        this.#throwAwayTip();
        throw error;
      },
    );
    const { commandId } = plan.request;
    if (commandId !== null) {
      this.#pending.set(commandId, settled);
      void settled.catch(() => undefined).finally(() => this.#pending.delete(commandId));
    }
    return settled;
  }

  #stored(plan: Plan<State, Event>, answer: AppendAnswer): Result<Done<Event>> {
    switch (answer.status) {
      case 'stored':
        this.#flushed = plan.after;
        this.#log.push(...plan.request.events);
        this.#forget(plan.request.rows);
        this.published(plan.request.events, plan.events);
        return ok({ seq: plan.after.seq, events: plan.events });
      case 'repeated':
        this.#throwAwayTip();
        return this.#repeated(answer);
      case 'code-taken':
      case 'conflict':
        this.#throwAwayTip();
        return movedOn;
      default:
        return answer satisfies never;
    }
  }

  /** Erased words leave the log in memory as they left the store. */
  #forget(rows: readonly IndexRow[]): void {
    const gone = new Set(rows.flatMap((row) => (row.row === 'erase' ? row.wordsIds : [])));
    if (gone.size === 0) return;
    this.#log = this.#log.map((sealed) => ({
      ...sealed,
      openings: Object.fromEntries(Object.entries(sealed.openings).filter(([id]) => !gone.has(id))),
    }));
  }

  async #closeBox(
    ask: Ask<State, Command, Event>,
    { pollId, read, published }: NonNullable<Ask<State, Command, Event>['closesBox']>,
    gathered: Gathered,
  ): Promise<() => Promise<Result<Done<Event>>>> {
    await this.#inFlight;
    if (this.#stale) await this.#readAnew();
    const age = this.#age;
    const made: { plan: Result<Plan<State, Event>> | null } = { plan: null };
    const answer = await this.ports.store
      .closeBox(pollId, (rows) => {
        const ballots = rows.map(read);
        made.plan = this.#plan(ask, { ...gathered, ballots });
        if (!made.plan.ok) return null;
        const { request } = made.plan.value;
        const kept: IndexRow = { row: 'published', pollId, ballots: published(ballots, this.#tip.state) };
        return { ...request, rows: [...request.rows, kept] };
      })
      .catch((error: unknown) => {
        this.#throwAwayTip();
        throw error;
      });
    // Where there is no open box the rules say why; they are asked with an empty one.
    const plan = made.plan ?? this.#plan(ask, { ...gathered, ballots: [] });
    if (!plan.ok) return this.#refuse(ask.commandId, plan, age);
    switch (answer.status) {
      case 'unknown':
      case 'closed':
      case 'left':
        // The store knows of a close that this stream has not read yet.
        this.#throwAwayTip();
        return () => Promise.resolve(movedOn);
      default:
        return this.#boxClosed(plan.value, answer);
    }
  }

  #boxClosed(plan: Plan<State, Event>, answer: AppendAnswer): () => Promise<Result<Done<Event>>> {
    if (answer.status === 'stored') this.#tip = plan.after;
    const result = this.#stored(plan, answer);
    return () => Promise.resolve(result);
  }

  async #readAnew(): Promise<void> {
    await this.#inFlight;
    let end = emptyEnd(this.ref, this.aggregate);
    const log: SealedEvent[] = [];
    for (;;) {
      const page = await this.ports.store.readEvents(this.ref.id, end.seq, pageSize);
      for (const sealed of page)
        end = endAfter(this.aggregate, end, sealed, readEvent(this.aggregate, sealed));
      log.push(...page);
      if (page.length < pageSize) break;
    }
    this.#log = log;
    this.#tip = end;
    this.#flushed = end;
    this.#stale = false;
  }
}
