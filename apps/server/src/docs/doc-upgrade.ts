/**
 * The documents' door: `/sync/<document>`, upgraded to a WebSocket. Who may not come in is let through the upgrade and
 * then sent away with a close code, since browsers hide an upgrade's refusal; unknown and forbidden look the same.
 * Nothing that a socket does or fails to do ends in an exception.
 *
 * app.ts routes upgrades here and keeps all others away.
 */
import {
  closeCodes,
  documentPath,
  ownMessagesParameter,
  ticketParameter,
  wireLimits,
} from '@mufakat/protocol';
import type { RefusalCode } from '@mufakat/domain';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { DocHub } from './doc-hub';
import { DocSocket } from './doc-socket';
import type { DocsLogger } from './docs-ports';
import type { DocumentAccess } from './document-access';

export interface DocumentUpgradeOptions {
  hub: DocHub;
  access: DocumentAccess;
  logger: DocsLogger;
  /** Whether the page that asks may use this server's cookies. */
  originAllowed(request: IncomingMessage): boolean;
}

export interface DocumentUpgrade {
  /** Whether an upgrade request with this URL is for here. */
  handles(url: string | undefined): boolean;
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Takes no one more, lets the hub finish, ends all sockets. */
  close(): Promise<void>;
}

const lookMs = 1_000;
/** The frame's type and lengths come on top of the largest update. */
const maxPayload = wireLimits.documentSyncBytes + 64;
/** How long the goodbyes may take: half a second. */
const closingWaits = 50;
const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

export function createDocumentUpgrade(options: DocumentUpgradeOptions): DocumentUpgrade {
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    clientTracking: false,
    maxPayload,
  });
  const sockets = new Set<DocSocket>();
  const timer = setInterval(() => look(sockets), lookMs);
  timer.unref();
  let closing = false;

  const accepted = (ws: WebSocket, raw: Duplex, request: IncomingMessage, wanted: Wanted) => {
    const socket = new DocSocket(ws, raw, performance.now());
    sockets.add(socket);
    ws.on('close', () => sockets.delete(socket));
    admit(options, socket, request, wanted).catch((error: unknown) => {
      options.logger.error({ error: String(error) }, 'document door failed');
      socket.close(closeCodes.resync, 'try again');
    });
  };

  return {
    handles: (url) => url?.startsWith(documentPath) ?? false,
    handle: (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const wanted = wantedOf(request.url);
      if (closing) return turnAway(socket, '503 Service Unavailable');
      if (!wanted) return turnAway(socket, '404 Not Found');
      if (!options.originAllowed(request)) return turnAway(socket, '403 Forbidden');
      server.handleUpgrade(request, socket, head, (ws) => accepted(ws, socket, request, wanted));
    },
    close: async () => {
      closing = true;
      clearInterval(timer);
      await options.hub.close();
      for (let waits = 0; sockets.size > 0 && waits < closingWaits; waits++) await pause();
      for (const socket of sockets) socket.terminate();
      server.close();
    },
  };
}

interface Wanted {
  documentName: string;
  ticket: string | undefined;
  own: boolean;
}

function wantedOf(url: string | undefined): Wanted | null {
  if (!url || !URL.canParse(url, 'http://host')) return null;
  const { pathname, searchParams } = new URL(url, 'http://host');
  return {
    documentName: pathname.slice(documentPath.length),
    ticket: searchParams.get(ticketParameter) ?? undefined,
    own: searchParams.get(ownMessagesParameter) === '1',
  };
}

async function admit(
  { access, hub }: DocumentUpgradeOptions,
  socket: DocSocket,
  request: IncomingMessage,
  { documentName, ticket, own }: Wanted,
): Promise<void> {
  const grant = await access.grant({ cookie: request.headers.cookie, ticket }, documentName);
  if (typeof grant === 'string') return refuse(socket, grant);
  const connection = await hub.connect(grant, own ? 'own' : 'stock', socket);
  if (connection) socket.attach(connection);
}

/** Unknown and forbidden sound the same. */
function refuse(socket: DocSocket, refusal: RefusalCode): void {
  if (refusal === 'not_signed_in') socket.close(closeCodes.notSignedIn, 'not signed in');
  else socket.close(closeCodes.notFound, 'not found');
}

function look(sockets: ReadonlySet<DocSocket>): void {
  const now = performance.now();
  for (const socket of sockets) socket.look(now);
}

/** Before the upgrade there is only HTTP to say no with. */
function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
