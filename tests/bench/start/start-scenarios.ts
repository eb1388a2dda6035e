/**
 * Start-up against stored history: each round starts the server on a data folder full of meetings and on an empty one,
 * in turns, and lets a first person come in. `start` is the million events that the bound speaks of; the others are its
 * curve and run with `--growth`, or where they are named. Making a history takes minutes, so it is kept in out/history, or where HISTORY says.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { benchFolder, outFolder } from '../runner/folders';
import type { Figures } from '../runner/generate';
import type { RunContext, Scenario } from '../runner/scenario';
import { measureFirstJoin } from './first-join';
import type { History } from './history';
import { measureStart, type Start } from './measure-start';

type Kept = History & { cookie: string };

const million = startScenario('start', 1000);
export const startScenarios: readonly Scenario[] = [million];
/** By events stored. */
export const startCurve: readonly { x: number; scenario: Scenario }[] = [
  { x: 1e3, scenario: startScenario('growth-start-1e3', 1) },
  { x: 1e4, scenario: startScenario('growth-start-1e4', 10) },
  { x: 1e5, scenario: startScenario('growth-start-1e5', 100) },
  { x: 1e6, scenario: million },
];

function startScenario(name: string, meetings: number): Scenario {
  const kept: { history: Promise<Kept> | null; folder: string } = { history: null, folder: '' };
  return {
    name,
    what: `a start on ${meetings} meetings of 1,000 events, against an empty folder`,
    targets: ['ours'],
    rounds: 5,
    seconds: 2,
    async run(_target, { serverCore }) {
      kept.folder = join(resolve(process.env.HISTORY ?? join(outFolder, 'history')), String(meetings));
      kept.history ??= prepare(kept.folder, meetings, serverCore);
      return runRound(kept.folder, await kept.history, serverCore);
    },
  };
}

/** With one start before anything is measured: the database may be of an older version. */
async function prepare(folder: string, meetings: number, core: string): Promise<Kept> {
  mkdirSync(resolve(folder, '..'), { recursive: true });
  const history = await makeHistory(folder, meetings);
  await measureStart({ dataDir: folder, core });
  return history;
}

function makeHistory(folder: string, meetings: number): Promise<Kept> {
  const program = join(benchFolder, 'start/make-history.mjs');
  const child = spawn(process.execPath, [program, folder, String(meetings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) =>
      // Printed by make-history.mjs in this shape.
      code === 0 ? done(JSON.parse(said) as Kept) : fail(new Error(`no history was made: ${String(code)}`)),
    );
  });
}

async function runRound(folder: string, history: Kept, core: string): Promise<Figures> {
  const full = await measureStart({ dataDir: folder, core });
  const empty = await measureEmpty(core);
  const firstJoin = await measureFirstJoin({ dataDir: folder, core }, history, history.cookie);
  const { meetings, events, documents, documentBytes, bytes } = history;
  return {
    ...{ meetings, events, documents, documentBytes, bytes },
    ...{ full, empty, timesEmpty: quotients(full, empty), firstJoin },
  };
}

/** With one start before it counts: making keys and tables is no part of it. */
async function measureEmpty(core: RunContext['serverCore']): Promise<Start> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mufakat-empty-'));
  try {
    await measureStart({ dataDir, core });
    return await measureStart({ dataDir, core });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function quotients(full: Start, empty: Start): Start {
  return {
    readyMs: full.readyMs / empty.readyMs,
    healthMs: full.healthMs / empty.healthMs,
    cpuMs: full.cpuMs / empty.cpuMs,
    memoryMb: full.memoryMb / empty.memoryMb,
    peakMb: full.peakMb / empty.peakMb,
  };
}
