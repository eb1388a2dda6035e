/** The machine: which cores the server and the generator are pinned to, and what it is. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

export interface Cores {
  server: string;
  generator: string;
}

/** A sentence where the bench cannot pin. */
export function coresOrSentence(): Cores | string {
  if (spawnSync('taskset', ['--version']).error)
    return 'The bench pins server and generator to cores with taskset (Linux, package util-linux), which is not here.';
  if (availableParallelism() > 1) return { server: '0', generator: '1' };
  console.log(
    'One core only: server and generator share it, and no figure says anything of the server alone.',
  );
  return { server: '0', generator: '0' };
}

/** For the head of a run. */
export function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model ?? 'unknown'}, ${memory} GiB, Node ${process.version}, load ${load()}`;
}

/** Of the last minute. */
export function load(): string {
  return readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? '';
}
