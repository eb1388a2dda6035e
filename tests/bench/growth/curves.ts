/**
 * How costs grow: scenarios along one axis each, and the picture that is drawn of them. They run with `--growth`, or
 * where a point of theirs is named.
 */
import { documentScenario, type DocumentShape } from '../runner/document-scenarios';
import type { Scenario } from '../runner/scenario';
import type { TargetName } from '../runner/targets';
import { startCurve } from '../start/start-scenarios';

export interface Curve {
  /** Of the picture, and of its points' scenarios. */
  name: string;
  title: string;
  xLabel: string;
  yLabel: string;
  yScale: 'linear' | 'log';
  points: readonly { x: number; scenario: Scenario }[];
  series: readonly Series[];
}

/** One line: whose, and which figure of theirs. */
export interface Series {
  label: string;
  target: TargetName;
  path: string;
}

const effort = { rounds: 3, seconds: 5 };
const targets: readonly TargetName[] = ['ours', 'yws', 'hocus'];
const cpu = { yLabel: 'CPU of the server, seconds per million deliveries', yScale: 'linear' } as const;
const room: Partial<DocumentShape> = { readers: 60, writers: 5, editsPerS: 5, document: '0.1' };
const idle: Partial<DocumentShape> = { readers: 1, mode: { kind: 'idle' } };

export const curves: readonly Curve[] = [
  {
    name: 'readers',
    title: 'CPU per delivery against readers (5 writers × 5 edits/s)',
    xLabel: 'readers of one document',
    ...cpu,
    yScale: 'log',
    points: along('readers', [10, 30, 100, 300, 1000], (readers) => ({ ...room, readers })),
    series: linesOf('cpuPer1M'),
  },
  {
    name: 'writers',
    title: 'CPU per delivery against writers (300 readers, 5 edits/s each)',
    xLabel: 'writers in one document',
    ...cpu,
    points: along('writers', [1, 3, 10, 30], (writers) => ({ ...room, readers: 300, writers })),
    series: linesOf('cpuPer1M'),
  },
  {
    name: 'rooms',
    title: 'CPU per delivery against rooms (4 readers, 1 writer × 1 edit/s in each)',
    xLabel: 'documents in use',
    ...cpu,
    yScale: 'log',
    points: along('rooms', [1, 10, 50, 200], (rooms) => ({ rooms, readers: 4, writers: 1, editsPerS: 1 })),
    series: linesOf('cpuPer1M'),
  },
  {
    name: 'size',
    title: 'CPU per delivery against the document (60 readers, 5 writers × 5 edits/s)',
    xLabel: 'size of the document, MB',
    ...cpu,
    points: sizes((document) => ({ ...room, document })),
    series: linesOf('cpuPer1M'),
  },
  {
    name: 'connections',
    title: 'Memory per idle connection',
    xLabel: 'connections to one document',
    yLabel: 'KB per connection',
    yScale: 'linear',
    points: along('connections', [100, 300, 1000, 2000], (readers) => ({ ...idle, readers })),
    series: linesOf('idle.kbPerConn'),
  },
  {
    name: 'open-rooms',
    title: 'Memory per open document with next to nothing in it',
    xLabel: 'documents open',
    yLabel: 'KB per document',
    yScale: 'linear',
    points: along('open-rooms', [10, 30, 100, 300], (rooms) => ({ ...idle, rooms })),
    series: linesOf('mem.kbPerDoc'),
  },
  {
    name: 'documents',
    title: 'Memory per open document against its size',
    xLabel: 'size of the document, MB',
    yLabel: 'KB per document',
    yScale: 'log',
    points: sizes((document) => ({ ...idle, document, rooms: document === '10' ? 2 : 10 }), 'documents'),
    series: linesOf('mem.kbPerDoc'),
  },
  {
    name: 'start',
    title: 'Time until a start is ready against what is stored',
    xLabel: 'events stored',
    yLabel: 'ms from spawn',
    yScale: 'linear',
    points: startCurve,
    series: besideEmpty('readyMs'),
  },
  {
    name: 'start-memory',
    title: 'Memory two seconds after a start against what is stored',
    xLabel: 'events stored',
    yLabel: 'MB resident',
    yScale: 'linear',
    points: startCurve,
    series: besideEmpty('memoryMb'),
  },
];

function along(
  name: string,
  xs: readonly number[],
  shape: (x: number) => Partial<DocumentShape>,
): Curve['points'] {
  return xs.map((x) => ({ x, scenario: point(`${name}-${x}`, shape(x)) }));
}

function sizes(
  shape: (document: '0.1' | '1' | '10') => Partial<DocumentShape>,
  name = 'size',
): Curve['points'] {
  // As they come out in MB; their names are rounder.
  const made = { '0.1': 0.26, '1': 1.02, '10': 10.2 } as const;
  return (['0.1', '1', '10'] as const).map((document) => ({
    x: made[document],
    scenario: point(`${name}-${document}`, shape(document)),
  }));
}

function point(name: string, shape: Partial<DocumentShape>): Scenario {
  return documentScenario(`growth-${name}`, name, targets, effort, shape);
}

/** Both are starts of ours, in turns. */
function besideEmpty(figure: 'readyMs' | 'memoryMb'): Series[] {
  return [
    { label: 'with what is stored', target: 'ours', path: `full.${figure}` },
    { label: 'on an empty folder', target: 'ours', path: `empty.${figure}` },
  ];
}

function linesOf(path: string): Series[] {
  const label = { ours: 'ours', yws: 'y-websocket', hocus: 'Hocuspocus' };
  return (['ours', 'yws', 'hocus'] as const).map((target) => ({ label: label[target], target, path }));
}
