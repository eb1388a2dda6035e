/**
 * The only process: reads the settings, opens the data folder, listens, says where, and goes down in order.
 * Anything that is wrong with the start is one line that names it and what was expected.
 */
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import closeWithGrace from 'close-with-grace';
import { creationInvitation } from './access/link-secrets';
import { buildApp, type App } from './app';
import { readConfig, type Config } from './config';
import { BulkThread } from './docs/bulk-thread';
import { createLocalFanOut } from './fanout/local';
import { systemClock } from './platform/clock';
import { loadKeys, openDataFolder } from './platform/data-folder';
import { systemIds } from './platform/ids';
import { createLogger } from './platform/logs';
import { createMetrics } from './platform/metrics';
import { StartError } from './platform/start-error';
import { pollKeysIn } from './polls/poll-keys';
import { openSqliteStore } from './store/sqlite/sqlite-store';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const folder = openDataFolder(config.dataDir);
  const metrics = createMetrics();
  const store = openSqliteStore({ file: folder.databaseFile, flushed: metrics.flush });
  const keys = loadKeys(folder.folder);
  const bulk = new BulkThread({ program: new URL('bulk-worker.js', import.meta.url) });
  const app = await buildApp(config, {
    store,
    keys,
    pollKeys: pollKeysIn(join(folder.folder, 'keys')),
    clock: systemClock,
    ids: systemIds,
    fanOut: createLocalFanOut(),
    logger: createLogger(config.logLevel),
    metrics,
    bulk,
    clientFolder: clientFolder(),
  });
  await listen(app, config);
  announce(app, config, creationInvitation(keys));
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.fatal({ err }, 'going down');
    await app.close();
    bulk.close();
    await store.close();
    folder.release();
  });
}

async function listen(app: App, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    throw startErrorOf(error, port, host);
  }
}

function startErrorOf(error: unknown, port: number, host: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return new StartError(`PORT is ${port}, which another program uses; expected a free port.`);
    case 'EACCES':
      return new StartError(`PORT is ${port}, which needs more rights; expected a port from 1024 upwards.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`HOST is "${host}"; expected an address of this machine.`);
    default:
      return error;
  }
}

/** Beside the built server, in the same tree. */
function clientFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, '../../web/dist');
  return existsSync(beside) ? beside : join(here, 'web');
}

function announce(app: App, config: Config, invitation: string): void {
  const { port } = app.address();
  const lines = config.publicUrl ? [config.publicUrl] : addresses(config.host, port);
  process.stdout.write(`\nMufakat is ready:\n${lines.map((line) => `  ${line}\n`).join('')}`);
  if (config.demo)
    process.stdout.write(`\nTo look around with companions (demo):\n  ${lines[0] ?? ''}/demo\n`);
  if (config.whoMayCreate === 'invited') {
    process.stdout.write(`\nTo create a coalition:\n  ${lines[0] ?? ''}/new#${invitation}\n`);
  }
  process.stdout.write(`\nData is kept in ${config.dataDir}. Stop with Ctrl+C.\n\n`);
}

/** This machine's own name, and what others in the same network can type. */
function addresses(host: string, port: number): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host}:${port}`];
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => `http://${one.address}:${port}`);
  return [`http://localhost:${port}`, ...outside];
}

start().catch((error: unknown) => {
  if (error instanceof StartError) process.stderr.write(`Mufakat cannot start: ${error.message}\n`);
  else
    process.stderr.write(
      `Mufakat cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  process.exit(1);
});
