/**
 * One server under measurement: a fresh process on a core of its own, with a folder for what it keeps, gone with it.
 * Ours is what `pnpm start` runs, in production mode, behind a proxy that names the addresses of those who come.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sleep } from '../generator/meter';
import { outFolder, serverProgram } from './folders';
import { peersFolder } from './peers';
import { otherTargets, type TargetName } from './targets';

export interface RunningServer {
  port: number;
  pid: number;
  url: string;
  /** What it has said, the end of it. */
  output(): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  core: string;
  /** Ours alone: flags for Node, and a data folder to keep. */
  nodeFlags?: readonly string[];
  dataDir?: string;
}

const startLimitMs = 60_000;
const stopLimitMs = 15_000;
const keptOutput = 2_000;
const children = new Set<ChildProcess>();
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/** Pinned, and ended with this process. */
export function spawnPinned(
  core: string,
  args: readonly string[],
  env: Record<string, string> = {},
): ChildProcess & {
  stdout: NonNullable<ChildProcess['stdout']>;
  stderr: NonNullable<ChildProcess['stderr']>;
} {
  const child = spawn('taskset', ['-c', core, process.execPath, ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

export async function startServer(target: TargetName, options: ServerOptions): Promise<RunningServer> {
  const port = await freePort();
  const data = options.dataDir ?? newFolder();
  const child = spawnPinned(options.core, ...commandOf(target, options, port, data));
  let said = '';
  const hear = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-keptOutput));
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    const stubborn = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
    await gone;
    clearTimeout(stubborn);
    if (options.dataDir === undefined) rmSync(data, { recursive: true, force: true });
  };
  if (!(await listens(port, child))) {
    await stop();
    throw new Error(`${target} did not start: ${said.trim() || 'it said nothing'}`);
  }
  await sleep(300);
  return { port, pid: child.pid ?? 0, url: `http://127.0.0.1:${port}`, output: () => said, stop };
}

function commandOf(
  target: TargetName,
  { nodeFlags = [] }: ServerOptions,
  port: number,
  data: string,
): [args: string[], env: Record<string, string>] {
  const at = { HOST: '127.0.0.1', PORT: String(port) };
  if (target !== 'ours') {
    const { program, env } = otherTargets[target];
    return [[program], { ...at, ...env, PEERS: peersFolder }];
  }
  if (!existsSync(serverProgram)) throw new Error(`There is no build of the server; run pnpm build first.`);
  const flags = ['--enable-source-maps', '--disable-proto=delete', ...nodeFlags];
  return [[...flags, serverProgram], { ...at, DATA_DIR: data, BEHIND_PROXY: 'yes' }];
}

function newFolder(): string {
  const parent = join(outFolder, 'servers');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'data-'));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function listens(port: number, child: ChildProcess): Promise<boolean> {
  const end = performance.now() + startLimitMs;
  while (performance.now() < end && child.exitCode === null && child.signalCode === null) {
    if (await answers(port)) return true;
    await sleep(50);
  }
  return false;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
