/**
 * Who points where, in one room: cursors and the like, never stored. One state per connection, under one client id
 * that no one else uses; what it says about the person is the server's. A first move goes out at once, further ones
 * of the same sender at most five times a second, those of several people in one frame where many move
 * (telling-pace.ts); the last always arrives.
 *
 * Stock clients send back every state that they hear of: only a connection's own is read. Receivers take a state
 * only with a higher clock, so the server counts on from what it has sent for an id.
 */
import { wireLimits } from '@mufakat/protocol';
import { awarenessFrame, type AwarenessEntry } from './frames';
import { TellingPace } from '../platform/telling-pace';
import { readOwnState, singleClient, type RawState } from './awareness-update';

/** A connection's place among those who point. */
export interface AwarenessSeat {
  readonly personId: string;
  user(): object;
  deliver(frame: Uint8Array): void;
}

interface Pointer {
  client: number | null;
  /** Came in and is not sent yet. */
  next: RawState | null;
  /** As others know it. */
  shown: AwarenessEntry | null;
  notBefore: number;
}

const minGapMs = wireLimits.coalesceMs;
const maxKnownClients = 4096;

export class RoomAwareness {
  readonly #pointers = new Map<AwarenessSeat, Pointer>();
  /** Of each client id: whose it is, and the last clock sent. */
  readonly #clients = new Map<number, { personId: string; clock: number }>();
  readonly #ownerOf: (client: number) => string | undefined;
  readonly #pace = new TellingPace();
  /** What a newcomer is told, until someone moves. */
  #everyone: Uint8Array | null = null;
  #runsAt = Infinity;
  #stopTimer: () => void = () => undefined;

  constructor(ownerOf: (client: number) => string | undefined) {
    this.#ownerOf = ownerOf;
  }

  join(seat: AwarenessSeat): void {
    this.#pointers.set(seat, { client: null, next: null, shown: null, notBefore: 0 });
  }

  /** States of the others; null where there are none. Of many who come at once, each is told the same bytes. */
  everyone(except: AwarenessSeat): Uint8Array | null {
    if (this.#pointers.get(except)?.shown) return frameOf(this.#shown().filter(([seat]) => seat !== except));
    this.#everyone ??= frameOf(this.#shown());
    return this.#everyone;
  }

  #shown(): [AwarenessSeat, AwarenessEntry][] {
    const shown: [AwarenessSeat, AwarenessEntry][] = [];
    for (const [seat, pointer] of this.#pointers) if (pointer.shown) shown.push([seat, pointer.shown]);
    return shown;
  }

  /** False for bytes that are no awareness update. */
  receive(seat: AwarenessSeat, update: Uint8Array): boolean {
    const pointer = this.#pointers.get(seat);
    if (!pointer) return true;
    pointer.client ??= this.#claim(seat, singleClient(update));
    const own = readOwnState(update, pointer.client);
    if (own === 'malformed') return false;
    if (own === 'absent' || own.bytes.length > wireLimits.awarenessBytes) return true;
    // A copy: a view would keep the whole frame alive.
    pointer.next = { clock: own.clock, bytes: own.bytes.slice() };
    this.#schedule(pointer.notBefore);
    return true;
  }

  /** Takes a state away: its sender may not show one any more. */
  withdraw(seat: AwarenessSeat): void {
    const pointer = this.#pointers.get(seat);
    if (!pointer) return;
    pointer.next = null;
    const gone = this.#hide(pointer);
    if (gone) this.#broadcast(new Map([[seat, gone]]));
  }

  leave(seat: AwarenessSeat): void {
    this.withdraw(seat);
    this.#pointers.delete(seat);
  }

  stop(): void {
    this.#stopTimer();
    this.#pointers.clear();
  }

  /** The id, if nobody else has used it in this room or document. A connection that hangs gives way to its person's next. */
  #claim(seat: AwarenessSeat, client: number | null): number | null {
    if (client === null) return null;
    const owner = this.#clients.get(client)?.personId ?? this.#ownerOf(client) ?? seat.personId;
    if (owner !== seat.personId) return null;
    for (const pointer of this.#pointers.values()) {
      if (pointer.client === client) Object.assign(pointer, { client: null, next: null, shown: null });
      this.#everyone = null;
    }
    this.#remember(client, seat.personId);
    return client;
  }

