/**
 * Who has a document open, and what they are told of it: first what is on disk, then every change that reaches it.
 * A frame is built once, whoever reads it.
 */
import type * as Y from 'yjs';
import { updateFrame } from './frames';
import { JoinFrames } from './join-frames';
import { mergeAll } from './merge-updates';
import type { RoomMember } from './room-member';

/** A change, as far as telling it is concerned. */
export interface Told {
  from: RoomMember;
  update: Uint8Array | null;
  /** Holds something that its sender has not seen. */
  byServerToo: boolean;
}

export class RoomReaders {
  readonly members = new Set<RoomMember>();
  /** Those who have been told the state, and so are told the changes. */
  readonly #synced = new Set<RoomMember>();
  readonly #frames = new JoinFrames();

  join(member: RoomMember): void {
    this.members.add(member);
  }

  leave(member: RoomMember): void {
    this.members.delete(member);
    this.#synced.delete(member);
  }

  /** Tells the whole document from what is kept; false where it takes the document at rest. */
  tellWhole(member: RoomMember, stateVector: Uint8Array): boolean {
    if (!knowsNothing(stateVector) || !this.#frames.ready) return false;
    this.#tell(member, this.#frames.whole());
    return true;
  }

  tellAtRest(member: RoomMember, stateVector: Uint8Array, doc: Y.Doc): void {
    if (!knowsNothing(stateVector)) return this.#tell(member, [this.#frames.since(doc, stateVector)]);
    if (!this.#frames.ready) this.#frames.rebase(doc);
    this.#tell(member, this.#frames.whole());
  }

  /** Encodes the document, which is at rest, for those who join from now on, and for a snapshot. */
  rebase(doc: Y.Doc): Uint8Array {
    return this.#frames.rebase(doc);
  }

  /**
   * One frame for all changes that a flush has brought to disk. Who wrote all of it alone needs nothing back; anyone
   * else may well hear their own again. Answers with its size in bytes.
   */
  broadcast(written: readonly Told[]): number {
    const [first] = written;
    if (!first) return 0;
    const merged = mergeAll(written.flatMap(({ update }) => update ?? []));
    this.#frames.flushed(merged);
    const alone = written.every(({ from, byServerToo }) => from === first.from && !byServerToo);
    const frame = updateFrame(merged);
    for (const member of this.#synced) {
      if (!(alone && member === first.from)) member.deliver(frame);
    }
    return merged.length;
  }

  #tell(member: RoomMember, frames: readonly Uint8Array[]): void {
    if (!this.members.has(member)) return;
    for (const frame of frames) member.deliver(frame);
    this.#synced.add(member);
  }
}

/** An empty state vector is the single byte of its length. */
function knowsNothing(stateVector: Uint8Array): boolean {
  return stateVector.length === 1;
}
