/**
 * Looks at a Yjs update (V1) before Yjs does: bytes from people we do not trust, read once, bounded, never throwing.
 *
 * What passes can be applied without an exception and, but for circles, without pending parts: every count fits the
 * bytes that are left, every block starts where the document's knowledge of its client ends or before, everything
 * that is referred to is known or in the update, new structs stand only under client ids that are this person's.
 * Blocks that the document already has may be anyone's: a reconnecting client sends them rightly.
 *
 * Not here: applying, and what only shows there: pending parts, depth (loaded-doc.ts), cost (watched-apply.ts).
 */
import { ByteReader } from './byte-reader';
import {
  formatContent,
  gcStruct,
  hasLeft,
  hasRight,
  hasSub,
  maxClock,
  refBits,
  skipContent,
  skipStruct,
  typeContent,
} from './update-content';

export interface GuardView {
  /** How far the document knows a client: its next clock. */
  clockOf(client: number): number;
  /** Who first used a client id. */
  ownerOf(client: number): string | undefined;
  personId: string;
}

export interface AcceptedUpdate {
  verdict: 'ok';
  /** Clients with new structs, from which clock they are new, and where they end. Empty: the update deletes at most. */
  fresh: { client: number; from: number; to: number }[];
  /** Those of them that nobody has used before. */
  newClients: number[];
  /** Whether new structs hold types (elements, texts, maps), which may nest. */
  nests: boolean;
  /** Whether new structs begin or end formatting, so that Yjs may tidy up after them. */
  formats: boolean;
  /** Whether it repeats structs that the document has. */
  repeats: boolean;
  /** Whether a block leaves structs out. */
  skips: boolean;
  /** Clients that it has structs of. */
  blocks: number;
  /** Structs, and ranges of deletes: the measure of the work. */
  structs: number;
  ranges: number;
  /** Where the structs of the last block begin, and the delete set, in bytes. */
  structsAt: number;
  deletesAt: number;
}

export type GuardVerdict =
  | AcceptedUpdate
  /** Builds on something that the document does not have: ask for everything anew. */
  | { verdict: 'gap' }
  /** New structs under a client id of someone else. */
  | { verdict: 'foreign'; client: number }
  | { verdict: 'malformed' };

export const maxBlocks = 64;
const maxClients = 2 ** 32;

export function guardUpdate(update: Uint8Array, view: GuardView): GuardVerdict {
  return new UpdateGuard(update, view).judge();
}

