/**
 * What the generator is told: one job a process, as a JSON file whose path is its argument. The runner writes it; the
 * addresses and cookies in it are of a server that stands ready.
 */
export interface DocumentJob {
  of: 'documents';
  port: number;
  /** Server processes whose CPU and memory count. */
  pids: number[];
  wire: DocumentWireName;
  rooms: RoomPlace[];
  /** Of each room. */
  readers: number;
  writers: number;
  /** Of the readers, how many move a cursor. */
  pointers: number;
  /** Of each writer, a second. */
  editsPerS: number;
  movesPerS: number;
  /** Every reader shows a state of awareness when it comes in. */
  announces: boolean;
  /** A file of parts (documents.ts) that is brought into each room first. */
  document: string | null;
  /** How long is measured, where a mode takes its time. */
  seconds: number;
  mode: DocumentMode;
}

export type DocumentWireName = 'yws' | 'hocus' | 'ours';

export type DocumentMode =
  /** Edits and cursors at a steady rate. */
  | { kind: 'steady' }
  /** The rate rises until the latency's p99 (ms) is over the limit or something is lost. */
  | { kind: 'saturation'; p99Ms: number; maxEditsPerS: number }
  /** All readers at once. */
  | { kind: 'storm' }
  /** One join after the other. */
  | { kind: 'joins'; joins: number }
  /** Connections and documents that do nothing. */
  | { kind: 'idle' };

/** One document's address, and who comes in to it; cookies are '' or missing where the server asks for none. */
export interface RoomPlace {
  /** Of the upgrade request, with its query. */
  path: string;
  /** As Hocuspocus names it in each message. */
  name: string;
  preloader: string;
  writers: string[];
  readers: string[];
}

export interface EventJob {
  of: 'events';
  port: number;
  pids: number[];
  wire: EventWireName;
  clients: number;
  /** Of who speaks, a second. */
  rate: number;
  /** How long is measured, where a mode takes its time. */
  seconds: number;
  mode: EventMode;
  /** Ours: where they meet. */
  meeting: MeetingPlace | null;
}

export type EventWireName = 'socket.io' | 'ws' | 'ours';

export type EventMode =
  /** One speaks at a steady rate, everyone hears it. */
  | { kind: 'broadcast' }
  /** Everyone votes in the same instant. */
  | { kind: 'votes'; polls: number }
  /** Everyone comes in at once. */
  | { kind: 'storm' };

/** A meeting of ours that is open, and who is in it. */
export interface MeetingPlace {
  meetingId: string;
  /** Cookies. */
  chair: string;
  people: string[];
  /** The agenda item that runs. */
  itemId: string;
  /** Decisions whose text is frozen, one for each poll. */
  decisions: string[];
}

export type Job = DocumentJob | EventJob;
