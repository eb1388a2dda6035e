/**
 * What the doors share, made from settings and ports. Once for the server; and for a short while with a clock of its own
 * where the demo makes records of an earlier time (demo/).
 */
import type { FastifyBaseLogger } from 'fastify';
import { createAccess } from './access/access';
import { cookieKind } from './access/cookies';
import { createDocumentAccess } from './access/document-access';
import { createDoors } from './access/doors';
import { createOriginCheck } from './access/origins';
import { createSessions } from './access/sessions';
import { createTickets } from './access/tickets';
import type { Config } from './config';
import { bulkHere, type BulkWork } from './docs/bulk-work';
import { createMetrics, type Metrics } from './platform/metrics';
import { Turns } from './platform/turns';
import { Deadlines } from './polls/deadlines';
import { pollKeysInMemory, type PollKeys } from './polls/poll-keys';
import { createRooms, type RoomRegistry } from './rooms';
import type { Ports, Services } from './services';
import { createSharedDocuments } from './shared-documents';

export interface AppPorts extends Omit<Ports, 'pollKeys'> {
  /** Else in memory alone. */
  pollKeys?: PollKeys;
  logger: FastifyBaseLogger;
  /** Where the built client lies; null serves the API alone. */
  clientFolder: string | null;
  /** Where whoever opened the store counts too; else the server's own. */
  metrics?: Metrics;
  /** Who does large work on documents; else this thread. */
  bulk?: BulkWork;
}

export function createServices(config: Config, ports: AppPorts): Services {
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  const sessions = createSessions(ports.store, ports, cookieKind(secure));
  const tickets = createTickets(ports);
  const metrics = ports.metrics ?? createMetrics();
  const documents = createSharedDocuments({ ...ports, bulk: ports.bulk ?? bulkHere }, metrics);
  const pollKeys = ports.pollKeys ?? pollKeysInMemory();
  const deadlines = new Deadlines(
    { ...ports, close: async (stream, pollId) => (await rooms.meeting(stream))?.closeOverdue(pollId) },
    ports.logger,
  );
  const rooms: RoomRegistry = createRooms({
    ...ports,
    pollKeys,
    documents: documents.forMeetings,
    expectDeadline: (at) => deadlines.expect(at),
    keyStays: (pollId, err) =>
      ports.logger.error(
        { err, pollId },
        'the key of a question that was counted stays until the next start',
      ),
  });
  const access = createAccess(ports.store, rooms);
  return {
    ...ports,
    config,
    metrics,
    secure,
    sessions,
    tickets,
    pollKeys,
    deadlines,
    rooms,
    meetingsOf: new Turns(),
    access,
    documents,
    documentAccess: createDocumentAccess({ ...ports, access, sessions, tickets, rooms }),
    doors: createDoors(ports.store, ports.clock),
    originCheck: createOriginCheck(config.publicUrl),
  };
}
