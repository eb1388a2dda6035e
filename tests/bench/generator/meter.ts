/** One look at the clock, the servers' CPU and our own; two of them make a stretch. */
import { cpuBetween, cpuOf, residentMb, type CpuTime } from './server-usage';

export interface Look {
  /** Milliseconds, monotonic. */
  at: number;
  server: CpuTime;
  /** Microseconds. */
  own: NodeJS.CpuUsage;
}

/** Seconds, all of them. */
export interface Stretch {
  wall: number;
  server: Omit<CpuTime, 'threads'>;
  own: number;
}

export class Meter {
  constructor(readonly pids: readonly number[]) {}

  look(): Look {
    return { at: performance.now(), server: cpuOf(this.pids), own: process.cpuUsage() };
  }

  residentMb(): number {
    return residentMb(this.pids);
  }
}

export function between(before: Look, after: Look): Stretch {
  return {
    wall: (after.at - before.at) / 1000,
    server: cpuBetween(before.server, after.server),
    own: (after.own.user + after.own.system - before.own.user - before.own.system) / 1e6,
  };
}

/** Three decimals, as all figures are written. */
export function round3(x: number): number {
  return Number(x.toFixed(3));
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs jobs, a bounded number at once. */
export async function inParallel(jobs: readonly (() => Promise<unknown>)[], atOnce: number): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let job = jobs[next++]; job; job = jobs[next++]) await job();
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, lane));
}
