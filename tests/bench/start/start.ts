/**
 * Start-up against stored history. `run`: a data folder with 1,000 meetings, a million events and 100 documents of a
 * megabyte against an empty one, in turns; both may take at most 1.3 times as long and as much. `curve`: the same for
 * histories from a thousand events on, as JSON lines. Both also say how long the first person waits.
 */
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measureFirstJoin, type FirstJoin } from './first-join';
import { cookieFor, historyIn, type History, type Say } from './history';
import { builtServer, measureStart, type Start } from './measure-start';

export interface StartRun {
  /** Where histories are kept between runs. */
  histories: string;
  rounds: number;
  /** The core on which the server runs, as taskset names it. */
  core: string;
  /** Another server than the one built here. */
  program?: string | undefined;
  say: Say;
}

interface Spread {
  median: number;
  least: number;
  most: number;
}

type Figure = keyof Start;
const atMost = 1.3;
const meetingsOfRun = 1000;
const meetingsOfCurve = [1, 10, 100, 1000];
const figures: readonly { figure: Figure; name: string; unit: string; counts: boolean }[] = [
  { figure: 'readyMs', name: 'ready', unit: 'ms', counts: true },
  { figure: 'healthMs', name: 'healthy', unit: 'ms', counts: true },
  { figure: 'memoryMb', name: 'memory after 2 s', unit: 'MB', counts: true },
  { figure: 'peakMb', name: 'most memory until then', unit: 'MB', counts: false },
];

/** Whether every bound was met. */
export async function run(options: StartRun): Promise<boolean> {
  const { say, rounds } = options;
  const { folder, history } = await prepared(options, meetingsOfRun);
  say(
    `${history.meetings} meetings, ${history.events} events, ${history.documents} documents of ` +
      `${history.documentBytes} bytes: ${Math.round(history.bytes / 1e6)} MB`,
  );
  const { full, empty } = await inTurns(options, folder);
  say(`${rounds} rounds each, in turns, the server alone on a core:`);
  const met = figures.map((one) => compare(one, full, empty, say));
  sayFirstJoin(await firstJoins(options, folder, history), say);
  return met.every(Boolean);
}

/** Always true: a curve has no bound. */
export async function curve(options: StartRun): Promise<boolean> {
  for (const meetings of meetingsOfCurve) {
    const { folder, history } = await prepared(options, meetings);
    const { full, empty } = await inTurns(options, folder);
    const joins = await firstJoins(options, folder, history);
    const { events, documents, bytes } = history;
    const line = {
      curve: 'start',
      events,
      meetings,
      documents,
      bytes,
      full: spreads(full),
      empty: spreads(empty),
      firstJoin: {
        meetingMs: spreadOf(joins.map(({ meetingMs }) => meetingMs)),
        documentMs: spreadOf(joins.map(({ documentMs }) => documentMs)),
        allMs: spreadOf(joins.map(({ allMs }) => allMs)),
      },
    };
    options.say(JSON.stringify(line));
  }
  return true;
}

/** The history, and one start of it before anything is measured: an older database is migrated then. */
async function prepared({ histories, say, core, program }: StartRun, meetings: number) {
  mkdirSync(histories, { recursive: true });
  const folder = join(resolve(histories), String(meetings));
  const history = await historyIn(folder, meetings, say);
  await measureStart({ dataDir: folder, core, program: program ?? builtServer });
  return { folder, history };
}

async function inTurns({ rounds, core, program = builtServer }: StartRun, folder: string) {
  const full: Start[] = [];
  const empty: Start[] = [];
  // Once before it counts: making keys and tables is no part of a start.
  const nothing = mkdtempSync(join(tmpdir(), 'mufakat-empty-'));
  await measureStart({ dataDir: nothing, core, program });
  for (let round = 0; round < rounds; round += 1) {
    full.push(await measureStart({ dataDir: folder, core, program }));
    empty.push(await measureStart({ dataDir: nothing, core, program }));
  }
  rmSync(nothing, { recursive: true, force: true });
  return { full, empty };
}

async function firstJoins(
  { rounds, core, program = builtServer }: StartRun,
  folder: string,
  history: History,
) {
  const cookie = await cookieFor(folder, history);
  const joins: FirstJoin[] = [];
  for (let round = 0; round < rounds; round += 1)
    joins.push(await measureFirstJoin({ dataDir: folder, core, program }, history, cookie));
  return joins;
}

function compare(
  { figure, name, unit, counts }: (typeof figures)[number],
  full: readonly Start[],
  empty: readonly Start[],
  say: Say,
): boolean {
  const [one, other] = [full, empty].map((starts) => spreadOf(starts.map((start) => start[figure])));
  if (!one || !other) return false;
  const ratio = one.median / other.median;
  const met = ratio <= atMost;
  const verdict = counts ? (met ? '  ✓' : '  ✗') : '';
  say(`  ${name}: ${words(one, unit)}, empty ${words(other, unit)}; ratio ${ratio.toFixed(2)}${verdict}`);
  return met || !counts;
}

function sayFirstJoin(joins: readonly FirstJoin[], say: Say): void {
  const of = (figure: keyof FirstJoin) => words(spreadOf(joins.map((join) => join[figure])), 'ms');
  say('The first person after a cold start:');
  say(`  a meeting of ${joins[0]?.events ?? 0} events: ${of('meetingMs')} after it was ready`);
  say(`  its goal of a megabyte: ${of('documentMs')} more; both ${of('allMs')} after the server was spawned`);
}

function spreads(starts: readonly Start[]): Record<string, Spread> {
  return Object.fromEntries(
    figures.map(({ figure }) => [figure, spreadOf(starts.map((start) => start[figure]))]),
  );
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (index: number) => Math.round((sorted[index] ?? 0) * 10) / 10;
  return { median: at(Math.floor((sorted.length - 1) / 2)), least: at(0), most: at(sorted.length - 1) };
}

function words({ median, least, most }: Spread, unit: string): string {
  return `${median} ${unit} (${least} to ${most})`;
}
