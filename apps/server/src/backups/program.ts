/**
 * The program that `mufakat backup` and `mufakat restore` run: reads its arguments, does the one or the other, says
 * how it went, and ends with 0 when it is done, 1 when something is damaged, 2 when it could not be done.
 *
 *     backup --lang id|en [--data FOLDER] -- TARGET      restore --lang id|en -- BACKUP FOLDER
 *
 * Arguments come from apps/cli, which words what is wrong with them. Copying runs in a process of its own (`copy FROM
 * TO`), so that this one hears signals and can say how far it is.
 */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readDataDir } from '../config';
import { systemClock } from '../platform/clock';
import { StartError } from '../platform/start-error';
import { copyDatabase } from '../store/sqlite/copy';
import type { DatabaseCounts } from '../store/sqlite/inspect';
import { problemOf } from './backup-error';
import { messages, type Lang, type Messages } from './messages';
import type { Progress } from './progress';
import { restoreBackup } from './restore-backup';
import { takeBackup } from './take-backup';

const undoing: (() => void)[] = [];

async function main([command = '', ...rest]: string[]): Promise<number> {
  // What is written is about people: its owner's alone.
  process.umask(0o077);
  if (command === 'copy') return copyAlone(rest);
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { data: { type: 'string' }, lang: { type: 'string' } },
  });
  const say = messages[values.lang === 'id' ? 'id' : ('en' satisfies Lang)];
  const [first = '', second = ''] = positionals.map((path) => resolve(path));
  undoAtSignals();
  try {
    return command === 'restore'
      ? await restore(first, second, say)
      : await backup(values.data === undefined ? readDataDir(process.env) : resolve(values.data), first, say);
  } catch (error) {
    const problem = problemOf(error);
    write(process.stderr, say.problem(problem));
    return problem.code === 'damaged' ? 1 : 2;
  }
}

async function backup(dataFolder: string, target: string, say: Messages): Promise<number> {
  const progress = spoken(say);
  const copy = (from: string, to: string) => copyApart(from, to, progress);
  const counts = await takeBackup(dataFolder, target, {
    copy,
    progress,
    writing,
    now: () => systemClock.now(),
  });
  write(process.stdout, [say.backedUp(target), ...countLines(counts, say)]);
  return 0;
}

async function restore(from: string, folder: string, say: Messages): Promise<number> {
  const counts = await restoreBackup(from, folder, { progress: spoken(say), writing });
  write(process.stdout, [say.restored(folder), ...countLines(counts, say)]);
  return 0;
}

function countLines(counts: DatabaseCounts | null, say: Messages): string[] {
  return counts ? say.counts(counts) : [say.uncounted];
}

function writing(undo: () => void): void {
  undoing.push(undo);
}

/** Nothing that is half written stays. */
function undoAtSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      for (const undo of undoing.reverse()) undo();
      process.exit(code);
    });
  }
}

/** Fails with what the other process said. */
function copyApart(from: string, to: string, progress: Progress): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'copy', from, to], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  undoing.push(() => child.kill('SIGKILL'));
  const watch = setInterval(() => progress('copying', sizeOf(to), sizeOf(from)), 500);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) done();
      else fail(new Error(said.trim() || `copying ended with ${String(code)}`));
    });
  });
}

function copyAlone([from = '', to = '']: string[]): number {
  try {
    copyDatabase(from, to);
    return 0;
  } catch (error) {
    write(process.stderr, [error instanceof Error ? error.message : String(error)]);
    return 2;
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** A line on the standard error every two seconds at most; short work says nothing. */
function spoken(say: Messages): Progress {
  let nextMs = performance.now() + 1000;
  return (step, done, total) => {
    if (performance.now() < nextMs) return;
    nextMs = performance.now() + 2000;
    const percent = total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 0;
    write(process.stderr, [`  ${say.step[step]}: ${percent} %`]);
  };
}

/** Paths come from whoever calls: nothing in them may move the cursor or colour the screen. */
function write(stream: NodeJS.WriteStream, lines: readonly string[]): void {
  stream.write(lines.map((line) => `${line.replace(/\p{Cc}/gu, '\ufffd')}\n`).join(''));
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    write(process.stderr, [error instanceof StartError ? error.message : String(error)]);
    process.exitCode = 2;
  },
);
