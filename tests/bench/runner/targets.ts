/**
 * What can be measured, by name. Each is one server process, started afresh for every run; *limits* know no CRDT, no
 * session and no disk, and say what this machine could do at best.
 */
import { join } from 'node:path';
import type { DocumentWireName, EventWireName } from '../job';
import { builtFolder } from './folders';
import { peersFolder, type Peer } from './peers';

export interface OtherTarget {
  kind: 'document' | 'event';
  /** The program, for Node. */
  program: string;
  env: Record<string, string>;
  wire: DocumentWireName | EventWireName;
  /** The peer that must be installed; null: ours to the last byte. */
  peer: Peer | null;
}

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

export const otherTargets = {
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

export type TargetName = 'ours' | keyof typeof otherTargets;

export function isTarget(name: string): name is TargetName {
  return name === 'ours' || Object.hasOwn(otherTargets, name);
}

export const targetNames: readonly TargetName[] = ['ours', ...(Object.keys(otherTargets) as TargetName[])];
