/** Streams deleted in memory, with everything that is theirs; the ids of their commands stay. */
import type { DocumentMove } from '../ports';
import { writeIndexRow } from './memory-index';
import { keyOf, type State } from './state';

export function memoryDeletion(state: State) {
  const { streams, openings, boxes, ballotIds, documents, seats, links, codes, journal } = state;
  const { expiries, terms, closings, forgotten } = state;

  function dropWhere<Key, Row>(map: Map<Key, Row>, isTheirs: (row: Row, key: Key) => boolean): void {
    for (const [key, row] of [...map]) if (isTheirs(row, key)) journal.drop(map, key);
  }

  function deleteStream(stream: string): void {
    for (const { seq, wordsIds } of streams.get(stream)?.events ?? []) {
      for (const wordsId of wordsIds) journal.drop(openings, keyOf(stream, seq, wordsId));
    }
    dropWhere(ballotIds, ({ pollId }) => boxes.get(pollId)?.stream === stream);
    const rows = [boxes, documents, seats, links, codes, expiries, terms, closings, forgotten];
    for (const map of rows as Map<string, { stream: string }>[]) {
      dropWhere(map, (row) => row.stream === stream);
    }
    journal.drop(streams, stream);
  }

  return {
    deleteStreams(gone: readonly string[], kept: readonly DocumentMove[]): void {
      for (const { name, to } of kept) {
        const home = documents.get(name)?.stream;
        if (home !== undefined && !gone.includes(home)) continue;
        if (!streams.has(to)) throw new Error(`no such stream: ${to}`);
        writeIndexRow(state, to, { row: 'moved-document', name });
      }
      gone.forEach(deleteStream);
    },
  };
}
