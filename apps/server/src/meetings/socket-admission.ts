/**
 * Who may open a live line: a page of our own, a device with a session, and no more than some lines a session.
 * Lines without a session are ended by Socket.IO after `signInMs`; how many an address opens is limited here.
 */
import type { IncomingMessage } from 'node:http';
import type { RefusalCode } from '@mufakat/domain';
import { wireLimits } from '@mufakat/protocol';
import { addressKey } from '../platform/address-key';
import { clientAddress } from '../platform/client-address';
import { TokenBucket, TokenBuckets } from '../platform/token-bucket';
import type { Services } from '../services';
import type { LiveSocket } from './live-socket';

/** Messages a second and in one burst, for each socket. */
const messageRate = 20;
const messageBurst = 80;
/** Beyond these, messages are refused with a code; beyond as many refusals nobody is listening, and the line ends. */
const refusalRate = 20;
const refusalBurst = 1_000;
/** A line that is refused this often is ended; each time costs a look into the store. */
const triesOfALine = 3;

export type HandshakeCheck = (
  request: IncomingMessage,
  answer: (error: string | null, allowed: boolean) => void,
) => void;

/** Before the upgrade: foreign pages, and addresses that open line after line without a session. */
export function createHandshakeCheck(services: Services): HandshakeCheck {
  const { originCheck, sessions, clock, config } = services;
  const strangers = new TokenBuckets(10, 300);
  const isAllowed = async (request: IncomingMessage): Promise<boolean> => {
    if (!originCheck(request.headers.origin, request.headers.host)) return false;
    if (await sessions.find(request.headers.cookie)) return true;
    return strangers.take(addressKey(clientAddress(request, config.behindProxy)), clock.now());
  };
  return (request, answer) => {
    isAllowed(request).then(
      (allowed) => answer(null, allowed),
      () => answer(null, false),
    );
  };
}

export class SocketAdmission {
  readonly #lines = new Map<string, number>();
  readonly #tries = new WeakMap<LiveSocket['conn'], number>();

  constructor(readonly services: Services) {}

  /** Null when the socket may come in; its data are set then. */
  async admit(socket: LiveSocket): Promise<RefusalCode | null> {
    const { conn, handshake } = socket;
    const tries = (this.#tries.get(conn) ?? 0) + 1;
    this.#tries.set(conn, tries);
    if (tries > triesOfALine) {
      conn.close();
      return 'too_many_requests';
    }
    const { sessions, clock } = this.services;
    const session = await sessions.find(handshake.headers.cookie);
    if (!session) return 'not_signed_in';
    if (!this.#take(session.hash, conn)) return 'too_many_requests';
    const now = clock.now();
    socket.data = {
      session,
      bucket: new TokenBucket(messageRate, messageBurst, now),
      patience: new TokenBucket(refusalRate, refusalBurst, now),
      joined: null,
    };
    return null;
  }

  /** Counted from here, before anything is awaited, until the line itself is closed. */
  #take(sessionHash: string, conn: LiveSocket['conn']): boolean {
    const lines = this.#lines.get(sessionHash) ?? 0;
    if (lines >= wireLimits.socketsPerSession || conn.readyState !== 'open') return false;
    this.#lines.set(sessionHash, lines + 1);
    conn.once('close', () => this.#release(sessionHash));
    return true;
  }

  #release(sessionHash: string): void {
    const left = (this.#lines.get(sessionHash) ?? 1) - 1;
    if (left > 0) this.#lines.set(sessionHash, left);
    else this.#lines.delete(sessionHash);
  }
}
