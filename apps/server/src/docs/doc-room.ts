/**
 * One document and those who have it open. A change is guarded, accepted, appended and flushed, and only then shown
 * to anyone else and counted as saved: whatever one person has seen of another's is on disk.
 *
 * What was merely typed is accepted by its bytes. For any other change Yjs is asked first: here where it is small, in
 * another thread where it is large; meanwhile the room's other changes wait, so that their order stays.
 *
 * The *gate* is how the room comes to rest: while it is closed, changes wait, so that after the running flush the
 * document in memory is exactly what is on disk. Whoever must see that state (a joiner's difference, a freeze) asks
 * `#whenAtRest`. A room is dead once an append has failed: memory and disk differ, so its people are sent away to come
 * back to what is on disk, with their words still in their hands.
 *
 * Not here: sockets and frames up (doc-connection.ts), finding and dropping rooms (doc-hub.ts), rights (the grant).
 */
import { closeCodes, wireLimits } from '@mufakat/protocol';
import type * as Y from 'yjs';
import type { DocumentUpdate, LoadedDocument } from '../store/ports';
import type { Applied } from './awake-doc';
import type { DocsPorts } from './docs-ports';
import { FlushQueue } from './flush-queue';
import { JoinFrames } from './join-frames';
import { LoadedDoc } from './loaded-doc';
import { RestGate } from './rest-gate';
import { RoomAwareness } from './room-awareness';
import type { Change, Outcome, RoomMember } from './room-member';
import { mergeTold, RoomReaders, type Told } from './room-readers';
import { SnapshotPace } from './snapshot-pace';
import type { AcceptedUpdate, guardUpdate } from './update-guard';

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
  /** What Yjs said of it in another thread. */
  applied?: Applied;
}

/** From here on Yjs is asked in another thread. */
const largeBytes = 32 * 1024;
const largeWork = 500;
/** What was typed may take Yjs so long for each update, milliseconds, and somewhat more in all, before it is asked about each again. */
const typedMs = 2;
const typedMsAtOnce = 300;

export class DocRoom {
  readonly name: string;
  readonly awareness: RoomAwareness;
  readonly #ports: DocsPorts;
  readonly #onEnd: (why: 'failed' | 'over') => void;
  readonly #frames: JoinFrames;
  readonly #readers: RoomReaders;
  readonly #queue: FlushQueue<Pending>;
  readonly #snapshots: SnapshotPace;
  readonly #loaded: LoadedDoc;
  #last: number;
  readonly #gate: RestGate<Waiting>;
  #state: 'open' | 'dead' = 'open';
  /** What was typed here took Yjs too long: it is asked about everything, and whoever costs much pays for it. */
  #wary = false;

  constructor(
    name: string,
    stored: LoadedDocument,
    ports: DocsPorts,
    onEnd: (why: 'failed' | 'over') => void,
  ) {
    this.name = name;
    this.#ports = ports;
    this.#onEnd = onEnd;
    this.#frames = new JoinFrames(stored);
    this.#readers = new RoomReaders(this.#frames);
    this.#loaded = new LoadedDoc(stored, this.#frames);
    this.#last = stored.last;
    this.#snapshots = new SnapshotPace(stored);
    this.awareness = new RoomAwareness((client) => this.#loaded.ownerOf(client));
    this.#gate = new RestGate<Waiting>({
      open: () => this.#state === 'open',
      atRest: () => this.#state === 'open' && this.#queue.resting,
      take: (waiting) => this.#take(waiting),
    });
    this.#queue = new FlushQueue<Pending>({
      append: (batch) => this.#append(batch),
      flushed: (batch) => this.#flushed(batch),
      failed: (error) => this.#die(error),
      readers: () => this.members.size,
      rested: () => this.#gate.rested(),
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
    const working = this.#gate.busy || !this.#queue.resting || this.#snapshots.busy;
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

  /** How far each client is on disk. */
  stateVector(): Uint8Array {
    return this.#loaded.stateVector();
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
    for (const waiting of this.#gate.takeWaiting()) {
      this.#turnDown(waiting, { is: 'refused', code: 'document_frozen' });
    }
  }

  #whenAtRest(run: () => void, fail?: (error: Error) => void): void {
    if (this.#state === 'dead') fail?.(deadError(this.name));
    else this.#gate.whenAtRest(run, fail);
  }

