/**
 * Where rows lie: IndexedDB, which also works on plain HTTP; where the browser forbids it or it does not answer
 * (private windows, full disks), memory, and `durable` says so. One shelf a page; nobody waits for it longer than a second.
 *
 * A meeting that has sent its person away is cleared and stays barred, so that nothing that still runs puts words back.
 */
import { agedRow, isAt, mostWordsBytes, readRow, type KeptRow, type Place } from './kept-row';
import { memoryRows, type Rows } from './memory-rows';

export class Shelf {
  /** Whether what is kept outlives the page. */
  durable = $state(false);
  #rows: Rows;
  readonly #now: () => number;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
  readonly #barred = new Set<string>();
  /** One after another, so that what is removed is not put back by something begun before. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(rows: Rows, durable: boolean, now: () => number = Date.now) {
    this.#rows = rows;
    this.durable = durable;
    this.#now = now;
  }

  now(): number {
    return this.#now();
  }

  /** Resolves once it lies there, or in memory where the device has refused. */
  put(row: KeptRow): Promise<void> {
    return this.#next(async () => {
      const { content } = row;
      if (this.#barred.has(row.meetingId)) return;
      if (content.kind === 'words' && content.update.length > mostWordsBytes) return this.#fallBack();
      await this.#rows.put(row);
    });
  }

  /** What this person's device has kept in this meeting, oldest first. */
  async of(place: Place): Promise<KeptRow[]> {
    const found = await this.#next(() => this.#tidy());
    return found.filter((row) => isAt(row, place));
  }

  remove(keys: readonly string[]): Promise<void> {
    return this.#next(() => this.#rows.remove(keys));
  }

  /** This person is out of the meeting: nothing of it stays, and nothing comes any more. */
  bar(meetingId: string): Promise<void> {
    this.#barred.add(meetingId);
    return this.#removeWhere((row) => row.meetingId === meetingId);
  }

  /** Somebody has come in (again). */
  welcome(meetingId: string): void {
    this.#barred.delete(meetingId);
  }

  /** Signed out: nothing of anybody stays on this device. */
  clear(): Promise<void> {
    return this.#removeWhere(() => true);
  }

  #removeWhere(goes: (row: KeptRow) => boolean): Promise<void> {
    return this.#next(async () => {
      const rows = (await this.#rows.all()).flatMap((found) => readRow(found) ?? []);
      await this.#rows.remove(rows.filter(goes).map(({ key }) => key));
    });
  }

  /** What may still be kept; what may not is taken off. Rows that cannot be read are of another version and go. */
  async #tidy(): Promise<KeptRow[]> {
    const kept: KeptRow[] = [];
    for (const found of await this.#rows.all()) {
      const row = readRow(found);
      const aged = row && agedRow(row, this.#now());
      if (aged) kept.push(aged);
      if (aged && aged !== row) await this.#rows.put(aged);
      if (!aged) await this.#rows.remove([keyOf(found)]);
    }
    return kept.toSorted((a, b) => a.at - b.at);
  }

  /** The device has refused: from here on only this page remembers. */
  #fallBack(): void {
    this.durable = false;
  }

  #next<T>(step: () => Promise<T> | T): Promise<T> {
    const done = this.#turn.then(step).catch(async () => {
      this.#fallBack();
      this.#rows = memoryRows();
      return step();
    });
    this.#turn = done;
    return done;
  }
}

let opening: Promise<Shelf> | null = null;

/** The shelf of this page, opened once. */
export function openShelf(): Promise<Shelf> {
  opening ??= open();
  return opening;
}

async function open(): Promise<Shelf> {
  try {
    const { databaseRows } = await import('./database-rows');
    return new Shelf(await databaseRows(), true);
  } catch {
    return new Shelf(memoryRows(), false);
  }
}

function keyOf(found: unknown): string {
  return typeof found === 'object' && found !== null && 'key' in found ? String(found.key) : '';
}
