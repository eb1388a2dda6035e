/**
 * One document and those who have it open. A change is guarded, applied in memory, appended and flushed, and only
 * then shown to anyone else and counted as saved: whatever one person has seen of another's is on disk.
 *
 * The *gate* is how the room comes to rest: while it is closed, changes wait, so that after the running flush the
 * document in memory is exactly what is on disk. Whoever must see that state (a joiner's difference, a freeze, a
 * snapshot, a reload) asks `#atRest`. A room is dead once an append has failed: memory and disk differ, so its
 * people are sent away to come back to what is on disk, with their words still in their hands.
 *
 * Not here: sockets and frames up (doc-connection.ts), finding and dropping rooms (doc-hub.ts), rights (the grant).
 */
import { closeCodes, wireLimits } from '@mufakat/protocol';
import type * as Y from 'yjs';
import type { LoadedDocument } from '../store/ports';
import type { DocsPorts } from './docs-ports';
import { FlushQueue } from './flush-queue';
import { LoadedDoc } from './loaded-doc';
import { RestGate } from './rest-gate';
import { RoomAwareness } from './room-awareness';
import type { Change, RoomMember } from './room-member';
import { RoomReaders, type Told } from './room-readers';
import { SnapshotPace } from './snapshot-pace';
import { guardUpdate, type AcceptedUpdate } from './update-guard';

export interface Held<T> {
  value: T;
  /** Ends the hold, once: what waited is refused as `document_frozen`, or taken. */
  settle(end: 'frozen' | 'open'): void;
}

/** A change on its way to disk; without an update where the document had all of it and only the turn is kept. */
interface Pending extends Told {
  change: Change;
  newClients: number[];
}

interface Waiting {
  from: RoomMember;
  change: Change;
}

export class DocRoom {
  readonly name: string;
  readonly awareness: RoomAwareness;
  readonly #ports: DocsPorts;
  readonly #onEnd: (why: 'failed' | 'over') => void;
  readonly #readers = new RoomReaders();
  readonly #queue: FlushQueue<Pending>;
  readonly #snapshots: SnapshotPace;
  #loaded: LoadedDoc;
  #last: number;
  readonly #gate: RestGate<Waiting>;
  #state: 'open' | 'reloading' | 'dead' = 'open';

