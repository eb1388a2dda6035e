/**
 * Builds the server from its settings and ports: one HTTP server with three doors (requests, Socket.IO, documents),
 * all behind access/. Tests build it with ports of their own; main.ts builds it for people.
 */
import type { Server as HttpServer } from 'node:http';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { wireLimits } from '@mufakat/protocol';
import { Server as SocketServer } from 'socket.io';
import { WebSocketServer, type ServerOptions } from 'ws';
import { accessRoutes } from './access/routes';
import { coalitionRoutes } from './coalitions/routes';
import { apiDocsRoutes } from './api-docs/routes';
import type { Config } from './config';
import { Demo } from './demo/demo';
import { demoRoutes } from './demo/routes';
import { deletionRoutes } from './deletion/routes';
import { tidyDaily } from './deletion/tidying';
import { historyRoutes } from './docs/history-routes';
import { invitationRoutes } from './invitations/routes';
import { meetingRoutes } from './meetings/routes';
import type { LiveServer } from './meetings/live-socket';
import { createHandshakeCheck } from './meetings/socket-admission';
import { watchSlowReaders } from './meetings/slow-readers';
import { attachSocketHandlers } from './meetings/socket-handlers';
import { addGuards, bodyLimit, onError } from './platform/guards';
import { healthRoute } from './platform/health';
import type { Now } from './platform/metrics';
import { metricsRoute } from './platform/metrics-route';
import { serveClient } from './platform/static-files';
import { minutesRoutes } from './minutes/routes';
import { destroySpentKeys } from './polls/question-asks';
import { recordRoutes } from './records/routes';
import { createServices, type AppPorts } from './create-services';
import type { Services } from './services';

export interface App {
  log: FastifyBaseLogger;
  server: HttpServer;
  services: Services;
  /** `METHOD /path` of each, as they were declared; without those of the client's files. */
  routes: readonly string[];
  inject: FastifyInstance['inject'];
  listen(at: { port: number; host: string }): Promise<void>;
  address(): { port: number };
  /** Tells clients, finishes what is being written, then closes. The store is the caller's to close. */
  close(): Promise<void>;
}

export async function buildApp(config: Config, ports: AppPorts): Promise<App> {
  const { logger, clientFolder } = ports;
  const app = fastify({
    loggerInstance: logger,
    bodyLimit,
    // One proxy: what stands further left in X-Forwarded-For was written by whoever asks.
    trustProxy: config.behindProxy && ((_address, hop) => hop === 0),
    frameworkErrors: (error, request, reply) => void onError(error, request, reply),
    forceCloseConnections: true,
    // A line a request drowns what an operator needs to see; failures are logged where they are caught.
    logController: new LogController({ disableRequestLogging: true }),
  });
  const services = createServices(config, ports);
  const { documents } = services;
  const routes = listRoutes(app);
  await addGuards(app, services);
  accessRoutes(app, services);
  coalitionRoutes(app, services);
  meetingRoutes(app, services);
  const demo = config.demo ? new Demo(services, ports, () => loopback(app.server)) : null;
  demoRoutes(app, services, demo);
  deletionRoutes(app, services);
  invitationRoutes(app, services);
  recordRoutes(app, services);
  minutesRoutes(app, services);
  historyRoutes(app, services);
  const startedAt = ports.clock.now();
  healthRoute(app, {
    checkStore: () => ports.store.check(),
    rooms: () => countRooms(services),
    documents: () => documents.status(),
    startedAt,
    now: () => ports.clock.now(),
  });
  const io = attachSockets(app.server, services, logger);
  metricsRoute(app, {
    metrics: services.metrics,
    token: config.metricsToken,
    now: () => countNow(services, io),
  });
  apiDocsRoutes(app);
  // Before the client's files, which are many.
  const declared = routes.filter((route) => !route.startsWith('HEAD '));
  if (clientFolder !== null) await serveClient(app, clientFolder);
  documents.attach(app.server, services);
  const stopTidying = tidyDaily(services, logger);
  app.addHook('preClose', async () => {
    stopTidying();
    services.deadlines.stop();
    demo?.close();
    io.emit('gone', { meetingId: null, code: 'server_busy' });
    io.local.disconnectSockets(true);
    await documents.close();
    await io.close();
    services.rooms.close();
  });
  return {
    log: logger,
    server: app.server,
    services,
    routes: declared,
    inject: app.inject.bind(app),
    listen: async (at) => {
      await destroySpentKeys(ports.store, services.pollKeys);
      await app.listen(at);
      await services.deadlines.look();
    },
    address: () => portOf(app.server),
    close: () => app.close(),
  };
}

/** Filled as routes are declared. */
function listRoutes(app: FastifyInstance): string[] {
  const routes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    routes.push(...[method].flat().map((one) => `${one} ${url}`));
  });
  return routes;
}

/** Frames are bounded before anything is parsed; upgrades that are not Socket.IO's are left to the documents' door. */
class BoundedWebSocketServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, maxPayload: wireLimits.eventFrameBytes, maxFragments: 32, maxBufferedChunks: 256 });
  }
}

function attachSockets(server: HttpServer, services: Services, log: FastifyBaseLogger): LiveServer {
  const io: LiveServer = new SocketServer(server, {
    serveClient: false,
    destroyUpgrade: false,
    connectTimeout: wireLimits.signInMs,
    maxHttpBufferSize: wireLimits.eventFrameBytes,
    perMessageDeflate: false,
    wsEngine: BoundedWebSocketServer,
    allowRequest: createHandshakeCheck(services),
  });
  attachSocketHandlers(io, services, log);
  io.engine.on(
    'close',
    watchSlowReaders(io, () => performance.now()),
  );
  return io;
}

function countRooms({ rooms }: Services): { meetings: number; people: number } {
  const open = rooms.openMeetings();
  return {
    meetings: open.length,
    people: open.reduce((sum, room) => sum + room.presence.people().length, 0),
  };
}

function countNow(services: Services, io: LiveServer): Now {
  const { documents, connections, unflushed } = services.documents.status();
  return {
    ...countRooms(services),
    sockets: io.engine.clientsCount,
    documents,
    documentConnections: connections,
    documentsUnflushed: unflushed,
  };
}

function portOf(server: HttpServer): { port: number } {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server is not listening');
  return { port: address.port };
}

/** Where the server reaches itself. */
function loopback(server: HttpServer): string {
  const { port } = portOf(server);
  const address = server.address();
  const host = typeof address === 'object' && address ? address.address : '';
  if (host === '' || host === '::' || host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}
