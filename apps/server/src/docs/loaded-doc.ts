/**
 * One Yjs document in memory, with who owns which client id. Applies what update-guard.ts has let through and says
 * what came of it; what it hands on is Yjs' own account of the change, so that history and memory never differ: no
 * pending parts, nothing twice, only what is new.
 *
 * Not here: storing, telling, permission.
 */
import * as Y from 'yjs';
import type { LoadedDocument } from '../store/ports';
import { guardUpdate, type AcceptedUpdate, type GuardView } from './update-guard';
import { applyInPieces, WatchedStructs } from './watched-apply';

export type Applied =
  | {
      status: 'applied';
      /** The change as an update; null where the document had it all. */
      news: Uint8Array | null;
      /** Yjs tidied up formatting meanwhile: the sender has not seen all of `news` either. */
      byServerToo: boolean;
      /** Parts hung on something unknown and were thrown away. */
      leftover: boolean;
      newClients: number[];
    }
  /** The document in memory can no longer be trusted; `reason` is for the log. */
  | { status: 'broken'; reason: string };

/** Types in types. Editors nest lists a few levels deep; thousands overflow the stack of whoever deletes them. */
export const maxNesting = 100;
/** What one change may cost everyone: a moment, and more for many structs, which take Yjs some µs each. */
const maxApplyMs = 200;
const msPerStruct = 0.02;
const longestApplyMs = 500;

export class LoadedDoc {
  readonly doc = new Y.Doc();
  readonly #structs = WatchedStructs.watch(this.doc);
  readonly #owners = new Map<number, string>();
  #news: Uint8Array[] = [];
  #byServerToo = false;
  /** What the stored form takes, bytes; at most, since what was deleted is counted until it is measured anew. */
  #bytes = 0;
  #measured = -1;

  constructor(stored: LoadedDocument) {
    const parts = stored.snapshot ? [stored.snapshot, ...stored.updates] : stored.updates;
    this.doc.transact(() => {
      for (const part of parts) Y.applyUpdate(this.doc, part);
    });
    dropPending(this.doc);
    for (const part of parts) this.#bytes += part.length;
    for (const { clientId, personId } of stored.clients) this.#owners.set(clientId, personId);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#news.push(update);
      if (origin !== applying) this.#byServerToo = true;
    });
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  ownerOf(client: number): string | undefined {
    return this.#owners.get(client);
  }

  viewOf(personId: string): GuardView {
    return {
      personId,
      clockOf: (client) => Y.getState(this.doc.store, client),
      ownerOf: (client) => this.#owners.get(client),
    };
  }

  /** Whether `more` bytes would exceed `limit`. Encodes the whole document only where the estimate says so. */
  isFull(more: number, limit: number): boolean {
    if (this.#bytes + more <= limit) return false;
    if (this.#measured !== this.#bytes) {
      this.#bytes = Y.encodeStateAsUpdate(this.doc).length;
      this.#measured = this.#bytes;
    }
    return this.#bytes + more > limit;
  }

  apply(update: Uint8Array, accepted: AcceptedUpdate, personId: string): Applied {
    const work = accepted.structs + accepted.ranges;
    this.#news = [];
    this.#byServerToo = false;
    try {
      this.#structs.within(Math.min(longestApplyMs, maxApplyMs + work * msPerStruct), () => {
        this.#applyTrimmed(update, accepted, personId);
      });
    } catch (error) {
      return { status: 'broken', reason: String(error) };
    }
    const leftover = dropPending(this.doc);
    if (accepted.nests && this.#nestsTooDeep(accepted))
      return { status: 'broken', reason: 'nested too deep' };
    return this.#applied(accepted, personId, leftover);
  }

  #applied(accepted: AcceptedUpdate, personId: string, leftover: boolean): Applied {
    const newClients = accepted.newClients.filter((client) => Y.getState(this.doc.store, client) > 0);
    for (const client of newClients) this.#owners.set(client, personId);
    const news = this.#news.length === 0 ? null : Y.mergeUpdates(this.#news);
    this.#bytes += news?.length ?? 0;
    return { status: 'applied', news, byServerToo: this.#byServerToo, leftover, newClients };
  }

  /** Without what the document has: Yjs would split its own items along the repetition, and so could be misled. */
  #applyTrimmed(update: Uint8Array, accepted: AcceptedUpdate, personId: string): void {
    if (!accepted.repeats) return this.#applyAll(update, accepted);
    const trimmed = Y.diffUpdate(update, Y.encodeStateVector(this.doc));
    const verdict = guardUpdate(trimmed, this.viewOf(personId));
    if (verdict.verdict === 'ok') this.#applyAll(trimmed, verdict);
  }

  #applyAll(update: Uint8Array, accepted: AcceptedUpdate): void {
    applyInPieces(this.doc, update, accepted, applying, () => this.#structs.look());
  }

  #nestsTooDeep({ fresh }: AcceptedUpdate): boolean {
    return fresh.some(({ client, from }) => {
      const structs = this.doc.store.clients.get(client) ?? [];
      for (let at = structs.length - 1; at >= 0; at--) {
        const struct = structs[at];
        if (!struct || struct.id.clock + struct.length <= from) return false;
        if (struct instanceof Y.Item && struct.content instanceof Y.ContentType && isDeep(struct))
          return true;
      }
      return false;
    });
  }
}

const applying = Symbol('applying');

function isDeep(item: Y.Item): boolean {
  let above: Y.Item | null = item;
  for (let depth = 0; above; depth++) {
    if (depth > maxNesting) return true;
    above = above.parent instanceof Y.AbstractType ? above.parent._item : null;
  }
  return false;
}

/** Parts that wait for something unknown would wait in memory for ever. Says whether there were any. */
function dropPending(doc: Y.Doc): boolean {
  const { store } = doc;
  const had = store.pendingStructs !== null || store.pendingDs !== null;
  store.pendingStructs = null;
  store.pendingDs = null;
  return had;
}