  #take(waiting: Waiting): void {
    const { from, change } = waiting;
    const verdict = this.#loaded.guard(change.update, from.grant.personId);
    if (verdict.verdict === 'malformed') return this.#turnDown(waiting, { is: 'invalid' });
    if (bringsNothing(verdict)) return this.#keepTurn(from, change);
    const code = from.grant.mayWrite();
    // A reader's step 2 repeats what all have deleted; only new text is worth a refusal.
    if (code && change.kind === 'step2' && onlyDeletes(verdict)) return this.#keepTurn(from, change);
    if (code) return this.#turnDown(waiting, { is: 'refused', code });
    switch (verdict.verdict) {
      case 'gap':
        return this.#turnDown(waiting, { is: 'gap' });
      case 'foreign':
        return this.#turnDown(waiting, { is: 'invalid' });
      case 'ok':
        return this.#accept(waiting, verdict);
      default:
        return verdict satisfies never;
    }
  }

  #turnDown({ from, change, applied }: Waiting, outcome: Outcome): void {
    // Who applied it elsewhere has a document that never came to be.
    if (applied) this.#ports.bulk.forget(this.#loaded);
    from.outcome(change, outcome);
  }

  /** Nothing to store, yet *saved* may only be said once what came before is on disk. */
  #keepTurn(from: RoomMember, change: Change): void {
    if (this.#queue.resting) from.outcome(change, { is: 'saved' });
    else this.#queue.add({ from, change, update: null, typed: null, newClients: [], byServerToo: false });
  }

  #accept(waiting: Waiting, accepted: AcceptedUpdate): void {
    const { from, change } = waiting;
    const { update } = change;
    const { personId } = from.grant;
    if (accepted.fresh.length > 0 && this.#loaded.isFull(update.length, wireLimits.documentBytes)) {
      return this.#turnDown(waiting, { is: 'refused', code: 'document_full' });
    }
    if (!this.#wary && this.#loaded.isTyped(update, accepted)) {
      const stored = this.#loaded.accept(update, accepted, personId);
      const { newClients } = accepted;
      this.#queue.add({ from, change, update: stored, typed: accepted, newClients, byServerToo: false });
    } else if (waiting.applied) this.#acceptApplied(waiting, waiting.applied, accepted);
    else if (isLarge(update, accepted)) this.#askElsewhere(waiting, accepted);
    else this.#settle(waiting, this.#loaded.apply(update, accepted, personId));
  }

  /** Changes wait until the answer is there, this one first; by then it may have to wait longer, or be refused. */
  #askElsewhere(waiting: Waiting, accepted: AcceptedUpdate): void {
    this.#gate.hold();
    const asked = this.#ports.bulk.apply(this.#loaded, waiting.change.update, accepted);
    void asked
      .catch((error: unknown): Applied => ({ status: 'broken', reason: String(error) }))
      .then((applied) => {
        if (this.#state === 'dead') return;
        this.#gate.passFirst({ ...waiting, applied });
        this.#gate.release();
      });
  }

  #acceptApplied(waiting: Waiting, applied: Applied, accepted: AcceptedUpdate): void {
    if (applied.status === 'applied') this.#loaded.applied(applied, accepted, waiting.from.grant.personId);
    this.#settle(waiting, applied);
  }

  #settle({ from, change }: Waiting, applied: Applied): void {
    if (applied.status === 'broken') return this.#quarantine(from, change, applied.reason);
    const { news, newClients, byServerToo, leftover } = applied;
    if (news) this.#queue.add({ from, change, update: news, typed: null, newClients, byServerToo });
    else if (!leftover) this.#keepTurn(from, change);
    if (leftover) from.outcome(change, { is: 'invalid' });
  }

  async #append(batch: readonly Pending[]): Promise<void> {
    const rows = rowsOf(batch, this.#ports.clock.now());
    if (rows.length > 0) this.#last = await this.#ports.store.appendUpdates(this.name, rows);
  }

  #flushed(batch: readonly Pending[]): void {
    const written = batch.filter(({ update }) => update !== null);
    this.#loaded.wasFlushed(written.length);
    const bytes = this.#readers.broadcast(written);
    for (const { from, change } of batch) from.outcome(change, { is: 'saved' });
    const updates = this.#snapshots.due(written.length, bytes);
    if (updates !== null) void this.#snapshot(updates);
  }

  /** Encodes what is on disk anew, in another thread. */
  async #snapshot(updates: number): Promise<void> {
    const { position } = this.#frames;
    const last = this.#last;
    try {
      const { state, tailMs } = await this.#ports.bulk.compact(this.#loaded, this.#frames.parts());
      if (this.#state === 'dead') return;
      if (tailMs > typedMsAtOnce + typedMs * updates) this.#wary = true;
      this.#frames.rebase(state, position);
      this.#snapshots.wrote(state.length, this.#ports.store.putSnapshot(this.name, last, state), (error) =>
        this.#noSnapshot(error),
      );
    } catch (error) {
      this.#noSnapshot(error);
      this.#snapshots.failed();
    }
  }

  #noSnapshot(error: unknown): void {
    this.#ports.logger.warn({ document: this.name, error: String(error) }, 'snapshot not stored');
  }

  /** Nothing of it is kept; only the sender hears of it. */
  #quarantine(from: RoomMember, change: Change, reason: string): void {
    const { personId } = from.grant;
    this.#ports.logger.error({ document: this.name, personId, reason }, 'update quarantined');
    from.outcome(change, { is: 'harmful' });
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
    this.#loaded.sleep();
    this.#ports.bulk.forget(this.#loaded);
    this.#onEnd(why);
  }
}

type Readable = Exclude<ReturnType<typeof guardUpdate>, { verdict: 'malformed' }>;

function bringsNothing(verdict: Readable): boolean {
  return onlyDeletes(verdict) && verdict.verdict === 'ok' && verdict.ranges === 0;
}

function isLarge(update: Uint8Array, { structs, ranges }: AcceptedUpdate): boolean {
  return update.length > largeBytes || structs + ranges > largeWork;
}

/** What one person typed without anyone in between is one row of the history. */
function rowsOf(batch: readonly Pending[], at: number): DocumentUpdate[] {
  const rows: DocumentUpdate[] = [];
  let run: Pending[] = [];
  const endRun = (): void => {
    const [first] = run;
    if (!first) return;
    const newClients = run.flatMap((one) => one.newClients);
    rows.push({ update: mergeTold(run), by: first.from.grant.personId, at, newClients });
    run = [];
  };
  for (const pending of batch) {
    if (!pending.update) continue;
    const goesOn =
      pending.typed && run[0]?.typed && run[0].from.grant.personId === pending.from.grant.personId;
    if (!goesOn) endRun();
    run.push(pending);
  }
  endRun();
  return rows;
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