  constructor(
    name: string,
    stored: LoadedDocument,
    ports: DocsPorts,
    onEnd: (why: 'failed' | 'over') => void,
  ) {
    this.name = name;
    this.#ports = ports;
    this.#onEnd = onEnd;
    this.#loaded = new LoadedDoc(stored);
    this.#last = stored.last;
    this.#snapshots = new SnapshotPace(stored);
    this.awareness = new RoomAwareness((client) => this.#loaded.ownerOf(client));
    this.#gate = new RestGate<Waiting>({
      open: () => this.#state === 'open',
      atRest: () => this.#state === 'open' && this.#queue.resting,
      take: ({ from, change }) => this.#take(from, change),
    });
    this.#queue = new FlushQueue<Pending>({
      append: (batch) => this.#append(batch),
      flushed: (batch) => this.#flushed(batch),
      failed: (error) => this.#die(error),
      rested: () => this.#rested(),
    });
  }

  get dead(): boolean {
    return this.#state === 'dead';
  }

  get members(): ReadonlySet<RoomMember> {
    return this.#readers.members;
  }

  /** Changes that are not on disk yet, or wait. */
  get unflushed(): number {
    return this.#gate.waiting + (this.#queue.resting ? 0 : 1);
  }

  /** Ends the room if nobody is here and nothing is under way, this very moment; says whether it did. */
  retire(): boolean {
    const working =
      this.#gate.busy || !this.#queue.resting || this.#snapshots.busy || this.#state === 'reloading';
    if (this.members.size > 0 || working) return false;
    this.#end('over', 'idle');
    return true;
  }

  join(member: RoomMember): void {
    this.#readers.join(member);
  }

  leave(member: RoomMember): void {
    this.#readers.leave(member);
  }

  /** Gives the state vector of what is on disk. */
  stateVector(use: (stateVector: Uint8Array) => void): void {
    this.#whenAtRest(() => use(this.#loaded.stateVector()));
  }

  /** Tells a member what it lacks of what is on disk, and from then on every change. */
  sync(member: RoomMember, stateVector: Uint8Array): void {
    if (this.#readers.tellWhole(member, stateVector)) return;
    this.#whenAtRest(() => this.#readers.tellAtRest(member, stateVector, this.#loaded.doc));
  }

  receive(from: RoomMember, change: Change): void {
    if (this.#state !== 'dead') this.#gate.pass({ from, change });
  }

  /** Runs `read` on what is on disk. */
  readNow<T>(read: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#whenAtRest(() => {
        try {
          resolve(read(this.#loaded.doc));
        } catch (error) {
          reject(asError(error));
        }
      }, reject);
    });
  }

  /** As readNow, and keeps changes waiting until `settle` is called, which the caller must do whatever happens. */
  async hold<T>(read: (doc: Y.Doc) => T): Promise<Held<T>> {
    this.#gate.hold();
    try {
      return { value: await this.readNow(read), settle: this.#settleOnce() };
    } catch (error) {
      this.#gate.release();
      throw error;
    }
  }

  /** Takes nothing more, finishes what is under way, sends everyone away to come back later. */
  async close(reason: string): Promise<void> {
    this.#gate.hold();
    await this.readNow(() => undefined).catch(() => undefined);
    this.#end('over', reason);
  }

  #settleOnce(): Held<unknown>['settle'] {
    let settled = false;
    return (end) => {
      if (settled) return;
      settled = true;
      if (end === 'frozen') this.#refuseWaiting();
      this.#gate.release();
    };
  }

  #refuseWaiting(): void {
    for (const { from, change } of this.#gate.takeWaiting()) {
      from.outcome(change, { is: 'refused', code: 'document_frozen' });
    }
  }

  #whenAtRest(run: () => void, fail?: (error: Error) => void): void {
    if (this.#state === 'dead') fail?.(deadError(this.name));
    else this.#gate.whenAtRest(run, fail);
  }

  #rested(): void {
    if (this.#state === 'reloading') void this.#reload();
    else this.#gate.rested();
  }

  #take(from: RoomMember, change: Change): void {
    const verdict = guardUpdate(change.update, this.#loaded.viewOf(from.grant.personId));
    if (verdict.verdict === 'malformed') return from.outcome(change, { is: 'invalid' });
    if (bringsNothing(verdict)) return this.#keepTurn(from, change);
    const code = from.grant.mayWrite();
    // A reader's step 2 repeats what all have deleted; only new text is worth a refusal.
    if (code && change.kind === 'step2' && onlyDeletes(verdict)) return this.#keepTurn(from, change);
    if (code) return from.outcome(change, { is: 'refused', code });
    switch (verdict.verdict) {
      case 'gap':
        return from.outcome(change, { is: 'gap' });
      case 'foreign':
        return from.outcome(change, { is: 'invalid' });
      case 'ok':
        return this.#accept(from, change, verdict);
      default:
        return verdict satisfies never;
    }
  }

  /** Nothing to store, yet *saved* may only be said once what came before is on disk. */
  #keepTurn(from: RoomMember, change: Change): void {
    if (this.#queue.resting) from.outcome(change, { is: 'saved' });
    else this.#queue.add({ from, change, update: null, newClients: [], byServerToo: false });
  }

  #accept(from: RoomMember, change: Change, accepted: AcceptedUpdate): void {
    const { update } = change;
    if (accepted.fresh.length > 0 && this.#loaded.isFull(update.length, wireLimits.documentBytes)) {
      return from.outcome(change, { is: 'refused', code: 'document_full' });
    }
    const applied = this.#loaded.apply(update, accepted, from.grant.personId);
    if (applied.status === 'broken') return this.#quarantine(from, change, applied.reason);
    const { news, newClients, byServerToo, leftover } = applied;
    if (news) this.#queue.add({ from, change, update: news, newClients, byServerToo });
    else if (!leftover) this.#keepTurn(from, change);
    if (leftover) from.outcome(change, { is: 'invalid' });
  }

  async #append(batch: readonly Pending[]): Promise<void> {
    const at = this.#ports.clock.now();
    const rows = batch.flatMap(({ from, update, newClients }) =>
      update ? [{ update, by: from.grant.personId, at, newClients }] : [],
    );
    if (rows.length > 0) this.#last = await this.#ports.store.appendUpdates(this.name, rows);
  }

  #flushed(batch: readonly Pending[]): void {
    const written = batch.filter(({ update }) => update !== null);
    const bytes = this.#readers.broadcast(written);
    for (const { from, change } of batch) from.outcome(change, { is: 'saved' });
    if (this.#snapshots.isDue(written.length, bytes)) this.#whenAtRest(() => this.#snapshot());
  }

  #snapshot(): void {
    const state = this.#readers.rebase(this.#loaded.doc);
    const written = this.#ports.store.putSnapshot(this.name, this.#last, state);
    this.#snapshots.wrote(state.length, written, (error) => {
      this.#ports.logger.warn({ document: this.name, error: String(error) }, 'snapshot not stored');
    });
  }

  /** The document in memory is thrown away and read from disk again; only the sender hears of it. */
  #quarantine(from: RoomMember, change: Change, reason: string): void {
    const { personId } = from.grant;
    this.#ports.logger.error({ document: this.name, personId, reason }, 'update quarantined');
    this.#state = 'reloading';
    from.outcome(change, { is: 'harmful' });
    if (this.#queue.resting) void this.#reload();
  }

  async #reload(): Promise<void> {
    try {
      const stored = await this.#ports.store.loadDocument(this.name);
      if (this.#state !== 'reloading') return;
      this.#loaded = new LoadedDoc(stored);
      this.#last = stored.last;
      this.#state = 'open';
      this.#gate.rested();
    } catch (error) {
      this.#die(error);
    }
  }

  #die(error: unknown): void {
    this.#ports.logger.error({ document: this.name, error: String(error) }, 'document not stored');
    this.#end('failed', 'not stored');
  }

  #end(why: 'failed' | 'over', reason: string): void {
    if (this.#state === 'dead') return;
    this.#state = 'dead';
    this.#gate.fail(deadError(this.name));
    for (const member of [...this.members]) member.drop(closeCodes.resync, reason);
    this.awareness.stop();
    this.#onEnd(why);
  }
}

type Readable = Exclude<ReturnType<typeof guardUpdate>, { verdict: 'malformed' }>;

function bringsNothing(verdict: Readable): boolean {
  return onlyDeletes(verdict) && verdict.verdict === 'ok' && verdict.ranges === 0;
}

function onlyDeletes(verdict: Readable): boolean {
  return verdict.verdict === 'ok' && verdict.fresh.length === 0;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function deadError(name: string): Error {
  return new Error(`${name} is not in memory any more`);
}
