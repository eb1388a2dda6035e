// Which person stands behind each Yjs client of a document: from its history, read again when a hand writes that it does not know.
/* eslint-disable svelte/prefer-svelte-reactivity -- the map is made whole and put in place of the one before */
import { untrack } from 'svelte';
import type { HistorySource } from './history';

/** Not asked again sooner than this. */
const pauseMs = 3000;

export class Hands {
  #known = $state.raw<ReadonlyMap<number, string>>(new Map());
  #asked = -Infinity;
  readonly #source: () => HistorySource;

  constructor(source: () => HistorySource) {
    this.#source = source;
  }

  /** Null where the server has not named anybody (yet). */
  person(clientId: number): string | null {
    return this.#known.get(clientId) ?? null;
  }

  /** Asks the server where one of these is unknown. Resolves when the answer has been taken up. */
  async know(clientIds: Iterable<number>): Promise<void> {
    const now = performance.now();
    // What is known changes with the answer; whoever asks shall not ask again for that.
    const known = untrack(() => this.#known);
    if ([...clientIds].every((one) => known.has(one)) || now - this.#asked < pauseMs) return;
    this.#asked = now;
    const answer = await this.#source().history();
    if (answer.ok)
      this.#known = new Map(answer.value.authors.map(({ clientId, personId }) => [clientId, personId]));
  }
}
