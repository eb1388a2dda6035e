/**
 * CPU time and memory of server processes, their threads and their children, from /proc. CPU is read from schedstat,
 * in nanoseconds; its split into user and kernel from stat, in ticks of 10 ms. A thread that ends takes its nanoseconds
 * along, and stat alone still knows of it.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** Seconds. */
export interface CpuTime {
  total: number;
  user: number;
  sys: number;
  /** Ids of the threads that are counted in `total`. */
  threads: ReadonlySet<string>;
}

const familyLimit = 64;

export function cpuOf(pids: readonly number[]): CpuTime {
  const sum = { total: 0, user: 0, sys: 0 };
  const threads = new Set<string>();
  for (const pid of family(pids)) {
    for (const task of tasksOf(pid)) {
      threads.add(task);
      sum.total += Number(read(`/proc/${pid}/task/${task}/schedstat`).split(' ')[0] ?? 0) / 1e9;
    }
    const stat = read(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    sum.user += Number(fields[11] ?? 0) / 100;
    sum.sys += Number(fields[12] ?? 0) / 100;
  }
  return { ...sum, threads };
}

/** What was used between two looks. */
export function cpuBetween(before: CpuTime, after: CpuTime): Omit<CpuTime, 'threads'> {
  const user = after.user - before.user;
  const sys = after.sys - before.sys;
  const isWhole = [...before.threads].every((thread) => after.threads.has(thread));
  return { user, sys, total: isWhole ? after.total - before.total : user + sys };
}

/** Resident memory in MB (2^20 bytes). */
export function residentMb(pids: readonly number[]): number {
  let kb = 0;
  for (const pid of family(pids)) kb += Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
  return kb / 1024;
}

function family(pids: readonly number[]): number[] {
  const all = [...pids];
  for (let i = 0; i < all.length && i < familyLimit; i++) {
    for (const task of tasksOf(all[i]!)) {
      for (const child of read(`/proc/${all[i]!}/task/${task}/children`).split(' ')) {
        if (child !== '' && !all.includes(Number(child))) all.push(Number(child));
      }
    }
  }
  return all;
}

function tasksOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
