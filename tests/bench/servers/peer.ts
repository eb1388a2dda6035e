/**
 * Loads packages of the peers, which are installed in a folder of their own (peers.ts). Those that have ES modules are
 * loaded as such, as an application would: Yjs' CommonJS build encodes a document about three times slower.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.env.PEERS ?? '';
export const port = Number(process.env.PORT);

/** A CommonJS package. What is in it is for the caller to say. */
export function requirePeer<T>(peer: string, name: string): T {
  return createRequire(join(folder, peer, 'package.json'))(name) as T;
}

/** An ES module, resolved from the peer's folder. */
export async function importPeer<T>(peer: string, name: string): Promise<T> {
  const shim = join(folder, peer, 'node_modules', 'bench-shim.mjs');
  if (!existsSync(shim)) writeFileSync(shim, 'export const load = (name) => import(name);\n');
  const { load } = (await import(pathToFileURL(shim).href)) as { load(name: string): Promise<T> };
  return load(name);
}
