/**
 * Events for someone who joins, made once for all who join at the same event and may see the same: many of them small, as
 * JSON, deflated, in base64; the few after those as the frame that tells of events. In a hall, hundreds come within a
 * second, on lines that carry little.
 *
 * Nothing is kept that has been erased since: whoever holds this calls `drop` when the record changes.
 */
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { wireLimits, type EventsFrame, type PackFrame, type WireEvent } from '@mufakat/protocol';
import { framed, type Framed } from './framed';

export interface EventPack {
  /** Number of the last event in it. */
  upTo: number;
  framed: Framed<'pack'>;
}

export type PackSpan = Pick<PackFrame, 'meetingId' | 'afterSeq' | 'upTo'>;

const deflate = promisify(deflateRaw);
/** Packs hold so many events, or a multiple of it, so that many joiners find the same one; fewer are sent as they are. */
const step = 64;
/** The hashes in it do not get smaller, however long one tries. */
const level = 3;
const maxKept = 8;

/** How many of so many events go into a pack. */
export function packable(events: number): number {
  const count = Math.min(events, wireLimits.eventsPerPack);
  return count - (count % step);
}

export class EventPacks {
  readonly #made = new Map<string, Promise<EventPack>>();
  /** What was told last of the few events after a pack, and to whom it may be told again. */
  #few: { key: string; frame: EventsFrame } | null = null;

  /** Of the events of a span, which some may see and others not: `hidden` are the numbers of those that come as stubs. */
  async of(
    span: PackSpan,
    hidden: readonly number[],
    events: () => readonly WireEvent[],
  ): Promise<EventPack | null> {
    if (span.upTo === span.afterSeq) return null;
    const key = keyOf(span, hidden);
    const made = this.#made.get(key) ?? pack(span, events());
    const [oldest] = this.#made.keys();
    if (oldest !== undefined && this.#made.size >= maxKept) this.#made.delete(oldest);
    this.#made.set(key, made);
    return made;
  }

  /** The same for few events, as they are. */
  few(span: PackSpan, hidden: readonly number[], events: () => WireEvent[]): EventsFrame | null {
    if (span.upTo === span.afterSeq) return null;
    const key = keyOf(span, hidden);
    if (this.#few?.key !== key)
      this.#few = { key, frame: { meetingId: span.meetingId, events: events() } };
    return this.#few.frame;
  }

  drop(): void {
    this.#made.clear();
    this.#few = null;
  }
}

function keyOf({ afterSeq, upTo }: PackSpan, hidden: readonly number[]): string {
  return `${afterSeq} ${upTo} ${hidden.join(',')}`;
}

async function pack(span: PackSpan, events: readonly WireEvent[]): Promise<EventPack> {
  const small = await deflate(JSON.stringify(events), { level });
  const frame: PackFrame = { ...span, events: small.toString('base64') };
  return { upTo: span.upTo, framed: framed('pack', frame) };
}
