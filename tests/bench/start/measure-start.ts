/**
 * One start of the production server on a data folder: from `spawn` until it says that it is ready and until /healthz
 * answers 200, and what it holds in memory two seconds later. The server has a core of its own; the database is out of
 * the page cache, as it is after the machine has started.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverProgram } from '../runner/folders';

const settleMs = 2000;

export interface Start {
  /** From spawn until the line that says it is ready, milliseconds. */
  readyMs: number;
  /** From spawn until /healthz answers 200. */
  healthMs: number;
  /** CPU of the server until then, to a hundredth of a second. */
  cpuMs: number;
  /** Resident two seconds after it was ready, and the most until then; MB of 10⁶ bytes. */
  memoryMb: number;
  peakMb: number;
}

export interface StartOptions {
  dataDir: string;
  /** The core on which the server runs, as taskset names it. */
  core: string;
}

export interface RunningServer {
  url: string;
  readyMs: number;
  /** When it was spawned, by performance.now(). */
  spawnedAt: number;
  pid: number;
  stop(): Promise<void>;
}

export async function measureStart(options: StartOptions): Promise<Start> {
  const server = await startCold(options);
  try {
    while ((await fetch(`${server.url}/healthz`)).status !== 200) await sleep(1);
    const healthMs = performance.now() - server.spawnedAt;
    const { readyMs, pid } = server;
    const cpuMs = cpuOf(pid);
    await sleep(settleMs);
    return { readyMs, healthMs, cpuMs, memoryMb: statusOf(pid, 'VmRSS'), peakMb: statusOf(pid, 'VmHWM') };
  } finally {
    await server.stop();
  }
}

export async function startCold({ dataDir, core }: StartOptions): Promise<RunningServer> {
  forgetPages(join(dataDir, 'mufakat.db'));
  const spawnedAt = performance.now();
  const child = spawn('taskset', ['-c', core, process.execPath, '--disable-proto=delete', serverProgram], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await portOf(child);
  const readyMs = performance.now() - spawnedAt;
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  };
  return { url: `http://127.0.0.1:${port}`, readyMs, spawnedAt, pid: child.pid ?? 0, stop };
}

/** `count=0` copies nothing: dd only tells the kernel that what it keeps of the file is not needed. */
function forgetPages(file: string): void {
  if (existsSync(file)) spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0']);
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (output.includes('Stop with Ctrl+C') && port) resolve(Number(port));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}:\n${output}`)));
  });
}

/** In its own code and in the kernel for it; Linux counts in hundredths. */
function cpuOf(pid: number): number {
  // Behind the name in brackets, which may hold blanks, the third field comes first.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Linux alone says it: /proc. */
function statusOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(
    readFileSync(`/proc/${pid}/status`, 'utf8'),
  )?.[1];
  if (kilobytes === undefined) throw new Error(`/proc says nothing of ${field}`);
  return (Number(kilobytes) * 1024) / 1e6;
}
