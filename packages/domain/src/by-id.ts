/**
 * Values by their id, in the order in which they first came. Every version stays as it was: `put` answers with another
 * one, and the two share all but the few dozen entries around the one that changed. So it costs the same in a room of
 * ten and of a thousand, where copying a record costs more with everyone who comes.
 *
 * Entries lie in short runs, side by side. Where an id stands is noted once for all versions that grew out of one
 * another; that note is only ever added to, and an entry is believed only where it bears the id that was asked for.
 */
import type { Id } from './ids';

type Entry<T> = readonly [Id, T];
type Runs<T> = readonly (readonly Entry<T>[])[];

const runLength = 32;

export class ById<T> implements Iterable<Entry<T>> {
  readonly #places: Map<Id, number>;
  readonly #runs: Runs<T>;
  /** Made when first asked for. */
  #values: readonly T[] | null = null;

  private constructor(
    places: Map<Id, number>,
    runs: Runs<T>,
    readonly size: number,
  ) {
    this.#places = places;
    this.#runs = runs;
  }

  static from<T>(entries: Iterable<Entry<T>>): ById<T> {
    let made = new ById<T>(new Map(), [], 0);
    for (const [id, value] of entries) made = made.put(id, value);
    return made;
  }

  get(id: Id): T | undefined {
    return this.#entry(id)?.[1];
  }

  has(id: Id): boolean {
    return this.#entry(id) !== undefined;
  }

  /** A version in which `value` stands under this id: in the place of the one before it, or after all others. */
  put(id: Id, value: T): ById<T> {
    const place = this.has(id) ? this.#placeOf(id) : this.size;
    const run = Math.floor(place / runLength);
    const changed = [...(this.#runs[run] ?? [])];
    changed[place % runLength] = [id, value];
    const runs = [...this.#runs];
    runs[run] = changed;
    return new ById(this.#placesWith(id, place), runs, Math.max(this.size, place + 1));
  }

  /** The same ids in the same order, with values made of those that were there. */
  map<U>(made: (value: T) => U): ById<U> {
    const runs = this.#runs.map((run) => run.map(([id, value]): Entry<U> => [id, made(value)]));
    return new ById(this.#places, runs, this.size);
  }

  /** In order; the same array each time. */
  values(): readonly T[] {
    this.#values ??= this.#runs.flatMap((run) => run.map(([, value]) => value));
    return this.#values;
  }

  /** In order. */
  ids(): Id[] {
    return this.#runs.flatMap((run) => run.map(([id]) => id));
  }

  *[Symbol.iterator](): Iterator<Entry<T>> {
    for (const run of this.#runs) yield* run;
  }

  /** As a record: what JSON makes of it. */
  toJSON(): Record<Id, T> {
    return Object.fromEntries(this);
  }

  #placeOf(id: Id): number {
    return this.#places.get(id) ?? -1;
  }

  #entry(id: Id): Entry<T> | undefined {
    const place = this.#placeOf(id);
    const entry = this.#runs[Math.floor(place / runLength)]?.[place % runLength];
    return entry?.[0] === id ? entry : undefined;
  }

  /** A version from the same root may have put this id elsewhere: then this one goes on with a note of its own. */
  #placesWith(id: Id, place: number): Map<Id, number> {
    const noted = this.#places.get(id);
    if (noted === place) return this.#places;
    const places = noted === undefined ? this.#places : new Map(this.ids().map((one, at) => [one, at]));
    return places.set(id, place);
  }
}
