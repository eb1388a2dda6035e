/**
 * Sessions: one a device. The token is 256 random bits and lives in the cookie; the server keeps its SHA-256 only,
 * so that a stolen database opens no session.
 *
 * Those that came lately are known in memory too: nobody but this server writes them, and what it drops it drops here.
 */
import { createHash } from 'node:crypto';
import { BoundedMap } from '../platform/bounded-map';
import type { Clock, Ids } from '../platform/ports';
import type { AccessStore } from '../store/ports';
import { readCookie, sessionLifeMs, type CookieKind } from './cookies';

export interface Session {
  /** Names the session everywhere on the server. */
  hash: string;
}

export interface NewSession extends Session {
  token: string;
}

export interface Sessions {
  find(cookieHeader: string | undefined): Promise<Session | null>;
  create(): Promise<NewSession>;
  /** Signs the device out: its seats go with it, and its open lines are ended. */
  drop(session: Session): Promise<void>;
  /** Hears of each session that was dropped; answers with the way to stop. */
  onDrop(listener: (session: Session) => void): () => void;
  cookie: CookieKind;
}

const maxKnown = 10_000;
/** Earlier than any time at which a session is asked for. */
const dropped = 0;

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

export function createSessions(
  store: AccessStore,
  ports: { clock: Clock; ids: Ids },
  cookie: CookieKind,
): Sessions {
  const listeners = new Set<(session: Session) => void>();
  /** By hash, when a session ends. */
  const known = new BoundedMap<string, number>(maxKnown);
  const endOf = async (hash: string): Promise<number | null> => {
    const end = known.get(hash);
    if (end !== undefined) return end;
    const row = await store.findSession(hash);
    // It may have been dropped while we looked.
    if (row && known.get(hash) === undefined) known.set(hash, row.expiresAt);
    return known.get(hash) ?? null;
  };
  return {
    cookie,
    find: async (header) => {
      const token = readCookie(header, cookie.name);
      if (token === null || !tokenPattern.test(token)) return null;
      const hash = hashToken(token);
      const end = await endOf(hash);
      return end !== null && end > ports.clock.now() ? { hash } : null;
    },
    create: async () => {
      const token = ports.ids.newToken();
      const createdAt = ports.clock.now();
      const hash = hashToken(token);
      const expiresAt = createdAt + sessionLifeMs;
      await store.putSession({ hash, createdAt, expiresAt });
      known.set(hash, expiresAt);
      return { hash, token };
    },
    drop: async (session) => {
      await store.dropSession(session.hash);
      known.set(session.hash, dropped);
      for (const listener of listeners) listener(session);
    },
    onDrop: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
