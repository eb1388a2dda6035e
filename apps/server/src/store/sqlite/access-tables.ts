/** Sessions and their seats. Links and codes come with events: index-tables.ts. */
import type { SeatRow, SessionRow } from '../ports';
import { integerOf, textOf, wordOf } from './row';
import { prepareAll, type Database, type Row } from './statement';

const SQL = {
  session: 'SELECT hash, created_at, expires_at FROM sessions WHERE hash = ?',
  // Not REPLACE, which would delete the session's seats.
  putSession:
    'INSERT INTO sessions (hash, created_at, expires_at) VALUES (?, ?, ?) ON CONFLICT (hash) DO UPDATE ' +
    'SET created_at = excluded.created_at, expires_at = excluded.expires_at',
  dropSession: 'DELETE FROM sessions WHERE hash = ?',
  dropExpired:
    'DELETE FROM sessions WHERE hash IN (SELECT hash FROM sessions WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)',
  seat: 'SELECT person_id FROM seats WHERE session = ? AND stream = ?',
  seats:
    'SELECT seats.stream, streams.kind, seats.person_id FROM seats ' +
    'JOIN streams ON streams.id = seats.stream WHERE seats.session = ? ORDER BY seats.n',
};

export function accessTables(db: Database) {
  const sql = prepareAll(db, SQL);
  return {
    putSession: ({ hash, createdAt, expiresAt }: SessionRow) =>
      void sql.putSession.run([hash, createdAt, expiresAt]),
    dropSession: (hash: string) => void sql.dropSession.run([hash]),
    dropExpiredSessions: (now: number, limit: number) => sql.dropExpired.run([now, limit]),
    seatsOf: (sessionHash: string) => sql.seats.all([sessionHash]).map(seatOf),
    findSession(hash: string): SessionRow | null {
      const row = sql.session.get([hash]);
      return row ? sessionOf(row) : null;
    },
    findSeat(sessionHash: string, stream: string): { personId: string } | null {
      const row = sql.seat.get([sessionHash, stream]);
      return row ? { personId: textOf(row, 'person_id') } : null;
    },
  };
}

function sessionOf(row: Row): SessionRow {
  return {
    hash: textOf(row, 'hash'),
    createdAt: integerOf(row, 'created_at'),
    expiresAt: integerOf(row, 'expires_at'),
  };
}

function seatOf(row: Row): SeatRow {
  return {
    stream: textOf(row, 'stream'),
    kind: wordOf(row, 'kind', ['coalition', 'meeting']),
    personId: textOf(row, 'person_id'),
  };
}
