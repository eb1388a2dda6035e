/**
 * What the server asks of storage. Asynchronous, although SQLite is not, so that PostgreSQL fits behind it.
 *
 * Every promise that reports a write resolves only after the write is flushed to disk: whoever awaits it may tell
 * people. Writes that arrive together may share one transaction and one flush. One contract suite
 * (store/contract) says exactly what each method does; every adapter passes it.
 *
 * A promise rejects where the disk fails, and where only a mistaken caller asks: misnumbered events, the same
 * document twice, an unknown document. Nothing is stored then. Ids, names and other keys are well-formed text
 * without NUL: a write with another one rejects, a lookup finds nothing. Free text and JSON may hold anything.
 */
import type { SealedEvent } from '@mufakat/record';

export interface Store extends EventStore, BallotStore, DocumentStore, AccessStore {
  /** Writes something and reads it back, to see whether the store is well; rejects where it is not. */
  check(): Promise<void>;
  /** Finishes what is queued, then closes. Calls after it reject, but closing twice is closing. */
  close(): Promise<void>;
}

export interface StreamRef {
  id: string;
  kind: 'coalition' | 'meeting';
  /** For a meeting: its coalition. */
  parent: string | null;
}

/** Rows that find something from outside its stream; written in the transaction of the events that cause them. */
export type IndexRow =
  | { row: 'document'; name: string }
  /** A document that is there already belongs to this stream from now on; rejects where there is none. */
  | { row: 'moved-document'; name: string }
  /** After `deadline`, server time, the box takes nothing more. */
  | { row: 'box'; pollId: string; deadline?: number }
  /** The box is closed and keeps nothing; that ballots were cast stays known by their ids. */
  | { row: 'emptied'; pollId: string }
  | { row: 'link'; linkId: string; personId: string }
  | { row: 'no-link'; linkId: string }
  /** A stream holds at most one code; a new one replaces it. Another's is free once the last event's `at` is its `until`. */
  | { row: 'code'; code: string; until: number }
  | { row: 'no-code' }
  /** The stream, with its children, is to be deleted at this time. */
  | { row: 'expires'; at: number }
  /** How many months the stream keeps its children after they closed; null: for ever, as without a word. */
  | { row: 'kept'; months: number | null }
  /** The stream closed at this time. */
  | { row: 'closed'; at: number }
  | { row: 'reopened' }
  /** Words of the stream that its children, which copied them, are to erase as well. */
  | { row: 'forgotten'; wordsIds: readonly string[] }
  /**
   * What a closing box keeps for the record, as JSON; its ballots by voter go for ever, with what was written in them.
   * That each of them was cast stays known by its id.
   */
  | { row: 'published'; pollId: string; ballots: readonly unknown[] }
  /** Deletes the openings of these words in this stream, for ever. */
  | { row: 'erase'; wordsIds: readonly string[] }
  /** Rejects where the session is gone. */
  | { row: 'seat'; sessionHash: string; personId: string }
  /** Takes the person's seats in this stream from every session but `except`. */
  | { row: 'no-seats'; personId: string; except: string | null };

export interface AppendRequest {
  stream: StreamRef;
  /** Seq of the last event that the caller has folded; 0 creates the stream. */
  expectedSeq: number;
  /** Numbered from expectedSeq + 1. */
  events: readonly SealedEvent[];
  /** The client's id of the command, unique for ever; null for the server's own acts. */
  commandId: string | null;
  rows: readonly IndexRow[];
}

export type AppendAnswer =
  | { status: 'stored' }
  /** The stream has moved on: fold what is new and decide again. */
  | { status: 'conflict'; seq: number }
  /** The command id was stored before; nothing was written now. */
  | { status: 'repeated'; stream: string; seq: number }
  /** A code that another stream holds. */
  | { status: 'code-taken' };

export interface EventStore {
  append(request: AppendRequest): Promise<AppendAnswer>;
  /** Events after `afterSeq` in order, at most `limit`, with the openings that are left. */
  readEvents(stream: string, afterSeq: number, limit: number): Promise<SealedEvent[]>;
  findStream(id: string): Promise<(StreamRef & { seq: number }) | null>;
  /** Children in order of creation. */
  childStreams(parent: string): Promise<StreamRef[]>;
  /** Streams that have an end, the nearest first. */
  expiringStreams(): Promise<{ stream: string; at: number }[]>;
  /** Streams that keep their children for so many months only, in order of their ids. */
  terms(): Promise<{ stream: string; months: number }[]>;
  /** Children that closed before this time and were not opened again since, those that closed first before others. */
  closedBefore(parent: string, at: number): Promise<string[]>;
  /** Streams that have forgotten words, in order of their ids. */
  forgetfulStreams(): Promise<string[]>;
  /** Children that still hold words which their parent has forgotten, in order of creation. */
  wordsLeft(parent: string): Promise<{ stream: string; wordsIds: string[] }[]>;
  /**
   * Streams that an older program wrote may be missing from the four answers above until they are indexed: at most
   * `limit` of them now. Answers with how many that were; 0 once there is none.
   */
  indexOlder(limit: number): Promise<number>;
  findCommand(commandId: string): Promise<{ stream: string; seq: number } | null>;
  /**
   * Deletes streams with everything that is theirs (events, words, boxes, ballots, documents, links, codes, seats) in
   * one transaction, once those of their documents that `kept` names have gone to the stream that it says. The ids of
   * their commands stay used for ever. A stream that is not there is no matter; a document to keep, or its new stream,
   * must be there; one that has gone elsewhere already stays there.
   */
  deleteStreams(streams: readonly string[], kept: readonly DocumentMove[]): Promise<void>;
}

