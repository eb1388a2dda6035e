/** Socket.IO's server and sockets as this server knows them: what each carries, and what it may be sent. */
import type { ClientToServer, ServerToClient } from '@mufakat/protocol';
import type { Server, Socket } from 'socket.io';
import type { ArrivedEntry } from '../access/access';
import type { Session } from '../access/sessions';
import type { TokenBucket } from '../platform/token-bucket';

/** Who the device is, what it may still send, and where it has joined. No rights: those are asked for each time. */
export interface SocketData {
  session: Session;
  bucket: TokenBucket;
  /** How often it is still told that this is too much, before its line ends. */
  patience: TokenBucket;
  joined: Joined | null;
}

/** Once it has joined, the line hears of every sign-out, so that who it is need not be looked up again. */
export type Joined = { entry: ArrivedEntry } & (
  | { seat: 'held' }
  /** `told` is what was sent last of the meeting; `letGo` lets the room leave memory again. */
  | { seat: 'waiting'; told: string; letGo: () => void }
);

export type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
