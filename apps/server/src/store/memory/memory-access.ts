/** Sessions, seats, links and codes in memory. */
import type { SeatRow, SessionRow } from '../ports';
import { checkedText } from '../stored-text';
import { putSeat } from './memory-index';
import { keyOf, type State, type StoredSeat } from './state';

export function memoryAccess(state: State) {
  const { sessions, seats, streams, links, codes, journal } = state;

  function dropSeatsWhere(drops: (seat: StoredSeat) => boolean): void {
    for (const [key, seat] of seats) if (drops(seat)) journal.drop(seats, key);
  }

  function dropSession(hash: string): void {
    journal.drop(sessions, hash);
    dropSeatsWhere((seat) => seat.session === hash);
  }

  function seatRow({ stream, personId }: StoredSeat): SeatRow[] {
    const kind = streams.get(stream)?.ref.kind;
    return kind ? [{ stream, kind, personId }] : [];
  }

  return {
    putSession: ({ hash, createdAt, expiresAt }: SessionRow) =>
      journal.set(sessions, checkedText(hash), { hash, createdAt, expiresAt }),
    findSession: (hash: string) => copyOf(sessions.get(hash)),
    dropSession,
    dropExpiredSessions(now: number, limit: number): number {
      const over = [...sessions.values()]
        .filter(({ expiresAt }) => expiresAt <= now)
        .sort((one, other) => one.expiresAt - other.expiresAt)
        .slice(0, limit);
      for (const { hash } of over) dropSession(hash);
      return over.length;
    },
    putSeat: (sessionHash: string, stream: string, personId: string) =>
      putSeat(state, sessionHash, stream, personId),
    seatsOf: (sessionHash: string) =>
      [...seats.values()]
        .filter(({ session }) => session === sessionHash)
        .sort((one, other) => one.n - other.n)
        .flatMap(seatRow),
    findSeat(sessionHash: string, stream: string) {
      const seat = seats.get(keyOf(sessionHash, stream));
      return seat ? { personId: seat.personId } : null;
    },
    findLink: (linkId: string) => copyOf(links.get(linkId)),
    findCode: (code: string) => copyOf(codes.get(code)),
  };
}

function copyOf<Row extends object>(row: Row | undefined): Row | null {
  return row ? { ...row } : null;
}