export interface DocumentMove {
  name: string;
  /** The stream to which it goes. */
  to: string;
}

export interface BallotRow {
  voter: string;
  castBy: string;
  choice: unknown;
}

export interface CastRequest extends BallotRow {
  pollId: string;
  /** The client's id of this ballot; sent again it changes nothing. */
  ballotId: string;
  /** Server time, milliseconds. */
  at: number;
  /** The clock, read where the box has a deadline, with the box's row locked. */
  now?: () => number;
  /** Whether a voice that was given stays as it is. */
  once?: boolean;
}

export type CastAnswer =
  | 'stored'
  /** This very ballot id was stored before, for this voter and poll. */
  | 'repeated'
  | 'closed'
  /** The deadline of the box is over. */
  | 'late'
  /** Given before, and given once. */
  | 'given'
  | 'unknown'
  /** The id belongs to another voter or poll. */
  | 'id-used';

export interface BallotStore {
  /**
   * Locks the poll's row, checks that it is open, keeps the ballot as the voter's only one. An id that was ever
   * stored answers 'repeated', also after a newer ballot or the close, and changes nothing.
   */
  castBallot(request: CastRequest): Promise<CastAnswer>;
  /**
   * Locks the poll's row, reads the box, and stores what `finish` makes of it, with the box closed, in one
   * transaction. `finish` is pure and synchronous; null leaves everything as it was.
   */
  closeBox(
    pollId: string,
    finish: (ballots: readonly BallotRow[]) => AppendRequest | null,
  ): Promise<AppendAnswer | { status: 'unknown' | 'closed' | 'left' }>;
  findBox(pollId: string): Promise<{ stream: string; status: 'open' | 'closed' } | null>;
  /** Open boxes whose deadline is over at `now`, the first to end first. */
  overdueBoxes(now: number): Promise<{ stream: string; pollId: string }[]>;
  /** The next deadline of an open box, server time; null where there is none. */
  nextDeadline(): Promise<number | null>;
  /** Ballots in order of voter key (of its UTF-8 bytes); none once the box was published. */
  readBallots(pollId: string): Promise<BallotRow[]>;
  /** What a closed box keeps for the record, in the order given. */
  readPublished(pollId: string): Promise<unknown[]>;
}

export interface DocumentUpdate {
  update: Uint8Array;
  by: string;
  /** Server time, milliseconds. */
  at: number;
  /** Client ids that this update is the first to use. */
  newClients: readonly number[];
}

/** An update in its document's history. */
export interface UpdateMark {
  /** 1 for the first. */
  n: number;
  by: string;
  /** Server time, milliseconds. */
  at: number;
}

export interface DocumentClient {
  clientId: number;
  personId: string;
}

export interface LoadedDocument {
  /** The newest snapshot and the updates after it, in order; together they are the document. */
  snapshot: Uint8Array | null;
  updates: Uint8Array[];
  /** Who first used each client id. */
  clients: DocumentClient[];
  /** Number of the last update, 0 where there is none. */
  last: number;
}

export interface DocumentStore {
  /** The stream that a document belongs to, or null: documents are made by events, never by asking. */
  findDocument(name: string): Promise<{ stream: string } | null>;
  /** Names of the stream's documents, in order of creation. */
  documentsOf(stream: string): Promise<string[]>;
  loadDocument(name: string): Promise<LoadedDocument>;
  /** Appends in order. Answers with the number of the last. */
  appendUpdates(name: string, updates: readonly DocumentUpdate[]): Promise<number>;
  /** Lays a snapshot beside the history, which is kept, up to and including update `last`. An older one that comes late is dropped. */
  putSnapshot(name: string, last: number, snapshot: Uint8Array): Promise<void>;
  /** Every update from the first, with who made it and when: the history. */
  readUpdates(name: string, after: number, limit: number): Promise<(UpdateMark & { update: Uint8Array })[]>;
  /** The same without the updates themselves. */
  readMarks(name: string, after: number, limit: number): Promise<UpdateMark[]>;
  /** Who first used each client id, in order of client ids, at most `limit`. */
  readClients(name: string, limit: number): Promise<DocumentClient[]>;
}

export interface SessionRow {
  /** SHA-256 of the token, hex; the token itself is nowhere on the server. */
  hash: string;
  createdAt: number;
  expiresAt: number;
}

export interface SeatRow {
  stream: string;
  kind: 'coalition' | 'meeting';
  personId: string;
}

export interface AccessStore {
  /** Again with the same hash: new times, the same seats. */
  putSession(session: SessionRow): Promise<void>;
  findSession(hash: string): Promise<SessionRow | null>;
  dropSession(hash: string): Promise<void>;
  /** Drops sessions whose time is over at `now`, with their seats, at most `limit`; answers with how many. */
  dropExpiredSessions(now: number, limit: number): Promise<number>;
  /** Seats a session in a stream as a person; a second device of one person is a second seat. */
  putSeat(sessionHash: string, stream: string, personId: string): Promise<void>;
  /** In order of entering. */
  seatsOf(sessionHash: string): Promise<SeatRow[]>;
  findSeat(sessionHash: string, stream: string): Promise<{ personId: string } | null>;
  findLink(linkId: string): Promise<{ stream: string; personId: string } | null>;
  findCode(code: string): Promise<{ stream: string; until: number } | null>;
}
