/**
 * One document in memory: its bytes, how far each client is known, and who owns which client id. That is all that typing
 * and joining need. Yjs is woken for what it alone can say, kept up to date lazily, and let go of some seconds after.
 *
 * What is accepted counts at once, for the next change to build on; what is on disk (join-frames.ts) follows.
 *
 * Not here: storing, telling, permission.
 */
import * as encoding from 'lib0/encoding';
import type * as Y from 'yjs';
import type { LoadedDocument } from '../store/ports';
import { AwakeDoc, type Applied } from './awake-doc';
import type { BulkDocument } from './bulk-work';
import type { JoinFrames } from './join-frames';
import { readStored } from './stored-update';
import { isTyped } from './typed-updates';
import { guardUpdate, type AcceptedUpdate, type GuardVerdict } from './update-guard';

/** How long Yjs stays awake after it was last asked. */
const awakeMs = 5_000;
/** More than this to catch up with, and it is built anew when it is asked next. */
const maxBehind = 1_000;

type Ends = readonly (readonly [client: number, clock: number])[];

export class LoadedDoc implements BulkDocument {
  readonly #onDisk: JoinFrames;
  /** How far each client is accepted, and how far it is on disk. */
  readonly #clocks = new Map<number, number>();
  readonly #clocksOnDisk: Map<number, number>;
  readonly #owners = new Map<number, string>();
  /** Accepted, in order, and not on disk yet. */
  #unflushed: { update: Uint8Array; ends: Ends }[] = [];
  #formatted = false;
  #awake: AwakeDoc | null = null;
  /** Accepted since Yjs was asked last. */
  #behind: Uint8Array[] = [];
  #askedAt = 0;
  #sleepTimer: NodeJS.Timeout | null = null;
  /** What the stored form takes, bytes; at most, since what was deleted is counted until it is measured anew. */
  #bytes = 0;
  #measured = -1;

  constructor(stored: LoadedDocument, onDisk: JoinFrames) {
    this.#onDisk = onDisk;
    for (const part of onDisk.parts()) {
      this.#bytes += part.length;
      if (readStored(part, this.#clocks).formats) this.#formatted = true;
    }
    this.#clocksOnDisk = new Map(this.#clocks);
    for (const { clientId, personId } of stored.clients) this.#owners.set(clientId, personId);
  }

  /** How far each client is on disk, as Yjs encodes it. */
  stateVector(): Uint8Array {
    const entries = [...this.#clocksOnDisk].sort(([a], [b]) => b - a);
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, entries.length);
      for (const [client, clock] of entries) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock);
      }
    });
  }

  ownerOf(client: number): string | undefined {
    return this.#owners.get(client);
  }

  guard(update: Uint8Array, personId: string): GuardVerdict {
    return guardUpdate(update, {
      personId,
      clockOf: (client) => this.#clocks.get(client) ?? 0,
      ownerOf: (client) => this.#owners.get(client),
    });
  }

  isTyped(update: Uint8Array, accepted: AcceptedUpdate): boolean {
    return isTyped(update, accepted, this.#formatted);
  }

  /** Whether `more` bytes would exceed `limit`. Encodes the whole document only where the estimate says so. */
  isFull(more: number, limit: number): boolean {
    if (this.#bytes + more <= limit) return false;
    if (this.#measured !== this.#bytes) {
      this.#bytes = this.#awakeNow().encoded().length;
      this.#measured = this.#bytes;
    }
    return this.#bytes + more > limit;
  }

  /** Takes in what was typed, without asking Yjs. Answers with the bytes to store. */
  accept(update: Uint8Array, { fresh, newClients }: AcceptedUpdate, personId: string): Uint8Array {
    // A copy: a view would keep all that was read from the line alive.
    const kept = Buffer.from(update);
    for (const client of newClients) this.#owners.set(client, personId);
    this.#take(
      kept,
      fresh.map(({ client, to }) => [client, to]),
    );
    if (this.#awake) this.#fallBehind(kept);
    return kept;
  }

  /** Asks Yjs. What breaks it is forgotten. */
  apply(update: Uint8Array, accepted: AcceptedUpdate, personId: string): Applied {
    const applied = this.#awakeNow().apply(update, accepted);
    if (applied.status === 'broken') this.sleep();
    else this.#record(applied, accepted, personId);
    return applied;
  }

  /** What a change came to that was applied elsewhere, on these very bytes. */
  applied(
    applied: Extract<Applied, { status: 'applied' }>,
    accepted: AcceptedUpdate,
    personId: string,
  ): void {
    this.#record(applied, accepted, personId);
    if (this.#awake && applied.news) this.#fallBehind(applied.news);
  }

  /** So many of the accepted updates are on disk now. */
  wasFlushed(count: number): void {
    for (const { ends } of this.#unflushed.splice(0, count)) setAll(this.#clocksOnDisk, ends);
  }

  get position(): number {
    return this.#onDisk.position;
  }

  get flushed(): boolean {
    return this.#unflushed.length === 0;
  }

  since(position: number): Uint8Array[] | null {
    const onDisk = this.#onDisk.after(position);
    return onDisk && [...onDisk, ...this.#unflushed.map(({ update }) => update)];
  }

  parts(): Uint8Array[] {
    return [...this.#onDisk.parts(), ...this.#unflushed.map(({ update }) => update)];
  }

  /** For reading; whoever reads must not keep it. */
  get doc(): Y.Doc {
    return this.#awakeNow().doc;
  }

  sleep(): void {
    this.#awake = null;
    this.#behind = [];
    if (this.#sleepTimer) clearTimeout(this.#sleepTimer);
    this.#sleepTimer = null;
  }

  #record(
    { news, newClients, ends }: Extract<Applied, { status: 'applied' }>,
    accepted: AcceptedUpdate,
    personId: string,
  ): void {
    for (const client of newClients) this.#owners.set(client, personId);
    if (accepted.formats) this.#formatted = true;
    if (news) this.#take(news, ends);
  }

  #take(update: Uint8Array, ends: Ends): void {
    setAll(this.#clocks, ends);
    this.#unflushed.push({ update, ends });
    this.#bytes += update.length;
  }

  #fallBehind(update: Uint8Array): void {
    this.#behind.push(update);
    if (this.#behind.length > maxBehind) this.sleep();
  }

  #awakeNow(): AwakeDoc {
    this.#askedAt = performance.now();
    if (!this.#awake) {
      this.#awake = new AwakeDoc(this.parts());
      this.#sleepLater(awakeMs);
    } else if (this.#behind.length > 0) {
      this.#awake.takeIn(this.#behind);
      this.#behind = [];
    }
    return this.#awake;
  }

  #sleepLater(ms: number): void {
    this.#sleepTimer = setTimeout(() => {
      const leftMs = this.#askedAt + awakeMs - performance.now();
      if (leftMs > 0) this.#sleepLater(leftMs);
      else this.sleep();
    }, ms);
    this.#sleepTimer.unref();
  }
}

function setAll(clocks: Map<number, number>, ends: Ends): void {
  for (const [client, clock] of ends) clocks.set(client, clock);
}
