/**
 * All documents in memory, by name. No reader before loading ends; no room is dropped before writing ends: an idle
 * one leaves a minute after its last reader, a dead one (its disk failed) at once, and the next who comes reads
 * from disk again. Unknown documents are refused, never made.
 *
 * Not here: sockets (doc-upgrade.ts), who may (the grant).
 */
import type { Result } from '@mufakat/domain';
import { closeCodes, wireLimits } from '@mufakat/protocol';
import type * as Y from 'yjs';
import { DocConnection, type ClientKind, type DocumentSocket } from './doc-connection';
import { DocRoom, type Held } from './doc-room';
import type { DocsPorts } from './docs-ports';
import type { DocumentGrant } from './document-access';
import { writeAs } from './write-as';

export interface HubStatus {
  documents: number;
  connections: number;
  /** Documents with changes that are not on disk yet. */
  unflushed: number;
  /** Documents lost from memory since the start because an append failed. */
  failed: number;
}

export interface HubOptions {
  /** How long a document stays in memory without readers. */
  idleMs?: number;
  documentsPerPerson?: number;
}

/** One person's devices share the limit of a session thrice: the hub knows people, not sessions. */
const documentsPerPerson = 3 * wireLimits.documentsPerSession;

const barredMs = 60_000;

export class DocHub {
  readonly #ports: DocsPorts;
  readonly #idleMs: number;
  readonly #perPerson: number;
  /** Loading, or loaded. Null: there is no such document. */
  readonly #rooms = new Map<string, Promise<DocRoom | null>>();
  readonly #connections = new Map<string, Set<DocConnection>>();
  readonly #loaded = new Set<DocRoom>();
  /** People whose change stalled everyone; they may come back after a minute. */
  readonly #barredUntil = new Map<string, number>();
  readonly #idleTimers = new Map<string, NodeJS.Timeout>();
  /** Documents that are being deleted. */
  readonly #shut = new Set<string>();
  #failed = 0;
  #closing = false;

  constructor(ports: DocsPorts, options: HubOptions = {}) {
    this.#ports = ports;
    this.#idleMs = options.idleMs ?? 60_000;
    this.#perPerson = options.documentsPerPerson ?? documentsPerPerson;
  }

