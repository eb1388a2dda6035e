/**
 * A process that writes is killed with SIGKILL at random moments, again and again on one file. What it said was
 * stored is there afterwards, and nothing is half there. (A power cut is more than this: it also loses what the
 * system has not flushed; that synchronous=FULL is in force is read back at each start.)
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterEach, expect, it } from 'vitest';
import { removeFolders, temporaryFolder } from '../contract/testing';
import type { Ack, Found } from './crash-child';
import { openDatabase } from './statement';

const kills = 30;

afterEach(removeFolders);

/** Node 20 runs no TypeScript: the child is bundled, libsql apart. */
async function bundleChild(folder: string): Promise<string> {
  const libsql = createRequire(import.meta.url).resolve('libsql');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'crash-child.ts'),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { external: ['libsql'], output: { paths: { libsql }, entryFileNames: 'child.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'child.mjs');
}

interface Run {
  found: Found;
  acks: Ack[];
}

/** Runs the child until it has lived `lifeMs` after its first word, then kills it. */
async function runAndKill(script: string, file: string, run: number, lifeMs: number): Promise<Run> {
  const child = spawn(process.execPath, [script, file, String(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const read = once(reader, 'close');
  reader.on('line', (line) => {
    if (lines.push(line) === 1) setTimeout(() => kill(child), lifeMs);
  });
  expect(await gone).toEqual([null, 'SIGKILL']);
  await read;
  const [found, ...acks] = lines.map((line) => JSON.parse(line) as unknown);
  return { found: found as Found, acks: acks as Ack[] };
}

function kill(child: ChildProcess): void {
  child.kill('SIGKILL');
}

function expectKept(acks: readonly Ack[], found: Found): void {
  expect(found.halves).toEqual([]);
  for (const ack of acks) {
    if ('append' in ack) expect(found.whole).toBeGreaterThan(ack.append);
    else if ('updates' in ack) expect(found.updates).toBeGreaterThanOrEqual(ack.updates);
    // A later ballot of the same voter may have been stored unheard.
    else expect(found.ballots[ack.cast]).toBeGreaterThanOrEqual(ack.choice);
  }
}

it(`keeps all that was acknowledged over ${kills} kills, and no halves`, { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const script = await bundleChild(folder);
  const file = join(folder, 'mufakat.db');
  let before: Ack[] = [];
  let acked = 0;
  for (let run = 1; run <= kills; run += 1) {
    const { found, acks } = await runAndKill(script, file, run, Math.random() * 120);
    expectKept(before, found);
    before = acks;
    acked += acks.length;
  }
  expect(acked).toBeGreaterThan(kills * 10);
  const db = openDatabase(file);
  expect(db.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
  expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  db.close();
});
