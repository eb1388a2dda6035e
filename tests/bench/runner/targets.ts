/**
 * What can be measured, by name. Each is one server process, started afresh for every run; *limits* know no CRDT, no
 * session and no disk, and say what this machine could do at best.
 */
import { join } from 'node:path';
import type { DocumentWireName, EventWireName } from '../job';
import { builtFolder } from './folders';
import { peersFolder, type Peer } from './peers';

interface Program {
  /** For Node. */
  program: string;
  env: Record<string, string>;
  /** The peer that must be installed; null: ours to the last byte. */
  peer: Peer | null;
}

type OtherTarget =
  | (Program & { kind: 'document'; wire: DocumentWireName })
  | (Program & { kind: 'event'; wire: EventWireName });

const server = (name: string) => join(builtFolder, 'servers', `${name}.js`);

const documentTarget = (
  program: string,
  peer: Peer | null,
  wire: DocumentWireName = 'yws',
  env: Record<string, string> = {},
): OtherTarget => ({ kind: 'document', program, env, wire, peer });

const eventTarget = (
  program: string,
  peer: Peer | null,
  wire: EventWireName,
  env: Record<string, string>,
): OtherTarget => ({ kind: 'event', program, env, wire, peer });

const limit = (env: Record<string, string>) => documentTarget(server('limit'), null, 'yws', env);

const programs = {
  yws: documentTarget(join(peersFolder, 'yws/node_modules/@y/websocket-server/src/server.js'), 'yws'),
  hocus: documentTarget(server('hocuspocus'), 'hocus', 'hocus'),
  'limit-pre': limit({ LIMIT: 'pre' }),
  'limit-batch0': limit({ LIMIT: 'batch', WINDOW: '0' }),
  'limit-batch20': limit({ LIMIT: 'batch', WINDOW: '20' }),
  'limit-uws': documentTarget(server('limit-uws'), 'uws'),
  sio: eventTarget(server('sio'), 'gen', 'socket.io', { TALLY: 'each', PRESENCE: 'each' }),
  'sio-coalesced': eventTarget(server('sio'), 'gen', 'socket.io', { TALLY: '50', PRESENCE: '50' }),
  'limit-events': eventTarget(server('ws-events'), null, 'ws', { PRESENCE: '50' }),
} satisfies Record<string, OtherTarget>;

export type TargetName = 'ours' | keyof typeof programs;

export function isTarget(name: string): name is TargetName {
  return name === 'ours' || Object.hasOwn(programs, name);
}

export const targetNames: readonly TargetName[] = ['ours', ...(Object.keys(programs) as TargetName[])];

/** Of all but ours. */
export const otherTargets: Readonly<Record<Exclude<TargetName, 'ours'>, OtherTarget>> = programs;

export function documentWireOf(target: TargetName): DocumentWireName {
  if (target === 'ours') return 'ours';
  const other = otherTargets[target];
  if (other.kind === 'document') return other.wire;
  throw new Error(`${target} has no documents, and cannot be measured here.`);
}

export function eventWireOf(target: TargetName): EventWireName {
  if (target === 'ours') return 'ours';
  const other = otherTargets[target];
  if (other.kind === 'event') return other.wire;
  throw new Error(`${target} has no session events, and cannot be measured here.`);
}
