/**
 * The peers: packages of the npm registry, each set in a folder of its own, so that none is a dependency of ours.
 * PEERS names another folder, where they may lie already. Versions are those of the figures in the README.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder } from './folders';

/** By folder: the packages with their versions; the first is the peer itself. */
const packages = {
  // Runs on a Yjs 14 pre-release. Its range for @y/protocols reaches versions made for another package: this is its minimum.
  yws: { '@y/websocket-server': '0.1.5', '@y/protocols': '1.0.6-1', yjs: '14.0.0-16' },
  // Asks for Node 22 and runs on 20.
  hocus: { '@hocuspocus/server': '4.7.0', yjs: '13.6.33', 'y-protocols': '1.0.7' },
  gen: { 'socket.io': '4.8.4' },
  // uWebSockets.js itself is not on npm; this repackaging is.
  uws: { '@trufflesuite/uws-js-unofficial': '20.30.0-unofficial.0' },
} as const;
export type Peer = keyof typeof packages;
export const allPeers = Object.keys(packages) as Peer[];

export const peersFolder = process.env.PEERS ?? join(benchFolder, '.peers');

function isInstalled(peer: Peer): boolean {
  return existsSync(join(peersFolder, peer, 'node_modules', mainPackage(peer), 'package.json'));
}

/** Installs what is missing; a sentence where that fails. */
export function ensurePeers(peers: readonly Peer[]): void {
  for (const peer of peers) {
    if (isInstalled(peer)) continue;
    console.log(`Installing ${mainPackage(peer)} from npm into ${join(peersFolder, peer)} …`);
    install(peer);
  }
}

/** `name version` of each peer and of what matters most in it. */
export function peerVersions(peers: readonly Peer[]): string[] {
  return peers.map((peer) => {
    const names = [...Object.keys(packages[peer]), 'ws'];
    return names.flatMap((name) => versionOf(peer, name) ?? []).join(', ');
  });
}

function install(peer: Peer): void {
  const folder = join(peersFolder, peer);
  mkdirSync(folder, { recursive: true });
  const manifest = { name: `peer-${peer}`, private: true, type: 'module', dependencies: packages[peer] };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const flags = ['--no-audit', '--no-fund', '--no-update-notifier', '--ignore-scripts', '--loglevel=error'];
  const { status, stderr, error } = spawnSync('npm', ['install', ...flags], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status === 0 && isInstalled(peer)) return;
  throw new Error(`npm could not install the peer ${mainPackage(peer)}: ${error?.message ?? stderr.trim()}`);
}

function mainPackage(peer: Peer): string {
  return Object.keys(packages[peer])[0] ?? peer;
}

function versionOf(peer: Peer, name: string): string | null {
  try {
    const manifest = readFileSync(join(peersFolder, peer, 'node_modules', name, 'package.json'), 'utf8');
    return `${name} ${(JSON.parse(manifest) as { version: string }).version}`;
  } catch {
    return null;
  }
}
