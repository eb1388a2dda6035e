/**
 * The words of one document that the server does not have yet, kept on the device. They are Yjs updates of this
 * person's own hand: brought into the next copy of the document they merge where they were written, and where the
 * text was frozen meanwhile they are left over and offered as a proposal.
 *
 * Written down a moment after they were typed and at once where the page is left; while the line is good they are
 * stored by the server before that and never lie here.
 */
import * as Y from 'yjs';
import { randomId } from '../platform/random-id';
import type { KeptRow, Place } from './kept-row';
import { openShelf, type Shelf } from './shelf.svelte';

const pauseMs = 150;

export class KeptWords {
  readonly #shelf: Shelf;
  readonly #place: Place;
  readonly #document: string;
  readonly #key = `words ${randomId()}`;
  #found: readonly KeptRow[];
  #mine: Uint8Array[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #written = false;

  constructor(shelf: Shelf, place: Place, document: string, found: readonly KeptRow[]) {
    this.#shelf = shelf;
    this.#place = place;
    this.#document = document;
    this.#found = found.filter(({ content }) => content.kind === 'words' && content.document === document);
  }

  static async of(place: Place, document: string): Promise<KeptWords> {
    const shelf = await openShelf();
    return new KeptWords(shelf, place, document, await shelf.of(place));
  }

  /** What earlier pages have left, to be brought into a copy before it connects. */
  get found(): Uint8Array[] {
    return this.#found.flatMap(({ content }) => (content.kind === 'words' ? [content.update] : []));
  }

  wrote(update: Uint8Array): void {
    this.#mine.push(update);
    this.#timer ??= setTimeout(() => void this.flush(), pauseMs);
  }

  /** Writes down what is not yet; for a page that may be gone in a moment. */
  flush(): Promise<void> {
    if (this.#timer === undefined) return Promise.resolve();
    this.#rest();
    const update = new Uint8Array(Y.mergeUpdates(this.#mine));
    this.#mine = [update];
    this.#written = true;
    const content = { kind: 'words', document: this.#document, update } as const;
    return this.#shelf.put({ key: this.#key, at: this.#shelf.now(), ...this.#place, content });
  }

  /** The server has it all, or its person has given it up: nothing stays. */
  drop(): Promise<void> {
    this.#rest();
    this.#mine = [];
    const keys = this.#found.map(({ key }) => key);
    if (this.#written) keys.push(this.#key);
    this.#written = false;
    this.#found = [];
    return keys.length > 0 ? this.#shelf.remove(keys) : Promise.resolve();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
