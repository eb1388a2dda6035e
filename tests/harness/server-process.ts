/**
 * The real server as a process of its own: the built program on a data folder, started, killed and started again on
 * the same port. Nothing is shared with the test but the address and what lies on disk.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));

export interface ServerOptions {
  dataDir?: string;
  /** 0 for any free port. */
  port?: number;
  env?: Record<string, string>;
}

export class ServerProcess {
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(
    readonly dataDir: string,
    public port: number,
    readonly env: Record<string, string>,
  ) {}

  static async start(options: ServerOptions = {}): Promise<ServerProcess> {
    const dataDir = options.dataDir ?? newDataDir();
    const server = new ServerProcess(dataDir, options.port ?? 0, options.env ?? {});
    await server.up();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get output(): string {
    return this.#output;
  }

  /** Starts the process and waits until it says that it is ready. */
  async up(): Promise<void> {
    const child = spawn(process.execPath, ['--disable-proto=delete', program], {
      env: {
        PATH: process.env.PATH ?? '',
        HOST: '127.0.0.1',
        LOG_LEVEL: 'error',
        ...this.env,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const port = await ready(child, (text) => (this.#output += text));
    this.port = port;
  }

  /** kill -9: no goodbye, no flush. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Stops and removes the data. */
  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
    this.#child = null;
  }
}

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'mufakat-test-'));
}

function ready(child: ChildProcess, keep: (text: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      keep(chunk.toString());
      const port = /http:\/\/[^\s:]+:(\d+)/.exec(output)?.[1];
      if (output.includes('Stop with Ctrl+C') && port) resolve(Number(port));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}:\n${output}`)));
  });
}

/** Runs the server until it ends by itself; for starts that must fail. */
export function runServer(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program], {
      env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', (code) => {
      clearTimeout(late);
      resolve({ code, output });
    });
  });
}
