/** For tests of documents: a store in memory whose flush can be held or fail, grants to be changed, clients without sockets. */
import { documentMessages } from '@mufakat/protocol';
import type { RefusalCode } from '@mufakat/domain';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { DocumentUpdate, LoadedDocument } from '../store/ports';
import { bulkHere } from './bulk-work';
import type { ClientKind, DocConnection, DocumentSocket } from './doc-connection';
import type { DocHub } from './doc-hub';
import type { DocsLogger, DocsPorts } from './docs-ports';
import type { DocumentGrant } from './document-access';
import { awarenessFrame, step1Frame, step2Frame, updateFrame } from './frames';

export const quiet: DocsLogger = { info: nothing, warn: nothing, error: nothing };

function nothing(): void {
  // Tests look at what happens, not at what is logged.
}

type StoredDocument = LoadedDocument & { history: DocumentUpdate[] };

/** Keeps what was flushed. `hold()` keeps appends from finishing; `fail` makes them, or loading, fail. */
export class FakeStore {
  readonly documents = new Map<string, StoredDocument>();
  appends = 0;
  loads = 0;
  snapshots = 0;
  now = 1_000;
  fail: 'append' | 'load' | null = null;
  #held: Promise<void> | null = null;
  #letGo: () => void = nothing;

  constructor(...names: string[]) {
    for (const name of names) this.documents.set(name, { ...emptyDocument(), history: [] });
  }

  hold(): void {
    this.#held = new Promise((resolve) => (this.#letGo = resolve));
  }

  release(): void {
    this.#held = null;
    this.#letGo();
  }

  get ports(): DocsPorts {
    return {
      logger: quiet,
      clock: { now: () => this.now },
      bulk: bulkHere,
      store: {
        findDocument: async (name) => (this.documents.has(name) ? { stream: 'meeting' } : null),
        loadDocument: (name) => this.#load(name),
        appendUpdates: (name, updates) => this.#append(name, updates),
        putSnapshot: (name, last, snapshot) => this.#putSnapshot(name, last, snapshot),
      },
    };
  }

  /** A document as someone would load it from disk. */
  read(name: string): Y.Doc {
    const doc = new Y.Doc();
    const stored = this.#of(name);
    if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot);
    for (const update of stored.updates) Y.applyUpdate(doc, update);
    return doc;
  }

  /** The same from the whole history, which a snapshot must not change. */
  replay(name: string): Y.Doc {
    const doc = new Y.Doc();
    for (const { update } of this.#of(name).history) Y.applyUpdate(doc, update);
    return doc;
  }

  #of(name: string): StoredDocument {
    const stored = this.documents.get(name);
    if (!stored) throw new Error(`no such document: ${name}`);
    return stored;
  }

  async #load(name: string): Promise<LoadedDocument> {
    this.loads++;
    await turn();
    if (this.fail === 'load') throw new Error('disk');
    const { snapshot, updates, clients, last } = this.#of(name);
    return { snapshot, updates: [...updates], clients: [...clients], last };
  }

  async #append(name: string, updates: readonly DocumentUpdate[]): Promise<number> {
    this.appends++;
    await this.#held;
    if (this.fail === 'append') throw new Error('disk full');
    const stored = this.#of(name);
    for (const update of updates) {
      stored.updates.push(update.update);
      stored.history.push(update);
      for (const clientId of update.newClients) stored.clients.push({ clientId, personId: update.by });
    }
    return (stored.last += updates.length);
  }

  async #putSnapshot(name: string, last: number, snapshot: Uint8Array): Promise<void> {
    await turn();
    this.snapshots++;
    const stored = this.#of(name);
    stored.updates = stored.history.slice(last).map(({ update }) => update);
    stored.snapshot = snapshot;
  }
}

function emptyDocument(): LoadedDocument {
  return { snapshot: null, updates: [], clients: [], last: 0 };
}

export interface FakeGrant extends DocumentGrant {
  canRead: boolean;
  whyNot: RefusalCode | null;
}

export function grantFor(personId: string, documentName: string): FakeGrant {
  return {
    documentName,
    meetingId: 'meeting',
    personId,
    canRead: true,
    whyNot: null,
    user: () => ({ id: personId, name: `Name of ${personId}`, mark: 'AB', colour: 1, chamberShape: null }),
    mayRead() {
      return this.canRead;
    },
    mayWrite() {
      return this.whyNot;
    },
  };
}

