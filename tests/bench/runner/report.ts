/**
 * The table: medians over the rounds, ratios with their spread from round to round, and whether each bound holds. Pure:
 * lines in, Markdown out.
 */
import { bounds, type Bound } from './bounds';
import { figureAt, median } from '../figures';

/** One line of a result file. */
export interface ResultLine {
  at: string;
  round: number;
  scenario: string;
  name: string;
  /** Measured, seconds; where it was chosen. */
  seconds?: number;
  [figure: string]: unknown;
}

export interface Row {
  bound: Bound;
  ours: Spread;
  /** The best of those it is compared with; null where the bound is absolute. */
  other: (Spread & { name: string }) | null;
  ratio: Spread | null;
  holds: boolean;
  /** What to know before this row is believed. */
  notes: string[];
}

interface Spread {
  median: number;
  min: number;
  max: number;
  runs: number;
}

/** Nearer to the bound than this, three short rounds do not say which side it is on. */
const nearness = 0.2;
const enoughRounds = 5;
/** Above this the generator's own queueing is in the latency. */
const busyGenerator = 0.85;

export function report(lines: readonly ResultLine[]): string {
  const rows = bounds.flatMap((bound) => rowOf(bound, lines) ?? []);
  const head =
    '| scenario | measure | ours | against | ratio | must be | |\n|---|---|---:|---:|---:|---:|---|';
  const kept = rows.filter(({ holds }) => holds).length;
  const failures = lines.filter(({ error }) => typeof error === 'string');
  const table = [head, ...rows.map(tableRow), '', `${kept} of ${rows.length} bounds hold.`];
  return [
    ...(rows.length > 0 ? table : ['No bound speaks of these runs.']),
    ...failures.map(
      ({ scenario, name, round, error }) => `Failed: ${scenario} ${name}, round ${round}: ${String(error)}`,
    ),
  ].join('\n');
}

/** Null where the runs for it are missing. */
export function rowOf(bound: Bound, lines: readonly ResultLine[]): Row | null {
  const here = lines.filter(({ scenario, error }) => scenario === bound.scenario && error === undefined);
  const ours = spreadOf(here, 'ours', bound.path);
  if (!ours) return null;
  const notes = notesOn(here.filter(({ name }) => name === 'ours'));
  const { must } = bound;
  if (must.kind === 'at-most') {
    const holds = ours.median <= must.limit;
    return {
      bound,
      ours,
      other: null,
      ratio: null,
      holds,
      notes: [...notes, ...near(ours.median, must.limit, ours)],
    };
  }
  const other = bestOf(here, must, bound.path);
  if (!other) return null;
  const ratio = ratioOf(here, other, bound.path, ours);
  const holds = must.kind === 'ratio-at-most' ? ratio.median <= must.factor : ratio.median >= must.factor;
  return { bound, ours, other, ratio, holds, notes: [...notes, ...near(ratio.median, must.factor, ours)] };
}

function bestOf(
  lines: readonly ResultLine[],
  must: Extract<Bound['must'], { against: unknown }>,
  path: string,
): Row['other'] {
  const better = must.kind === 'ratio-at-most' ? 1 : -1;
  const others = must.against.flatMap((name) => {
    const spread = spreadOf(lines, name, path);
    return spread ? [{ name, ...spread }] : [];
  });
  return others.sort((a, b) => better * (a.median - b.median))[0] ?? null;
}

/** Of the medians; its spread is that of the rounds, each against the other's same round. */
function ratioOf(
  lines: readonly ResultLine[],
  other: Spread & { name: string },
  path: string,
  ours: Spread,
): Spread {
  const inRound = (name: string, round: number) =>
    lines
      .filter((line) => line.name === name && line.round === round)
      .flatMap((line) => figureAt(line, path) ?? [])[0];
  const rounds = [...new Set(lines.map(({ round }) => round))].flatMap((round) => {
    const [a, b] = [inRound('ours', round), inRound(other.name, round)];
    return a === undefined || b === undefined ? [] : [a / b];
  });
  const value = ours.median / other.median;
  return {
    median: value,
    min: Math.min(value, ...rounds),
    max: Math.max(value, ...rounds),
    runs: rounds.length,
  };
}

function spreadOf(lines: readonly ResultLine[], name: string, path: string): Spread | null {
  const values = lines.filter((line) => line.name === name).flatMap((line) => figureAt(line, path) ?? []);
  if (values.length === 0) return null;
  return { median: median(values), min: Math.min(...values), max: Math.max(...values), runs: values.length };
}

function near(value: number, limit: number, { runs }: Spread): string[] {
  const isNear = Math.abs(value / limit - 1) < nearness;
  return isNear && runs < enoughRounds ? ['near the bound: five rounds of 20 s'] : [];
}

function notesOn(ours: readonly ResultLine[]): string[] {
  const worst = (path: string) => ours.flatMap((line) => figureAt(line, path) ?? []);
  const lost = [...worst('ratio'), ...worst('aRatio')].some((ratio) => ratio < 0.999);
  const busy = [...worst('genUtil'), ...worst('best.genUtil')].some((util) => util > busyGenerator);
  const unsynced = ours.some(({ allSynced }) => allSynced === false);
  return [
    ...(lost ? ['something was late or lost'] : []),
    ...(unsynced ? ['not all came in'] : []),
    ...(busy ? ['the generator was the limit'] : []),
  ];
}

function tableRow({ bound, ours, other, ratio, holds, notes }: Row): string {
  const against = other ? `${other.name} ${withSpread(other)}` : '';
  const sign = holds ? '✓' : '✗';
  const verdict = [sign, ...notes].join(' ');
  return `| ${bound.scenario} | ${bound.measure} | ${withSpread(ours)} | ${against} | ${ratio ? withSpread(ratio) : ''} | ${mustText(bound)} | ${verdict} |`;
}

function mustText({ must }: Bound): string {
  switch (must.kind) {
    case 'at-most':
      return `≤ ${must.limit}`;
    case 'ratio-at-most':
      return `≤ ${must.factor} ×`;
    case 'ratio-at-least':
      return `≥ ${must.factor} ×`;
    default:
      return must satisfies never;
  }
}

function withSpread({ median: value, min, max, runs }: Spread): string {
  return runs > 1 ? `${short(value)} (${short(min)}–${short(max)})` : short(value);
}

/** Three significant digits, thousands apart. */
export function short(x: number): string {
  const size = Math.abs(x);
  if (size >= 1000) return Math.round(x).toLocaleString('en-GB');
  return x.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
