/**
 * What a joiner is told: the document as it is on disk, in frames that many joiners share.
 *
 * For those who know nothing: one encoding of the whole document, made at rest and kept, and one frame with what has
 * been flushed since. A storm of joins costs one encoding, also while people type. The step 2 comes last: it is what
 * tells a client that it has everything. For those who know something: the difference, made at rest, kept until the
 * next change for others who know the same.
 *
 * `rebase` and `since` must be called while nothing is unflushed (doc-room.ts sees to it).
 */
import * as Y from 'yjs';
import { step2Frame, updateFrame } from './frames';
import { mergeAll } from './merge-updates';

/** More than this after the kept encoding, and a new one is cheaper for everyone. */
const maxTailUpdates = 500;
const maxTailBytes = 256 * 1024;
const maxKept = 16;

/** A step 2 with an empty update: no structs, nothing deleted. */
const nothingMore = step2Frame(new Uint8Array([0, 0]));

export class JoinFrames {
  #base: Uint8Array | null = null;
  #tail: Uint8Array[] = [];
  #tailCount = 0;
  #tailBytes = 0;
  #tailFrame: Uint8Array | null = null;
  readonly #differences = new Map<string, Uint8Array>();

  /** Whether `whole` has an answer; where it has not, `rebase` at rest first. */
  get ready(): boolean {
    return this.#base !== null;
  }

  /** `update` has reached the disk. */
  flushed(update: Uint8Array): void {
    this.#differences.clear();
    if (!this.#base) return;
    this.#tail.push(update);
    this.#tailBytes += update.length;
    this.#tailFrame = null;
    if (++this.#tailCount > maxTailUpdates || this.#tailBytes > maxTailBytes) this.#forget();
  }

  /** Encodes the document anew; answers with the encoding, for a snapshot. */
  rebase(doc: Y.Doc): Uint8Array {
    this.#forget();
    const state = Y.encodeStateAsUpdate(doc);
    this.#base = updateFrame(state);
    return state;
  }

  /** Everything, for someone who knows nothing. */
  whole(): Uint8Array[] {
    if (!this.#base) return [];
    if (this.#tail.length === 0) return [this.#base, nothingMore];
    if (!this.#tailFrame) {
      const merged = mergeAll(this.#tail);
      this.#tail = [merged];
      this.#tailFrame = step2Frame(merged);
    }
    return [this.#base, this.#tailFrame];
  }

  /** What someone lacks who knows `stateVector`. */
  since(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
    const key = Buffer.from(stateVector).toString('latin1');
    const kept = this.#differences.get(key);
    if (kept) return kept;
    const frame = step2Frame(Y.encodeStateAsUpdate(doc, stateVector));
    if (this.#differences.size < maxKept) this.#differences.set(key, frame);
    return frame;
  }

  #forget(): void {
    this.#base = null;
    this.#tail = [];
    this.#tailCount = 0;
    this.#tailBytes = 0;
    this.#tailFrame = null;
  }
}
