/**
 * Streams that were written before there was an index of what the day's tidying looks for (the fourth migration): their
 * records are read once, a few at a time, and what they say is written as it is for newer ones with their events. Each
 * is read in the transaction that marks it, so that nothing which is stored meanwhile is missed or undone.
 *
 * It knows events as they were then, of version 1; those to come bring their rows along.
 */
import type { IndexTables } from './index-tables';
import { integerOf, jsonOf, textOf, wordOf } from './row';
import { prepareAll, type Database, type Row } from './statement';

const SQL = {
  next: 'SELECT id, kind FROM streams WHERE indexed = 0 ORDER BY n LIMIT ?',
  phase:
    `SELECT type, at FROM events WHERE stream = ? AND type IN ('meeting.closed', 'meeting.reopened') ` +
    'ORDER BY seq DESC LIMIT 1',
  changed: `SELECT body FROM events WHERE stream = ? AND type = 'coalition.changed' ORDER BY seq DESC LIMIT 1`,
  removed: `SELECT body FROM events WHERE stream = ? AND type = 'partner.removed'`,
  indexed: 'UPDATE streams SET indexed = 1 WHERE id = ?',
};

/** Indexes at most so many; answers with how many there were to index. */
export function olderStreams(db: Database, { write }: Pick<IndexTables, 'write'>): (limit: number) => number {
  const sql = prepareAll(db, SQL);

  function indexMeeting(stream: string): void {
    const last = sql.phase.get([stream]);
    if (last && textOf(last, 'type') === 'meeting.closed')
      write(stream, { row: 'closed', at: integerOf(last, 'at') });
  }

  function indexCoalition(stream: string): void {
    const changed = sql.changed.get([stream]);
    const months = changed ? fieldOf(changed, 'retentionMonths') : null;
    if (typeof months === 'number') write(stream, { row: 'kept', months });
    for (const removed of sql.removed.all([stream]))
      write(stream, { row: 'forgotten', wordsIds: textsOf(fieldOf(removed, 'wordsIds')) });
  }

  return (limit) => {
    const found = sql.next.all([limit]);
    for (const row of found) {
      const stream = textOf(row, 'id');
      if (wordOf(row, 'kind', ['coalition', 'meeting']) === 'meeting') indexMeeting(stream);
      else indexCoalition(stream);
      sql.indexed.run([stream]);
    }
    return found.length;
  };
}

function fieldOf(row: Row, name: string): unknown {
  const body = jsonOf(row, 'body');
  if (typeof body !== 'object' || body === null) throw new Error('a body is an object');
  return Object.entries(body).find(([key]) => key === name)?.[1] ?? null;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
