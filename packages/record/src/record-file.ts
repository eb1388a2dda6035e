/**
 * The record as one file: every event of a stream, the ballot boxes of its closed polls, and a digest.
 * The file is its own canonical JSON and a line end, so that equal records are equal byte for byte.
 *
 * The digest is over everything else in the file. It catches a damaged copy; whether a whole record was
 * rewritten shows only against its head, which is why the head is read aloud at the close (head-words.ts).
 */
import { linkHash, genesis, type SealedEvent, type StubEvent } from './chain';
import { domainHash } from './hash';
import { canonicalJson, type JsonObject, type JsonValue } from './json';

/** The ballots of a closed poll, in the order of their canonical JSON, which says nothing of who cast when. */
export type Box = { pollId: string; ballots: JsonValue[] };

export type RecordFile = {
  format: 'mufakat-record';
  version: 1;
  stream: string;
  /** The link of the last event, or the stream's genesis. */
  head: string;
  /** A stub stands where the person who took the file may not see the event; the chain holds all the same. */
  events: (SealedEvent | StubEvent)[];
  boxes: Box[];
  digest: string;
};

export type RecordParts = {
  stream: string;
  events: readonly (SealedEvent | StubEvent)[];
  boxes: readonly Box[];
};

/** The bytes of the file. Ballots and boxes are put in order; events are taken as they come. */
export function writeRecord({ stream, events, boxes }: RecordParts): string {
  const file: Omit<RecordFile, 'digest'> = {
    format: 'mufakat-record',
    version: 1,
    stream,
    head: headOf(stream, events),
    events: [...events],
    boxes: sortedBoxes(boxes),
  };
  return `${canonicalJson({ ...file, digest: fileDigest(file) })}\n`;
}

function headOf(stream: string, events: readonly StubEvent[]): string {
  const last = events.at(-1);
  return last ? linkHash(last) : genesis(stream);
}

/** Over every key of the file but `digest` itself. */
export function fileDigest(file: JsonObject): string {
  const { digest: _, ...rest } = file;
  return domainHash('file', rest);
}

/** What `poll.closed` and `question.closed` carry. The order in which ballots are given does not matter. */
export function boxHash(pollId: string, ballots: readonly JsonValue[]): string {
  return domainHash('box', { pollId, ballots: sortedBallots(ballots) });
}

export function sortedBallots(ballots: readonly JsonValue[]): JsonValue[] {
  return sortedBy(ballots, canonicalJson);
}

function sortedBoxes(boxes: readonly Box[]): Box[] {
  const ordered = boxes.map(({ pollId, ballots }) => ({ pollId, ballots: sortedBallots(ballots) }));
  return sortedBy(ordered, canonicalJson);
}

/** By the code units of the keys, the order of canonical JSON itself. */
function sortedBy<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const keyed = values.map((value) => ({ key: keyOf(value), value }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ value }) => value);
}