  #remember(client: number, personId: string): void {
    if (this.#clients.has(client)) return;
    const oldest = this.#clients.keys().next();
    if (this.#clients.size >= maxKnownClients && !oldest.done) this.#clients.delete(oldest.value);
    this.#clients.set(client, { personId, clock: -1 });
  }

  /** Runs at `notBefore` at the earliest; an earlier wish replaces a later one. */
  #schedule(notBefore: number): void {
    if (notBefore >= this.#runsAt) return;
    this.#stopTimer();
    this.#runsAt = notBefore;
    const run = () => {
      this.#runsAt = Infinity;
      this.#sendDue();
    };
    const now = performance.now();
    const waitMs = Math.max(notBefore - now, this.#pace.waitMs(now));
    if (waitMs <= 0) {
      const immediate = setImmediate(run);
      this.#stopTimer = () => clearImmediate(immediate);
    } else {
      const timeout = setTimeout(run, waitMs);
      this.#stopTimer = () => clearTimeout(timeout);
    }
  }

  #sendDue(): void {
    const now = performance.now();
    const due = new Map<AwarenessSeat, AwarenessEntry>();
    let nextAt = Infinity;
    for (const [seat, pointer] of this.#pointers) {
      if (!pointer.next) continue;
      if (pointer.notBefore > now) {
        nextAt = Math.min(nextAt, pointer.notBefore);
        continue;
      }
      const entry = this.#show(seat, pointer, pointer.next);
      pointer.next = null;
      pointer.notBefore = now + minGapMs;
      if (entry) due.set(seat, entry);
    }
    if (due.size > 0) this.#pace.tell(this.#pointers.size, () => this.#broadcast(due));
    if (nextAt < Infinity) this.#schedule(nextAt);
  }

  #show(seat: AwarenessSeat, pointer: Pointer, { clock, bytes }: RawState): AwarenessEntry | null {
    const state = shownState(bytes, seat.user());
    if (state === null) return this.#hide(pointer);
    pointer.shown = this.#entry(pointer, clock, state);
    this.#everyone = null;
    return pointer.shown;
  }

  #hide(pointer: Pointer): AwarenessEntry | null {
    if (!pointer.shown) return null;
    const gone = this.#entry(pointer, pointer.shown.clock, 'null');
    pointer.shown = null;
    this.#everyone = null;
    return gone;
  }

  #entry({ client }: Pointer, clock: number, state: string): AwarenessEntry | null {
    const known = client === null ? undefined : this.#clients.get(client);
    if (client === null || !known) return null;
    known.clock = Math.max(known.clock + 1, clock);
    return { client, clock: known.clock, state };
  }

  /** Nobody is sent their own state: a client that hears of itself with a newer clock answers, for ever. */
  #broadcast(entries: ReadonlyMap<AwarenessSeat, AwarenessEntry>): void {
    const all = awarenessFrame([...entries.values()]);
    for (const seat of this.#pointers.keys()) {
      if (!entries.has(seat)) seat.deliver(all);
      else if (entries.size > 1) seat.deliver(awarenessFrame(othersThan(seat, entries)));
    }
  }
}

function frameOf(shown: readonly (readonly [AwarenessSeat, AwarenessEntry])[]): Uint8Array | null {
  return shown.length > 0 ? awarenessFrame(shown.map(([, entry]) => entry)) : null;
}

function othersThan(
  seat: AwarenessSeat,
  entries: ReadonlyMap<AwarenessSeat, AwarenessEntry>,
): AwarenessEntry[] {
  return [...entries].flatMap(([one, entry]) => (one === seat ? [] : [entry]));
}

const decoder = new TextDecoder();

/** The state as others get it; null for none, for an empty one, and for what is no object. */
function shownState(bytes: Uint8Array, user: object): string | null {
  try {
    const state: unknown = JSON.parse(decoder.decode(bytes));
    if (typeof state !== 'object' || state === null || Array.isArray(state)) return null;
    return Object.keys(state).length === 0 ? null : JSON.stringify({ ...state, user });
  } catch {
    return null;
  }
}
