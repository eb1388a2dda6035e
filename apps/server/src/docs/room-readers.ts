/**
 * Who has a document open, and what they are told of it: first what is on disk, then every change that reaches it.
 * A frame is built once, whoever reads it.
 */
import type * as Y from 'yjs';
import { updateFrame } from './frames';
import type { JoinFrames } from './join-frames';
import { mergeAll } from './merge-updates';
import type { RoomMember } from './room-member';
import { mergeTyped, type TypedUpdate } from './typed-updates';
import type { AcceptedUpdate } from './update-guard';

/** A change, as far as telling it is concerned. */
export interface Told {
  from: RoomMember;
  update: Uint8Array | null;
  /** Where it was typed (typed-updates.ts), and so need not be read by Yjs to be merged. */
  typed: AcceptedUpdate | null;
  /** Holds something that its sender has not seen. */
  byServerToo: boolean;
}

export class RoomReaders {
  readonly members = new Set<RoomMember>();
  /** Those who have been told the state, and so are told the changes. */
  readonly #synced = new Set<RoomMember>();
  readonly #frames: JoinFrames;

  constructor(frames: JoinFrames) {
    this.#frames = frames;
  }

  join(member: RoomMember): void {
    this.members.add(member);
  }

  leave(member: RoomMember): void {
    this.members.delete(member);
    this.#synced.delete(member);
  }

  /** Tells the whole document; false where only a difference is wanted, which takes the document at rest. */
  tellWhole(member: RoomMember, stateVector: Uint8Array): boolean {
    if (!knowsNothing(stateVector)) return false;
    this.#tell(member, this.#frames.whole());
    return true;
  }

  tellAtRest(member: RoomMember, stateVector: Uint8Array, doc: Y.Doc): void {
    this.#tell(member, [this.#frames.since(doc, stateVector)]);
  }

  /**
   * One frame for all changes that a flush has brought to disk. Who wrote all of it alone needs nothing back; anyone
   * else may well hear their own again. Answers with its size in bytes.
   */
  broadcast(written: readonly Told[]): number {
    const [first] = written;
    if (!first) return 0;
    const merged = mergeTold(written);
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

/** Runs of what was typed as bytes, the rest by Yjs. */
export function mergeTold(told: readonly Pick<Told, 'update' | 'typed'>[]): Uint8Array {
  const merged: Uint8Array[] = [];
  let run: TypedUpdate[] = [];
  const endRun = (): void => {
    if (run.length > 0) merged.push(mergeTyped(run));
    run = [];
  };
  for (const { update, typed } of told) {
    if (!update) continue;
    if (typed) run.push({ update, accepted: typed });
    else {
      endRun();
      merged.push(update);
    }
  }
  endRun();
  const [only] = merged;
  return merged.length === 1 && only ? only : mergeAll(merged);
}

/** An empty state vector is the single byte of its length. */
function knowsNothing(stateVector: Uint8Array): boolean {
  return stateVector.length === 1;
}
