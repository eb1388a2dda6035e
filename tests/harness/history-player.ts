/**
 * Plays a trace like trace-player.ts, but through a server that may die at any moment. What a client has *seen* of the
 * other is what came over its own line; it takes in the other's very keystrokes up to the step that its history names,
 * however the server joined them into frames after a restart.
 */
import * as Y from 'yjs';
import type { StockClient } from './stock-client';
import type { Trace, TraceStep } from './trace';
import { clockOf, textOf, until } from './trace-player';

export class HistorySide {
  readonly #steps: TraceStep[];
  readonly #ends: Set<number>;
  /** Own updates in order; after `n` steps there are `#updatesAfter.get(n)` of them. */
  readonly #updates: Uint8Array[] = [];
  readonly #clockAfter = new Map<number, number>([[0, 0]]);
  readonly #updatesAfter = new Map<number, number>([[0, 0]]);
  #typed = 0;
  #taken = 0;
  /** Highest clock of the other that has come over the line: what this client has seen. */
  seen = 0;
  partner: HistorySide | null = null;

  constructor(
    readonly client: StockClient,
    trace: Trace,
    agent: 0 | 1,
  ) {
    this.#steps = trace.steps[agent];
    this.#ends = new Set([...trace.steps[agent === 0 ? 1 : 0].map((step) => step.seen), this.#steps.length]);
    client.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== client.provider) this.#updates.push(update);
    });
    client.gate.closed = true;
    client.gate.onHeld = () => this.#hear();
  }

  get clientId(): number {
    return this.client.doc.clientID;
  }

  async play(): Promise<void> {
    for (const step of this.#steps) {
      await this.#takeIn(step.seen);
      this.#type(step);
      if (this.#ends.has(this.#typed)) await this.#endRun();
    }
  }

  /** After both have played: takes in the rest. */
  async finish(): Promise<void> {
    const partner = this.#other();
    await this.#takeIn(partner.#steps.length);
  }

  #other(): HistorySide {
    if (!this.partner) throw new Error('a history has two sides');
    return this.partner;
  }

  #hear(): void {
    const { gate } = this.client;
    const data = gate.held.pop()?.data;
    gate.held.length = 0;
    if (data instanceof ArrayBuffer) {
      this.seen = Math.max(this.seen, clockOf(new Uint8Array(data), this.#other().clientId));
    }
  }

  async #takeIn(steps: number): Promise<void> {
    const partner = this.#other();
    await until(() => {
      const clock = partner.#clockAfter.get(steps);
      return clock !== undefined && this.seen >= clock;
    }, 120_000);
    const upTo = partner.#updatesAfter.get(steps) ?? 0;
    for (; this.#taken < upTo; this.#taken += 1) {
      const update = partner.#updates[this.#taken];
      if (update) Y.applyUpdate(this.client.doc, update, this.client.provider);
    }
  }

  #type({ patches }: TraceStep): void {
    const text = textOf(this.client.doc);
    this.client.doc.transact(() => {
      for (const [position, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(position, deleted);
        if (inserted !== '') text.insert(position, inserted);
      }
    });
    this.#typed += 1;
  }

  async #endRun(): Promise<void> {
    const { doc } = this.client;
    doc.getMap('marks').set(String(doc.clientID), this.#typed);
    const clock = Y.getState(doc.store, doc.clientID);
    this.#clockAfter.set(this.#typed, clock);
    this.#updatesAfter.set(this.#typed, this.#updates.length);
    await until(() => this.#other().seen >= clock, 120_000);
  }
}
