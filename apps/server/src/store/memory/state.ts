/**
 * What the memory store holds, and the journal that takes back the changes of a unit that failed: every change
 * goes through it.
 */
import type { Opening, SealedEvent } from '@mufakat/record';
import type { SessionRow, StreamRef, UpdateMark } from '../ports';

export type StoredEvent = Omit<SealedEvent, 'body' | 'openings'> & { body: string; wordsIds: string[] };

export interface StoredStream {
  ref: StreamRef;
  /** Of the last event. */
  seq: number;
  events: StoredEvent[];
}

export interface StoredBox {
  stream: string;
  closed: boolean;
  deadline: number | null;
  /** JSON, once closed. */
  published: string | null;
  ballots: Map<string, { castBy: string; choice: string }>;
}

export interface StoredDocument {
  stream: string;
  updates: (UpdateMark & { update: Uint8Array })[];
  clients: Map<number, string>;
  snapshot: { last: number; bytes: Uint8Array } | null;
}

export interface StoredSeat {
  /** Order of entering. */
  n: number;
  session: string;
  stream: string;
  personId: string;
}

export function emptyState() {
  return {
    streams: new Map<string, StoredStream>(),
    /** By keyOf(stream, seq, words id). */
    openings: new Map<string, Opening>(),
    commands: new Map<string, { stream: string; seq: number }>(),
    boxes: new Map<string, StoredBox>(),
    ballotIds: new Map<string, { pollId: string; voter: string }>(),
    documents: new Map<string, StoredDocument>(),
    sessions: new Map<string, SessionRow>(),
    /** By keyOf(session, stream). */
    seats: new Map<string, StoredSeat>(),
    links: new Map<string, { stream: string; personId: string }>(),
    expiries: new Map<string, { stream: string; at: number }>(),
    terms: new Map<string, { stream: string; months: number }>(),
    closings: new Map<string, { stream: string; at: number }>(),
    /** By keyOf(stream, words id). */
    forgotten: new Map<string, { stream: string; wordsId: string }>(),
    codes: new Map<string, { stream: string; until: number }>(),
    journal: journal(),
  };
}

export type State = ReturnType<typeof emptyState>;

export function keyOf(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}

export type Journal = ReturnType<typeof journal>;

function journal() {
  let undo: (() => void)[] = [];
  function set<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
    const before = map.get(key);
    undo.push(() => void (before === undefined ? map.delete(key) : map.set(key, before)));
    map.set(key, value);
  }
  return {
    set,
    /** A row that must not be there yet. */
    add<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
      if (map.has(key)) throw new Error(`stored twice: ${String(key)}`);
      set(map, key, value);
    },
    drop<Key, Value>(map: Map<Key, Value>, key: Key): void {
      const before = map.get(key);
      if (before !== undefined) undo.push(() => void map.set(key, before));
      map.delete(key);
    },
    push<Item>(list: Item[], item: Item): void {
      const { length } = list;
      undo.push(() => (list.length = length));
      list.push(item);
    },
    change<Row extends object>(row: Row, changes: Partial<Row>): void {
      const before = { ...row };
      undo.push(() => Object.assign(row, before));
      Object.assign(row, changes);
    },
    forget(): void {
      undo = [];
    },
    takeBack(): void {
      for (const step of undo.reverse()) step();
      undo = [];
    },
  };
}
