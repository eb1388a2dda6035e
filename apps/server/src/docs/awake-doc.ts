/**
 * A document as Yjs has it. Built from its bytes where Yjs must be asked: for changes that are not merely typed
 * (typed-updates.ts), for what a person lacks, for freezing, for a snapshot; and let go of afterwards (loaded-doc.ts).
 *
 * `apply` says what came of a change, and hands on Yjs' own account of it, so that history and memory never differ: no
 * pending parts, nothing twice, only what is new.
 *
 * Not here: storing, telling, permission.
 */
import * as Y from 'yjs';
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
      /** Where the clients of the change end now. */
      ends: [client: number, clock: number][];
    }
  /** The document can no longer be trusted; `reason` is for the log. */
  | { status: 'broken'; reason: string };

/** Types in types. Editors nest lists a few levels deep; thousands overflow the stack of whoever deletes them. */
export const maxNesting = 100;
/** What one change may cost everyone: a moment, and more for many structs, which take Yjs some µs each. */
const maxApplyMs = 200;
const msPerStruct = 0.02;
const longestApplyMs = 500;

export class AwakeDoc {
  readonly doc = new Y.Doc();
  readonly #structs = WatchedStructs.watch(this.doc);
  #news: Uint8Array[] = [];
  #byServerToo = false;

  constructor(parts: readonly Uint8Array[]) {
    this.takeIn(parts);
    dropPending(this.doc);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#news.push(update);
      if (origin !== applying) this.#byServerToo = true;
    });
  }

  /** Updates that were accepted before. */
  takeIn(updates: readonly Uint8Array[]): void {
    if (updates.length === 0) return;
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update);
    });
  }

  encoded(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  /** `patience`: how much longer it may take than where everyone waits. */
  apply(update: Uint8Array, accepted: AcceptedUpdate, patience = 1): Applied {
    const work = accepted.structs + accepted.ranges;
    this.#news = [];
    this.#byServerToo = false;
    try {
      this.#structs.within(patience * Math.min(longestApplyMs, maxApplyMs + work * msPerStruct), () => {
        this.#applyTrimmed(update, accepted);
      });
    } catch (error) {
      return { status: 'broken', reason: String(error) };
    }
    const leftover = dropPending(this.doc);
    if (accepted.nests && this.#nestsTooDeep(accepted))
      return { status: 'broken', reason: 'nested too deep' };
    return this.#applied(accepted, leftover);
  }

  #applied({ fresh, newClients }: AcceptedUpdate, leftover: boolean): Applied {
    const end = (client: number): number => Y.getState(this.doc.store, client);
    return {
      status: 'applied',
      news: this.#news.length === 0 ? null : Y.mergeUpdates(this.#news),
      byServerToo: this.#byServerToo,
      leftover,
      newClients: newClients.filter((client) => end(client) > 0),
      ends: fresh.map(({ client }) => [client, end(client)]),
    };
  }

  /** Without what the document has: Yjs would split its own items along the repetition, and so could be misled. */
  #applyTrimmed(update: Uint8Array, accepted: AcceptedUpdate): void {
    if (!accepted.repeats) return this.#applyAll(update, accepted);
    const trimmed = Y.diffUpdate(update, Y.encodeStateVector(this.doc));
    const verdict = guardUpdate(trimmed, this.#ownView());
    if (verdict.verdict === 'ok') this.#applyAll(trimmed, verdict);
  }

  /** Whose ids they are has been looked at. */
  #ownView(): GuardView {
    return {
      personId: '',
      clockOf: (client) => Y.getState(this.doc.store, client),
      ownerOf: () => '',
    };
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
