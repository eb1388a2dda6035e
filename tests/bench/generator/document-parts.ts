/** What those who take part in a run over documents know of each other, as far as they need it. */
import type * as Y from 'yjs';
import type { DocumentJob, RoomPlace } from '../job';
import type { FrameCache } from './frame-cache';
import type { Histogram } from './histogram';
import type { RawSocket } from './raw-socket';

/** Who edited or moved, and what of theirs is new: [their index, first edit, last edit + 1, …]. */
export type News = readonly number[];

/** Someone whose doings are counted: those from `mark` on are measured, `got` counts how often those were seen. */
export interface Counted {
  readonly sentAt: Float64Array;
  mark: number;
  got: number;
}

export interface CountedWriter extends Counted {
  readonly firstClock: number;
  readonly editLength: number;
}

export interface RoomOfClients {
  readonly place: RoomPlace;
  readonly clients: ClientOnWire[];
  readonly writers: CountedWriter[];
  readonly pointers: Counted[];
  readonly writerOf: Map<number, number>;
  readonly pointerOf: Map<number, number>;
  readonly frames: FrameCache<News>;
  readonly prefix: Uint8Array;
}

export interface ClientOnWire {
  readonly room: RoomOfClients;
  readonly socket: RawSocket;
  readonly doc: Y.Doc | null;
  readonly announces: boolean;
  readonly awarenessId: number;
  readonly isSynced: boolean;
  updatesSent: number;
  saved: number;
  readOnly: string;
  stateAt(k: number): string;
  edited(news: News, now: number): void;
  moved(news: News, now: number): void;
  synced(now: number, bytes: number): void;
}

export interface WireOfClients {
  opened(client: ClientOnWire): void;
  received(
    client: ClientOnWire,
    buffer: Buffer,
    start: number,
    end: number,
    now: number,
    length: number,
  ): void;
  sendUpdate(client: ClientOnWire, bytes: Uint8Array): void;
  sendState(client: ClientOnWire, clock: number, state: string): void;
}

export interface RunOfClients {
  readonly job: DocumentJob;
  readonly wire: WireOfClients;
  readonly joins: Histogram;
  readonly editLatency: Histogram;
  readonly moveLatency: Histogram;
  gaps: number;
  lineEnded(error: Error | null): void;
}