  /**
   * Opens a connection to the grant's document. Null where that is not possible; the socket is closed with the code
   * that says why. The caller hands on no frame before this resolves, and calls
   * the connection's `closed` when the socket is gone.
   */
  async connect(
    grant: DocumentGrant,
    kind: ClientKind,
    socket: DocumentSocket,
  ): Promise<DocConnection | null> {
    const room = await this.#roomOr(grant.documentName, socket);
    if (!room) return null;
    const of = this.#connectionsOf(grant.personId);
    if (of.size >= this.#perPerson || this.#isBarred(grant.personId)) {
      return refuse(socket, closeCodes.tooMany, 'too many');
    }
    const connection = new DocConnection(room, grant, kind, socket, (ended) => this.#forget(ended));
    this.#cancelIdle(room.name);
    of.add(connection);
    connection.start();
    return connection;
  }

  /** Rights or texts of a meeting have changed: all its connections are looked at again, at once. */
  refresh(meetingId: string): void {
    for (const connections of this.#connections.values()) {
      for (const connection of [...connections]) {
        if (connection.grant.meetingId === meetingId) connection.recheck();
      }
    }
  }

  /** Runs `read` on a document as it is on disk. Rejects where there is none, or the disk fails. */
  async readNow<T>(name: string, read: (doc: Y.Doc) => T): Promise<T> {
    const room = await this.#existing(name);
    try {
      return await room.readNow(read);
    } finally {
      this.#watchIdle(name);
    }
  }

  /** As readNow, and keeps changes waiting until `settle` is called, which the caller must do whatever happens. */
  async hold<T>(name: string, read: (doc: Y.Doc) => T): Promise<Held<T>> {
    const room = await this.#existing(name);
    const held = await room.hold(read);
    return {
      value: held.value,
      settle: (end) => {
        held.settle(end);
        this.#watchIdle(name);
      },
    };
  }

  /**
   * Writes into the grant's document as its person, as one update and the way of every change (write-as.ts). `change`
   * sees the document as it is on disk and does nothing else than change it. Resolves once that is on disk, or is
   * refused; rejects where there is no such document, or the disk fails.
   */
  async write(grant: DocumentGrant, change: (doc: Y.Doc) => void): Promise<Result<null>> {
    const room = await this.#existing(grant.documentName);
    try {
      return await writeAs(room, grant, change);
    } finally {
      this.#watchIdle(room.name);
    }
  }

  /**
   * Ends documents that are about to leave the disk: what is under way is finished, everyone in them is sent away, and
   * until `let` is called whoever asks for one hears that there is none.
   */
  async shut(names: readonly string[]): Promise<{ let: () => void }> {
    for (const name of names) this.#shut.add(name);
    for (const name of names) {
      const room = await this.#rooms.get(name)?.catch(() => null);
      await room?.close('deleted');
    }
    return { let: () => names.forEach((name) => this.#shut.delete(name)) };
  }

  status(): HubStatus {
    let connections = 0;
    for (const { size } of this.#connections.values()) connections += size;
    const unflushed = [...this.#loaded].filter((room) => room.unflushed > 0).length;
    return { documents: this.#loaded.size, connections, unflushed, failed: this.#failed };
  }

  /** Finishes what is under way, then sends everyone away to come back. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.allSettled(
      [...this.#rooms.values()].map(async (room) => (await room)?.close('going down')),
    );
    for (const timer of this.#idleTimers.values()) clearTimeout(timer);
    this.#idleTimers.clear();
  }

  async #roomOr(name: string, socket: DocumentSocket): Promise<DocRoom | null> {
    try {
      const room = this.#closing ? null : await this.#room(name);
      if (this.#closing) return refuse(socket, closeCodes.resync, 'going down');
      return room ?? refuse(socket, closeCodes.notFound, 'not found');
    } catch (error) {
      this.#ports.logger.error({ document: name, error: String(error) }, 'document not loaded');
      return refuse(socket, closeCodes.resync, 'not loaded');
    }
  }

  async #existing(name: string): Promise<DocRoom> {
    const room = await this.#room(name);
    if (!room) throw new Error(`no such document: ${name}`);
    return room;
  }

  /** One room a document: all who come while it loads wait for the same. */
  async #room(name: string): Promise<DocRoom | null> {
    for (;;) {
      if (this.#shut.has(name)) return null;
      let loading = this.#rooms.get(name);
      if (!loading) {
        loading = this.#load(name);
        this.#rooms.set(name, loading);
      }
      const room = await loading;
      if (!room?.dead) return room;
    }
  }

  async #load(name: string): Promise<DocRoom | null> {
    try {
      const room = await this.#readRoom(name);
      if (room) this.#loaded.add(room);
      else this.#rooms.delete(name);
      return room;
    } catch (error) {
      this.#rooms.delete(name);
      throw error;
    }
  }

  async #readRoom(name: string): Promise<DocRoom | null> {
    if (!(await this.#ports.store.findDocument(name))) return null;
    const stored = await this.#ports.store.loadDocument(name);
    const room: DocRoom = new DocRoom(name, stored, this.#ports, (why) => this.#ended(room, why));
    return room;
  }

  #ended(room: DocRoom, why: 'failed' | 'over'): void {
    this.#rooms.delete(room.name);
    this.#loaded.delete(room);
    this.#cancelIdle(room.name);
    if (why === 'failed') this.#failed++;
  }

  #connectionsOf(personId: string): Set<DocConnection> {
    let connections = this.#connections.get(personId);
    if (!connections) this.#connections.set(personId, (connections = new Set()));
    return connections;
  }

  #forget(connection: DocConnection): void {
    const { personId, documentName } = connection.grant;
    const connections = this.#connections.get(personId);
    connections?.delete(connection);
    if (connections?.size === 0) this.#connections.delete(personId);
    if (connection.harmful) this.#barredUntil.set(personId, performance.now() + barredMs);
    this.#watchIdle(documentName);
  }

  #isBarred(personId: string): boolean {
    if ((this.#barredUntil.get(personId) ?? 0) > performance.now()) return true;
    this.#barredUntil.delete(personId);
    return false;
  }

  #cancelIdle(name: string): void {
    clearTimeout(this.#idleTimers.get(name));
    this.#idleTimers.delete(name);
  }

  #watchIdle(name: string): void {
    this.#cancelIdle(name);
    const timer = setTimeout(() => void this.#retire(name), this.#idleMs);
    timer.unref();
    this.#idleTimers.set(name, timer);
  }

  async #retire(name: string): Promise<void> {
    this.#idleTimers.delete(name);
    const room = await this.#rooms.get(name)?.catch(() => null);
    if (room && !room.dead && room.members.size === 0 && !room.retire()) this.#watchIdle(name);
  }
}

function refuse(socket: DocumentSocket, code: number, reason: string): null {
  socket.close(code, reason);
  return null;
}
