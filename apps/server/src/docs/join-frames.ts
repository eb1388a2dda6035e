/**
 * A document as it is on disk, in bytes, and the frames that tell joiners of it, which many of them share.
 *
 * For those who know nothing: one encoding of the whole document, kept, and one frame with what has been flushed
 * since. A storm of joins costs no encoding, also while people type. The step 2 comes last: it is what tells a client
 * that it has everything. For those who know something: the difference, made at rest, kept until the next change for
 * others who know the same.
 */
import * as Y from 'yjs';
import type { LoadedDocument } from '../store/ports';
import { bodyOf, step2Frame, updateFrame } from './frames';
import { mergeAll } from './merge-updates';

/** What is larger goes in a frame of its own: merging it would cost more than sending it. */
const ownFrameBytes = 32 * 1024;
const maxKept = 16;

/** A step 2 with an empty update: no structs, nothing deleted. */
const nothingMore = step2Frame(new Uint8Array([0, 0]));

export class JoinFrames {
  /** An update frame; its body is the only copy of those bytes. Null: nothing was ever written. */
  #base: { frame: Uint8Array; body: Uint8Array } | null = null;
  /** Flushed after it, in order. */
  #tail: Uint8Array[] = [];
  /** Position of the base. */
  #basedAt = 0;
  /** For whom knows nothing; null where it must be made anew. */
  #whole: Uint8Array[] | null = null;
  /** The small ones among the first `count` of the tail, as one. */
  #merged: { count: number; updates: Uint8Array[] } = { count: 0, updates: [] };
  readonly #differences = new Map<string, Uint8Array>();

  constructor({ snapshot, updates }: Pick<LoadedDocument, 'snapshot' | 'updates'>) {
    if (snapshot) this.#base = framed(snapshot);
    this.#tail = updates.length > 1 ? [mergeAll(updates)] : [...updates];
    this.#settle();
  }

  /** The document's updates, in order. */
  parts(): Uint8Array[] {
    return this.#base ? [this.#base.body, ...this.#tail] : [...this.#tail];
  }

  /** Flushes so far. */
  get position(): number {
    return this.#basedAt + this.#tail.length;
  }

  /** What was flushed after that position; null where it is within the kept encoding. */
  after(position: number): Uint8Array[] | null {
    return position < this.#basedAt ? null : this.#tail.slice(position - this.#basedAt);
  }

  /** `update` has reached the disk. */
  flushed(update: Uint8Array): void {
    this.#differences.clear();
    this.#whole = null;
    this.#tail.push(update);
    this.#settle();
  }

  /** An encoding of the document as it was at this position. */
  rebase(state: Uint8Array, position: number): void {
    this.#base = framed(state);
    this.#tail.splice(0, position - this.#basedAt);
    this.#basedAt = position;
    this.#merged = { count: 0, updates: [] };
    this.#whole = null;
  }

  /** Everything, for someone who knows nothing. */
  whole(): readonly Uint8Array[] {
    this.#whole ??= this.#makeWhole();
    return this.#whole;
  }

  /** What someone lacks who knows `stateVector`; `doc` is at rest. */
  since(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
    const key = Buffer.from(stateVector).toString('latin1');
    const kept = this.#differences.get(key);
    if (kept) return kept;
    const frame = step2Frame(Y.encodeStateAsUpdate(doc, stateVector));
    if (this.#differences.size < maxKept) this.#differences.set(key, frame);
    return frame;
  }

  /** What was written first is the encoding itself. */
  #settle(): void {
    const [first] = this.#tail;
    if (this.#base || !first) return;
    this.#base = framed(first);
    this.#tail.shift();
    this.#basedAt += 1;
  }

  #makeWhole(): Uint8Array[] {
    const frames = this.#base ? [this.#base.frame] : [];
    for (const update of this.#tail) if (isLarge(update)) frames.push(updateFrame(update));
    const [small] = this.#mergeSmall();
    return [...frames, small ? step2Frame(small) : nothingMore];
  }

  /** At most one; goes on from what was merged the last time. */
  #mergeSmall(): Uint8Array[] {
    const { count, updates } = this.#merged;
    const small = [...updates, ...this.#tail.slice(count).filter((update) => !isLarge(update))];
    this.#merged = { count: this.#tail.length, updates: small.length > 1 ? [mergeAll(small)] : small };
    return this.#merged.updates;
  }
}

function isLarge(update: Uint8Array): boolean {
  return update.length > ownFrameBytes;
}

function framed(state: Uint8Array): { frame: Uint8Array; body: Uint8Array } {
  const frame = updateFrame(state);
  return { frame, body: bodyOf(frame, state.length) };
}