/** What a client was sent, read. */
export type Seen =
  | { is: 'step1'; body: Uint8Array }
  | { is: 'step2'; body: Uint8Array }
  | { is: 'update'; body: Uint8Array }
  | { is: 'awareness'; states: Map<number, unknown> }
  | { is: 'denied'; code: string }
  | { is: 'read-only'; code: string }
  | { is: 'saved'; count: number };

/** A client as y-websocket has it, without the socket: a Y.Doc that answers, and a list of what it was sent. */
export class FakeClient implements DocumentSocket {
  readonly doc = new Y.Doc();
  readonly seen: Seen[] = [];
  /** The very bytes that the hub handed to the socket. */
  readonly frames: Uint8Array[] = [];
  closed: { code: number; reason: string } | null = null;
  /** Whether local changes are sent at once. */
  online = true;
  answers = true;
  connection: DocConnection | null = null;
  #clock = 1;

  constructor(clientId?: number) {
    if (clientId !== undefined) this.doc.clientID = clientId;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.online) this.give(updateFrame(update));
    });
  }

  static async open(hub: DocHub, grant: DocumentGrant, kind: ClientKind = 'own', client = new FakeClient()) {
    client.connection = await hub.connect(grant, kind, client);
    client.give(step1Frame(Y.encodeStateVector(client.doc)));
    return client;
  }

  get text(): string {
    return this.doc.getText('t').toJSON();
  }

  type(text: string, at = this.doc.getText('t').length): void {
    this.doc.getText('t').insert(at, text);
  }

  point(state: object | null, client = this.doc.clientID): void {
    this.give(awarenessFrame([{ client, clock: this.#clock++, state: JSON.stringify(state) }]));
  }

  give(frame: Uint8Array): void {
    this.connection?.receive(frame);
  }

  hangUp(): void {
    this.connection?.closed();
    this.connection = null;
  }

  send(frame: Uint8Array): void {
    const seen = readDown(frame);
    this.frames.push(frame);
    this.seen.push(seen);
    if (seen.is === 'step2' || seen.is === 'update') Y.applyUpdate(this.doc, seen.body, this);
    // As over a line: the answer comes after whatever the server is at.
    if (seen.is === 'step1' && this.answers)
      setImmediate(() => this.give(step2Frame(this.#since(seen.body))));
  }

  close(code: number, reason: string): void {
    this.closed = { code, reason };
    this.connection = null;
  }

  all<K extends Seen['is']>(is: K): Extract<Seen, { is: K }>[] {
    return this.seen.filter((one): one is Extract<Seen, { is: K }> => one.is === is);
  }

  /** Updates since the client was told that it has everything. */
  changes(): Seen[] {
    const synced = this.seen.findIndex(({ is }) => is === 'step2');
    return this.seen.filter(({ is }, at) => is === 'update' && at > synced);
  }

  #since(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc, stateVector);
  }
}

function readDown(frame: Uint8Array): Seen {
  const decoder = decoding.createDecoder(frame);
  switch (decoding.readVarUint(decoder)) {
    case documentMessages.sync: {
      const is = (['step1', 'step2', 'update'] as const)[decoding.readVarUint(decoder)];
      if (!is) throw new Error('no sync message');
      return { is, body: decoding.readVarUint8Array(decoder) };
    }
    case documentMessages.awareness:
      return { is: 'awareness', states: readStates(decoding.readVarUint8Array(decoder)) };
    case documentMessages.auth:
      decoding.readVarUint(decoder);
      return { is: 'denied', code: decoding.readVarString(decoder) };
    case documentMessages.saved:
      return { is: 'saved', count: decoding.readVarUint(decoder) };
    case documentMessages.readOnly:
      return { is: 'read-only', code: decoding.readVarString(decoder) };
    default:
      throw new Error('a message that no client knows');
  }
}

function readStates(update: Uint8Array): Map<number, unknown> {
  const decoder = decoding.createDecoder(update);
  const states = new Map<number, unknown>();
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    states.set(client, JSON.parse(decoding.readVarString(decoder)));
  }
  return states;
}

/** The end of this turn of the event loop. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Long enough for what runs without timers to have run. */
export async function settle(): Promise<void> {
  for (let turns = 0; turns < 8; turns++) await turn();
}

export async function until(what: () => boolean, withinMs = 2000): Promise<void> {
  for (const endAt = performance.now() + withinMs; !what(); await new Promise((go) => setTimeout(go, 2))) {
    if (performance.now() > endAt) throw new Error(`not within ${withinMs} ms: ${what.toString()}`);
  }
}
