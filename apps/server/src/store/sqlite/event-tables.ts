/**
 * Streams, events with their openings, and the commands that caused them.
 *
 * `append` writes nothing unless it answers 'stored'; what it throws is undone by the transaction around it.
 */
import type { SealedEvent } from '@mufakat/record';
import { checkRequest, checkSameStream, codesOf, lastSeq, timeOf } from '../append-rules';
import type { AppendAnswer, AppendRequest, StreamRef } from '../ports';
import { jsonText } from '../stored-text';
import { eventOf, openingsBySeq } from './event-row';
import type { IndexTables } from './index-tables';
import { integerOf, textOf, textOrNull, wordOf } from './row';
import { prepareAll, type Database, type Row } from './statement';

const SQL = {
  stream: 'SELECT id, kind, parent, seq FROM streams WHERE id = ?',
  children: 'SELECT id, kind, parent FROM streams WHERE parent = ? ORDER BY n',
  addStream: 'INSERT INTO streams (id, kind, parent, seq, indexed) VALUES (?, ?, ?, 0, 1)',
  moveStream: 'UPDATE streams SET seq = ? WHERE id = ?',
  command: 'SELECT stream, seq FROM commands WHERE id = ?',
  addCommand: 'INSERT INTO commands (id, stream, seq) VALUES (?, ?, ?)',
  events: 'SELECT * FROM events WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?',
  addEvent:
    'INSERT INTO events (stream, seq, v, at, type, "by", body, salt, prev, leaf) ' +
    'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  openings: 'SELECT seq, words_id, salt, text FROM openings WHERE stream = ? AND seq > ? AND seq <= ?',
  addOpening: 'INSERT INTO openings (stream, seq, words_id, salt, text) VALUES (?, ?, ?, ?, ?)',
};

export function eventTables(db: Database, index: IndexTables) {
  const sql = prepareAll(db, SQL);

  function findStream(id: string): (StreamRef & { seq: number }) | null {
    const row = sql.stream.get([id]);
    return row ? { ...refOf(row), seq: integerOf(row, 'seq') } : null;
  }

  function findCommand(commandId: string): { stream: string; seq: number } | null {
    const row = sql.command.get([commandId]);
    return row ? { stream: textOf(row, 'stream'), seq: integerOf(row, 'seq') } : null;
  }

  /** Why nothing may be written, or null. */
  function obstacle(
    request: AppendRequest,
    known: (StreamRef & { seq: number }) | null,
  ): AppendAnswer | null {
    const { stream, commandId, expectedSeq, rows } = request;
    const earlier = commandId === null ? null : findCommand(commandId);
    if (earlier) return { status: 'repeated', ...earlier };
    const seq = known?.seq ?? 0;
    if (seq !== expectedSeq) return { status: 'conflict', seq };
    const taken = codesOf(rows).some((code) => index.isTaken(code, stream.id, timeOf(request)));
    return taken ? { status: 'code-taken' } : null;
  }

  function addEvent(stream: string, event: SealedEvent): void {
    const { seq, v, at, type, by, body, salt, prev, leaf, openings } = event;
    sql.addEvent.run([stream, seq, v, at, type, by, jsonText(body), salt, prev, leaf]);
    for (const [wordsId, opening] of Object.entries(openings)) {
      sql.addOpening.run([stream, seq, wordsId, opening.salt, jsonText(opening.text)]);
    }
  }

  function append(request: AppendRequest): AppendAnswer {
    checkRequest(request);
    const { id, kind, parent } = request.stream;
    const known = findStream(id);
    if (known) checkSameStream(known, request.stream);
    const answer = obstacle(request, known);
    if (answer) return answer;
    if (!known) sql.addStream.run([id, kind, parent]);
    for (const event of request.events) addEvent(id, event);
    if (request.commandId !== null) sql.addCommand.run([request.commandId, id, lastSeq(request)]);
    sql.moveStream.run([lastSeq(request), id]);
    for (const row of request.rows) index.write(id, row);
    return { status: 'stored' };
  }

  function readEvents(stream: string, afterSeq: number, limit: number): SealedEvent[] {
    const rows = sql.events.all([stream, afterSeq, limit]);
    const last = rows.at(-1);
    if (!last) return [];
    const openings = openingsBySeq(sql.openings.all([stream, afterSeq, integerOf(last, 'seq')]));
    return rows.map((row) => eventOf(row, openings.get(integerOf(row, 'seq')) ?? {}));
  }

  return {
    append,
    readEvents,
    findStream,
    findCommand,
    childStreams: (parent: string) => sql.children.all([parent]).map(refOf),
  };
}

function refOf(row: Row): StreamRef {
  return {
    id: textOf(row, 'id'),
    kind: wordOf(row, 'kind', ['coalition', 'meeting']),
    parent: textOrNull(row, 'parent'),
  };
}
