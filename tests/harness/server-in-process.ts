/**
 * The real server inside the test's own process: real sockets and files, but with a clock that the test turns and a
 * flush that it can hold.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { buildApp, type App } from '@mufakat/server';
import { readConfig, type Config } from '../../apps/server/src/config';
import { createLocalFanOut } from '../../apps/server/src/fanout/local';
import { systemIds } from '../../apps/server/src/platform/ids';
import { openDatabase, type Database } from '../../apps/server/src/store/sqlite/statement';
import { openSqliteStore } from '../../apps/server/src/store/sqlite/sqlite-store';
import type { Store } from '../../apps/server/src/store/ports';
import { newDataDir } from './server-process';

interface Surroundings {
  /** Where a test reads the log; else only what is fatal is logged. */
  logger?: Logger;
  /** Where the built client lies; else the API alone is served. */
  clientFolder?: string | null;
}

export class ServerInProcess {
  /** Added to the machine's clock, milliseconds. */
  shiftMs = 0;
  #outside: Database | null = null;
  #held: { promise: Promise<void>; release: () => void } | null = null;

  private constructor(
    readonly dataDir: string,
    readonly store: Store,
    readonly app: App,
  ) {}

  static async start(
    settings: Partial<Config> = {},
    { logger = pino({ level: 'fatal' }), clientFolder = null }: Surroundings = {},
  ): Promise<ServerInProcess> {
    const dataDir = newDataDir();
    const self: { server: ServerInProcess | null } = { server: null };
    const store = openSqliteStore({
      file: join(dataDir, 'mufakat.db'),
      flush: () => self.server?.flush() ?? Promise.resolve(),
    });
    const app = await buildApp(
      { ...readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir }), ...settings },
      {
        store,
        clock: { now: () => Date.now() + (self.server?.shiftMs ?? 0) },
        ids: systemIds,
        keys: { sign: (text) => Buffer.from(text.padEnd(32, '.')).toString('base64url').slice(0, 43) },
        fanOut: createLocalFanOut(),
        logger,
        clientFolder,
      },
    );
    await app.listen({ port: 0, host: '127.0.0.1' });
    self.server = new ServerInProcess(dataDir, store, app);
    return self.server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.app.address().port}`;
  }

  /** From now on nothing is flushed, so nothing may be told, until `releaseFlush`. */
  holdFlush(): void {
    let release = (): void => undefined;
    const promise = new Promise<void>((resolve) => (release = resolve));
    this.#held = { promise, release };
  }

  releaseFlush(): void {
    this.#held?.release();
    this.#held = null;
  }

  flush(): Promise<void> {
    return this.#held?.promise ?? Promise.resolve();
  }

  /** How many rows each table has, read from outside: the same before and after means that nothing was stored. */
  rows(): Record<string, unknown> {
    this.#outside ??= openDatabase(join(this.dataDir, 'mufakat.db'));
    const outside = this.#outside;
    const tables = outside.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const countOf = (table: string) => outside.prepare(`SELECT count(*) AS rows FROM "${table}"`).get()?.rows;
    return Object.fromEntries(
      tables.map(({ name }): [string, unknown] => [String(name), countOf(String(name))]),
    );
  }

  async dispose(): Promise<void> {
    this.releaseFlush();
    await this.app.close();
    await this.store.close();
    this.#outside?.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
