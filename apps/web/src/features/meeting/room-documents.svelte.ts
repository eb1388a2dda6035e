// The shared documents that this room has open. One that was opened stays so while the person is here, since words written on a
// dead line are offered from it later; past six, the one that nobody has shown for longest is closed.
import type { SharedDocument } from '../../shared-docs/shared-document';

export type DocumentOpener = (name: string) => Promise<SharedDocument>;

const most = 6;

interface Held {
  readonly name: string;
  readonly opening: Promise<SharedDocument>;
  readonly document: SharedDocument | null;
  readonly shown: number;
}

export class RoomDocuments {
  readonly #open: DocumentOpener;
  #held = $state.raw<readonly Held[]>([]);
  #closed = false;

  constructor(open: DocumentOpener) {
    this.#open = open;
  }

  /** Those that are open now, for what they have to say (words left over, not yet saved). */
  get all(): readonly SharedDocument[] {
    return this.#held.flatMap(({ document }) => document ?? []);
  }

  /** Opens it, or gives the one that is open; each call is matched by one of release(). */
  acquire(name: string): Promise<SharedDocument> {
    const known = this.#held.find((one) => one.name === name);
    this.#held = this.#held.filter((one) => one.name !== name);
    const opening = known?.opening ?? this.#start(name);
    const shown = (known?.shown ?? 0) + 1;
    this.#held = [...this.#held, { name, opening, document: known?.document ?? null, shown }];
    this.#makeRoom();
    return opening;
  }

  release(name: string): void {
    this.#held = this.#held.map((one) => (one.name === name ? { ...one, shown: one.shown - 1 } : one));
  }

  close(): void {
    this.#closed = true;
    for (const { opening } of this.#held) void closing(opening);
    this.#held = [];
  }

  async #start(name: string): Promise<SharedDocument> {
    try {
      const document = await this.#open(name);
      if (this.#closed) document.close();
      this.#held = this.#held.map((one) => (one.name === name ? { ...one, document } : one));
      return document;
    } catch (problem) {
      this.#held = this.#held.filter((one) => one.name !== name);
      throw problem;
    }
  }

  #makeRoom(): void {
    // One with words that are not on the server's disk yet, or were left over, is kept however many there are.
    const unseen = this.#held.find((one) => one.shown <= 0 && (one.document?.saved ?? true));
    if (this.#held.length <= most || !unseen) return;
    this.#held = this.#held.filter((one) => one !== unseen);
    void closing(unseen.opening);
  }
}

async function closing(opening: Promise<SharedDocument>): Promise<void> {
  try {
    (await opening).close();
  } catch {
    // it never opened
  }
}
