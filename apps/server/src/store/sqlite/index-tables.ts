/** The rows that an append brings along: what finds something from outside its stream, and erasure. */
import type { IndexRow } from '../ports';
import { jsonText } from '../stored-text';
import { integerOf, textOf } from './row';
import { prepareAll, type Database } from './statement';

const SQL = {
  addDocument: 'INSERT INTO documents (name, stream) VALUES (?, ?)',
  moveDocument: 'UPDATE documents SET stream = ? WHERE name = ?',
  addBox: `INSERT INTO boxes (poll_id, stream, status, deadline) VALUES (?, ?, 'open', ?)`,
  shutBox: `UPDATE boxes SET status = 'closed' WHERE poll_id = ?`,
  publish: 'UPDATE boxes SET published = ? WHERE poll_id = ?',
  dropBallots: 'DELETE FROM ballots WHERE poll_id = ?',
  addLink: 'INSERT INTO links (id, stream, person_id) VALUES (?, ?, ?)',
  dropLink: 'DELETE FROM links WHERE id = ? AND stream = ?',
  link: 'SELECT stream, person_id FROM links WHERE id = ?',
  addCode: 'INSERT INTO codes (code, stream, until) VALUES (?, ?, ?)',
  // The stream's former code, and another stream's that has expired.
  dropCodes: 'DELETE FROM codes WHERE stream = ? OR code = ?',
  dropCode: 'DELETE FROM codes WHERE stream = ?',
  code: 'SELECT stream, until FROM codes WHERE code = ?',
  expires:
    'INSERT INTO expiries (stream, at) VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET at = excluded.at',
  expiring: 'SELECT stream, at FROM expiries ORDER BY at, stream',
  keep: 'INSERT INTO terms (stream, months) VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET months = excluded.months',
  keepForEver: 'DELETE FROM terms WHERE stream = ?',
  terms: 'SELECT stream, months FROM terms ORDER BY stream',
  close:
    'INSERT INTO closings (stream, parent, at) SELECT id, parent, ? FROM streams WHERE id = ? ' +
    'ON CONFLICT (stream) DO UPDATE SET at = excluded.at',
  reopen: 'DELETE FROM closings WHERE stream = ?',
  closedBefore: 'SELECT stream FROM closings WHERE parent = ? AND at < ? ORDER BY at, stream',
  forget: 'INSERT INTO forgotten (stream, words_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  forgetful: 'SELECT DISTINCT stream FROM forgotten ORDER BY stream',
  wordsLeft:
    // CROSS: in this order, or every opening of every child is looked at.
    'SELECT DISTINCT streams.id, forgotten.words_id FROM forgotten ' +
    'CROSS JOIN streams ON streams.parent = forgotten.stream ' +
    'CROSS JOIN openings ON openings.stream = streams.id AND openings.words_id = forgotten.words_id ' +
    'WHERE forgotten.stream = ? ORDER BY streams.n, forgotten.words_id',
  erase: 'DELETE FROM openings WHERE stream = ? AND words_id = ?',
  addSeat:
    'INSERT INTO seats (session, stream, person_id) VALUES (?, ?, ?) ' +
    'ON CONFLICT (session, stream) DO UPDATE SET person_id = excluded.person_id',
  dropSeats: 'DELETE FROM seats WHERE stream = ? AND person_id = ? AND session IS NOT ?',
};

export type IndexTables = ReturnType<typeof indexTables>;

export function indexTables(db: Database) {
  const sql = prepareAll(db, SQL);

  function findCode(code: string): { stream: string; until: number } | null {
    const row = sql.code.get([code]);
    return row ? { stream: textOf(row, 'stream'), until: integerOf(row, 'until') } : null;
  }

  function findLink(linkId: string): { stream: string; personId: string } | null {
    const row = sql.link.get([linkId]);
    return row ? { stream: textOf(row, 'stream'), personId: textOf(row, 'person_id') } : null;
  }

  function putCode(stream: string, code: string, until: number): void {
    sql.dropCodes.run([stream, code]);
    sql.addCode.run([code, stream, until]);
  }

  function moveDocument(stream: string, name: string): void {
    if (sql.moveDocument.run([stream, name]) === 0) throw new Error(`no such document: ${name}`);
  }

  function publish(pollId: string, ballots: readonly unknown[]): void {
    sql.publish.run([jsonText(ballots), pollId]);
    sql.dropBallots.run([pollId]);
  }

  function write(stream: string, row: IndexRow): unknown {
    switch (row.row) {
      case 'document':
        return sql.addDocument.run([row.name, stream]);
      case 'moved-document':
        return moveDocument(stream, row.name);
      case 'box':
        return sql.addBox.run([row.pollId, stream, row.deadline ?? null]);
      case 'emptied':
        sql.shutBox.run([row.pollId]);
        return sql.dropBallots.run([row.pollId]);
      case 'published':
        return publish(row.pollId, row.ballots);
      case 'link':
        return sql.addLink.run([row.linkId, stream, row.personId]);
      case 'no-link':
        return sql.dropLink.run([row.linkId, stream]);
      case 'code':
        return putCode(stream, row.code, row.until);
      case 'no-code':
        return sql.dropCode.run([stream]);
      case 'expires':
        return sql.expires.run([stream, row.at]);
      case 'kept':
        return row.months === null ? sql.keepForEver.run([stream]) : sql.keep.run([stream, row.months]);
      case 'closed':
        return sql.close.run([row.at, stream]);
      case 'reopened':
        return sql.reopen.run([stream]);
      case 'forgotten':
        return row.wordsIds.forEach((wordsId) => sql.forget.run([stream, wordsId]));
      case 'erase':
        return row.wordsIds.forEach((wordsId) => sql.erase.run([stream, wordsId]));
      case 'seat':
        return sql.addSeat.run([row.sessionHash, stream, row.personId]);
      case 'no-seats':
        return sql.dropSeats.run([stream, row.personId, row.except]);
    }
  }

  /** One entry a stream, in order of its creation. */
  function wordsLeft(parent: string): { stream: string; wordsIds: string[] }[] {
    const left = new Map<string, string[]>();
    for (const row of sql.wordsLeft.all([parent])) {
      const stream = textOf(row, 'id');
      left.set(stream, [...(left.get(stream) ?? []), textOf(row, 'words_id')]);
    }
    return [...left].map(([stream, wordsIds]) => ({ stream, wordsIds }));
  }

  return {
    write,
    findCode,
    findLink,
    expiringStreams: () =>
      sql.expiring.all().map((row) => ({ stream: textOf(row, 'stream'), at: integerOf(row, 'at') })),
    terms: () =>
      sql.terms.all().map((row) => ({ stream: textOf(row, 'stream'), months: integerOf(row, 'months') })),
    closedBefore: (parent: string, at: number) =>
      sql.closedBefore.all([parent, at]).map((row) => textOf(row, 'stream')),
    forgetfulStreams: () => sql.forgetful.all().map((row) => textOf(row, 'stream')),
    wordsLeft,
    /** Does another stream hold this code at this time? */
    isTaken(code: string, stream: string, at: number): boolean {
      const held = findCode(code);
      return held !== null && held.stream !== stream && held.until > at;
    },
  };
}
