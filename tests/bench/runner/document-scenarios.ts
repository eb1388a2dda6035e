/** Scenarios over shared documents: meetings, assemblies, storms of joins, cursors, memory. */
import { join } from 'node:path';
import { documentFile, type DocumentSize } from '../documents';
import { sleep } from '../generator/meter';
import type { DocumentJob, DocumentMode, RoomPlace } from '../job';
import { makeRooms } from '../ours/document-rooms';
import { outFolder } from './folders';
import type { Figures } from './generate';
import { measureOn } from './measured-server';
import type { RunContext, Scenario } from './scenario';
import { documentWireOf, type TargetName } from './targets';

type Same = 'readers' | 'writers' | 'pointers' | 'editsPerS' | 'movesPerS' | 'announces' | 'mode';

/** What a scenario says of its job; the places are made for each run. */
export interface DocumentShape extends Pick<DocumentJob, Same> {
  rooms: number;
  document: DocumentSize | null;
}

const still: DocumentShape = {
  rooms: 1,
  readers: 0,
  writers: 0,
  pointers: 0,
  editsPerS: 0,
  movesPerS: 0,
  announces: false,
  document: null,
  mode: { kind: 'steady' },
};

const short = { rounds: 3, seconds: 5 };
/** These settle slowly. */
const long = { rounds: 5, seconds: 20 };
const peers = ['yws', 'hocus'] as const;
const saturation: DocumentMode = { kind: 'saturation', p99Ms: 100, maxEditsPerS: 40_000 };

export const documentScenarios: readonly Scenario[] = [
  documentScenario('S1', '60 readers, 5 writers × 5 edits/s', ['ours', ...peers], long, {
    ...{ document: '0.1', readers: 60, writers: 5, editsPerS: 5 },
  }),
  documentScenario('S2', '300 readers, 20 writers × 5 edits/s', ['ours', ...peers, 'limit-batch20'], short, {
    ...{ document: '0.1', readers: 300, writers: 20, editsPerS: 5 },
  }),
  documentScenario('S3', '1,000 readers, 5 writers × 2 edits/s', ['ours', ...peers], long, {
    ...{ document: '0.1', readers: 1000, writers: 5, editsPerS: 2 },
  }),
  documentScenario('S4', '200 rooms × (4 readers, 1 writer × 1 edit/s)', ['ours', ...peers], long, {
    ...{ rooms: 200, readers: 4, writers: 1, editsPerS: 1 },
  }),
  documentScenario('S5', '500 people at once into 1 MB', ['ours', ...peers, 'limit-pre'], short, {
    ...{ document: '1', readers: 500, mode: { kind: 'storm' } },
  }),
  documentScenario('S5a', 'the same, each showing themselves', ['ours', ...peers, 'limit-pre'], short, {
    ...{ document: '1', readers: 500, announces: true, mode: { kind: 'storm' } },
  }),
  documentScenario('S6', '300 readers, 20 writers, rising', ['ours', 'hocus'], short, {
    ...{ readers: 300, writers: 20, editsPerS: 5, mode: saturation },
  }),
  documentScenario('S7', '300 readers, 20 writers × 167 edits/s', ['ours', 'hocus', 'limit-batch20'], short, {
    ...{ readers: 300, writers: 20, editsPerS: 167 },
  }),
  documentScenario('A2', '300 cursors × 2 moves/s', ['ours', ...peers], short, {
    ...{ readers: 300, pointers: 300, movesPerS: 2 },
  }),
  documentScenario('J1', 'one join, 1 MB', ['ours', ...peers], short, {
    ...{ document: '1', readers: 15, mode: { kind: 'joins', joins: 15 } },
  }),
  documentScenario('J10', 'one join, 10 MB', ['ours', ...peers], short, {
    ...{ document: '10', readers: 8, mode: { kind: 'joins', joins: 8 } },
  }),
  documentScenario(
    'M1',
    '1,000 idle connections',
    ['ours', ...peers],
    { rounds: 3, seconds: 2 },
    {
      ...{ readers: 1000, mode: { kind: 'idle' } },
    },
  ),
  documentScenario(
    'M2',
    '100 documents of 0.26 MB',
    ['ours', ...peers],
    { rounds: 3, seconds: 1 },
    {
      ...{ rooms: 100, readers: 1, document: '0.1', mode: { kind: 'idle' } },
    },
  ),
];

export function documentScenario(
  name: string,
  what: string,
  targets: readonly TargetName[],
  effort: { rounds: number; seconds: number },
  shape: Partial<DocumentShape>,
): Scenario {
  const whole = { ...still, ...shape };
  return { name, what, targets, ...effort, run: (target, context) => runDocuments(target, whole, context) };
}

async function runDocuments(target: TargetName, shape: DocumentShape, context: RunContext): Promise<Figures> {
  const wire = documentWireOf(target);
  const document =
    shape.document === null ? null : documentFile(join(outFolder, 'documents'), shape.document);
  return measureOn(target, context, async ({ url, port, pid }) => ({
    ...shape,
    of: 'documents',
    port,
    pids: [pid],
    wire,
    rooms: await roomsOn(target, url, shape),
    document,
    seconds: context.seconds,
  }));
}

async function roomsOn(target: TargetName, url: string, shape: DocumentShape): Promise<RoomPlace[]> {
  if (target !== 'ours') return Array.from({ length: shape.rooms }, (_, index) => openRoom(index));
  // Whoever shows themselves has a seat that may.
  const pointers = shape.announces ? shape.readers : shape.pointers;
  const rooms = await makeRooms(url, { ...shape, pointers });
  // What was made settles: its flushes, its garbage.
  await sleep(1000);
  return rooms;
}

/** Peers make a room for whoever asks for it. */
function openRoom(index: number): RoomPlace {
  const name = `bench-${index}`;
  return { path: `/${name}`, name, preloader: '', writers: [], readers: [''] };
}
