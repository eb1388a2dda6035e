/** Rows of `events` and `openings` back into sealed events. */
import type { JsonObject, Opening, Openings, SealedEvent } from '@mufakat/record';
import { integerOf, jsonOf, textOf, textOrNull } from './row';
import type { Row } from './statement';

export function eventOf(row: Row, openings: Openings): SealedEvent {
  return {
    v: integerOf(row, 'v'),
    seq: integerOf(row, 'seq'),
    at: integerOf(row, 'at'),
    type: textOf(row, 'type'),
    by: textOrNull(row, 'by'),
    body: bodyOf(row),
    salt: textOf(row, 'salt'),
    prev: textOf(row, 'prev'),
    leaf: textOf(row, 'leaf'),
    openings,
  };
}

export function openingsBySeq(rows: readonly Row[]): Map<number, Openings> {
  const entries = new Map<number, [string, Opening][]>();
  for (const row of rows) {
    const seq = integerOf(row, 'seq');
    entries.set(seq, [...(entries.get(seq) ?? []), openingEntry(row)]);
  }
  // fromEntries defines its keys, so that an id "__proto__" stays an id.
  return new Map([...entries].map(([seq, ofEvent]) => [seq, Object.fromEntries(ofEvent)]));
}

function openingEntry(row: Row): [string, Opening] {
  return [textOf(row, 'words_id'), { salt: textOf(row, 'salt'), text: String(jsonOf(row, 'text')) }];
}

function bodyOf(row: Row): JsonObject {
  const body = jsonOf(row, 'body');
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Error('a body is an object');
  // What JSON.parse made is JSON all the way down.
  return body as JsonObject;
}
