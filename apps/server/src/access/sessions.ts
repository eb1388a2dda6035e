/**
 * Sessions: one a device. The token is 256 random bits and lives in the cookie; the server keeps its SHA-256 only,
 * so that a stolen database opens no session.
 */
import { createHash } from 'node:crypto';
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

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

export function createSessions(
  store: AccessStore,
  ports: { clock: Clock; ids: Ids },
  cookie: CookieKind,
): Sessions {
  const listeners = new Set<(session: Session) => void>();
  return {
    cookie,
    find: async (header) => {
      const token = readCookie(header, cookie.name);
      if (token === null || !tokenPattern.test(token)) return null;
      const row = await store.findSession(hashToken(token));
      return row && row.expiresAt > ports.clock.now() ? { hash: row.hash } : null;
    },
    create: async () => {
      const token = ports.ids.newToken();
      const createdAt = ports.clock.now();
      const hash = hashToken(token);
      await store.putSession({ hash, createdAt, expiresAt: createdAt + sessionLifeMs });
      return { hash, token };
    },
    drop: async (session) => {
      await store.dropSession(session.hash);
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