class UpdateGuard {
  readonly #reader: ByteReader;
  readonly #view: GuardView;
  /** Where each block of this update ends, once it is read. */
  readonly #ends = new Map<number, number>();
  /** Clocks that must be known when the update ends, of clients that were not known so far. */
  #needs: Map<number, number> | null = null;
  #gap = false;
  #foreign = -1;
  readonly #ok: AcceptedUpdate = {
    verdict: 'ok',
    fresh: [],
    newClients: [],
    nests: false,
    formats: false,
    repeats: false,
    skips: false,
    blocks: 0,
    structs: 0,
    ranges: 0,
    structsAt: 0,
    deletesAt: 0,
  };

  constructor(update: Uint8Array, view: GuardView) {
    this.#reader = new ByteReader(update);
    this.#view = view;
  }

  judge(): GuardVerdict {
    const reader = this.#reader;
    const blocks = reader.varUint(maxBlocks + 1);
    for (let done = 0; done < blocks && !reader.failed; done++) this.#block();
    this.#deleteSet();
    if (reader.failed || reader.left > 0) return { verdict: 'malformed' };
    if (this.#foreign >= 0) return { verdict: 'foreign', client: this.#foreign };
    return this.#gap || this.#lacksSomething() ? { verdict: 'gap' } : this.#ok;
  }

  #block(): void {
    const reader = this.#reader;
    const structs = reader.varUint(maxClock);
    const client = reader.varUint(maxClients);
    const clock = reader.varUint(maxClock);
    if (structs === 0 || 2 * structs > reader.left || this.#ends.has(client)) reader.fail();
    this.#ok.blocks += 1;
    this.#ok.structs += structs;
    this.#ok.structsAt = reader.pos;
    const known = this.#view.clockOf(client);
    const reached = this.#structs(structs, client, clock, known);
    this.#ends.set(client, reached);
    if (reached > known) this.#addFresh(client, known, reached);
  }

  /**
   * Skips so many structs; answers with how far their client is known then. Nothing but the loop: V8 optimises a loop
   * while it runs, and throws that away again and again for what comes after it.
   */
  #structs(count: number, client: number, from: number, known: number): number {
    const reader = this.#reader;
    let clock = from;
    let reached = known;
    for (let done = 0; done < count && !reader.failed; done++) {
      const info = reader.byte();
      const end = clock + this.#struct(info, client, clock);
      if (end === clock || end >= maxClock) reader.fail();
      if ((info & refBits) !== skipStruct) reached = this.#reach(info, known, reached, clock, end);
      else this.#ok.skips = true;
      clock = end;
    }
    return reached;
  }

  /** Skips one struct; answers with its length. */
  #struct(info: number, client: number, clock: number): number {
    const reader = this.#reader;
    const ref = info & refBits;
    if (ref === gcStruct || ref === skipStruct) return reader.varUint(maxClock);
    if (info & hasLeft) this.#id(client, clock);
    if (info & hasRight) this.#id(client, clock);
    if (!(info & (hasLeft | hasRight))) this.#parent(info, client, clock);
    return skipContent(reader, ref);
  }

  #parent(info: number, client: number, clock: number): void {
    if (this.#reader.varUint(2) === 1) this.#reader.skipText();
    else this.#id(client, clock);
    if (info & hasSub) this.#reader.skipText();
  }

  /** A reference: back along one's own clock, or to what is or becomes known of someone else. */
  #id(client: number, clock: number): void {
    const toClient = this.#reader.varUint(maxClients);
    const toClock = this.#reader.varUint(maxClock);
    if (toClient === client) {
      // Yjs takes one's own past for granted and throws where it is not there.
      if (toClock >= clock) this.#reader.fail();
    } else if (toClock >= this.#view.clockOf(toClient)) this.#need(toClient, toClock);
  }

  #need(client: number, clock: number): void {
    this.#needs ??= new Map();
    this.#needs.set(client, Math.max(clock, this.#needs.get(client) ?? 0));
  }

  /** How far the block's client is known after this struct. */
  #reach(info: number, known: number, reached: number, clock: number, end: number): number {
    if (clock < known) this.#ok.repeats = true;
    if (clock > reached) this.#gap = true;
    if (end <= reached) return reached;
    if ((info & refBits) === typeContent) this.#ok.nests = true;
    if ((info & refBits) === formatContent) this.#ok.formats = true;
    return end;
  }

  #addFresh(client: number, from: number, to: number): void {
    const owner = this.#view.ownerOf(client);
    if (owner === undefined && from === 0) this.#ok.newClients.push(client);
    else if (owner !== this.#view.personId) this.#foreign = client;
    this.#ok.fresh.push({ client, from, to });
  }

  #deleteSet(): void {
    const reader = this.#reader;
    this.#ok.deletesAt = reader.pos;
    const clients = reader.varUint(maxClock);
    // A client that came twice could bring the same range twice, and Yjs walks each range anew.
    const seen = clients > 1 ? new Set<number>() : null;
    if (2 * clients > reader.left) reader.fail();
    for (let done = 0; done < clients && !reader.failed; done++) {
      const client = reader.varUint(maxClients);
      if (seen?.has(client)) reader.fail();
      seen?.add(client);
      this.#ranges(client);
    }
  }

  /** Ranges of one client: ascending, apart, as every Yjs writes them. */
  #ranges(client: number): void {
    const reader = this.#reader;
    const ranges = reader.varUint(maxClock);
    if (2 * ranges > reader.left) reader.fail();
    let end = 0;
    for (let done = 0; done < ranges && !reader.failed; done++) {
      const start = reader.varUint(maxClock);
      const length = reader.varUint(maxClock);
      if (start < end || length === 0) reader.fail();
      end = start + length;
    }
    if (end >= maxClock) reader.fail();
    this.#ok.ranges += ranges;
    if (end > this.#knownAfter(client)) this.#gap = true;
  }

  #lacksSomething(): boolean {
    for (const [client, clock] of this.#needs ?? []) {
      if (clock >= this.#knownAfter(client)) return true;
    }
    return false;
  }

  #knownAfter(client: number): number {
    return this.#ends.get(client) ?? this.#view.clockOf(client);
  }
}
