/**
 * What every store asks of an append before it writes anything: mistakes of the caller, which throw, apart
 * from the world's answers (conflict, repeated, code-taken), which each store finds in its own tables.
 */
import type { AppendRequest, IndexRow, StreamRef } from './ports';

export function checkRequest({ expectedSeq, events, rows }: AppendRequest): void {
  const misnumbered = events.find((event, index) => event.seq !== expectedSeq + 1 + index);
  if (misnumbered) throw new Error(`event ${misnumbered.seq} does not follow ${expectedSeq} in its request`);
  if (events.length === 0 && codesOf(rows).length > 0) {
    throw new Error('a code comes with the event that opens it');
  }
}

export function checkSameStream(known: StreamRef, asked: StreamRef): void {
  if (known.kind !== asked.kind || known.parent !== asked.parent) {
    throw new Error(`stream ${asked.id} is another kind of stream, or another's child`);
  }
}

export function lastSeq({ expectedSeq, events }: AppendRequest): number {
  return expectedSeq + events.length;
}

export function codesOf(rows: readonly IndexRow[]): string[] {
  return rows.flatMap((row) => (row.row === 'code' ? [row.code] : []));
}

/** The server's time of the request, by which a code that someone else holds has expired or not. */
export function timeOf({ events }: AppendRequest): number {
  return events.at(-1)?.at ?? 0;
}
