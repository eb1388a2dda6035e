/**
 * Events for someone who joins, made once for all who may see the same: whole blocks of the record made small, as JSON,
 * deflated; the few after the last block as the frame that tells of events. In a hall, hundreds come within a
 * second, on lines that carry little, and a block stays as it is while the record grows.
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
/** Packs end at multiples of it; what follows the last is sent as it is. */
const block = 128;
/** The hashes in it do not get smaller, however long one tries. */
const level = 3;
const maxKept = 2 * Math.ceil(wireLimits.eventsPerPacks / block);

/** The packs of the events after `afterSeq` up to `seq`, in order: whole blocks, the first from where it is asked. */
export function blocksOf(meetingId: string, afterSeq: number, seq: number): PackSpan[] {
  const spans: PackSpan[] = [];
  for (let from = afterSeq, upTo = endOfBlock(from); upTo <= seq; from = upTo, upTo = endOfBlock(from))
    spans.push({ meetingId, afterSeq: from, upTo });
  return spans;
}

function endOfBlock(afterSeq: number): number {
  return afterSeq - (afterSeq % block) + block;
}

export class EventPacks {
  readonly #made = new Map<string, Promise<EventPack>>();
  /** What was told last of the few events after a pack, and to whom it may be told again. */
  #few: { key: string; frame: EventsFrame } | null = null;

  /** Of the events of a span, which some may see and others not: `hidden` are the numbers of those that come as stubs. */
  of(span: PackSpan, hidden: readonly number[], events: () => readonly WireEvent[]): Promise<EventPack> {
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
    if (this.#few?.key !== key) this.#few = { key, frame: { meetingId: span.meetingId, events: events() } };
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
  const frame: PackFrame = { ...span, events: small };
  return { upTo: span.upTo, framed: framed('pack', frame) };
}
