// Starting other programs, and saying how it went.
//
// Not here: what is started. Every program is a direct child and dies with this process: a signal
// that ends us ends it first, so that no build or test is left running behind a closed terminal.

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @param {NodeJS.Signals} signal */
function endAll(signal) {
  for (const child of children) child.kill(signal);
  process.exit(signal === 'SIGINT' ? 130 : signal === 'SIGHUP' ? 129 : 143);
}

/**
 * @typedef {object} Ran
 * @property {number} code     exit code; 128 and more when a signal ended it
 * @property {string} output   what it printed on both channels, in order ('' when shown)
 */

/**
 * Runs a program to its end. Quiet: the output is kept and handed back; otherwise it is shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<Ran>}
 */
export function run(command, args, { quiet = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    if (children.size === 0) for (const signal of signals) process.on(signal, endAll);
    children.add(child);
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const done = (/** @type {number} */ code) => {
      children.delete(child);
      if (children.size === 0) for (const signal of signals) process.off(signal, endAll);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${command}: ${error.message}\n`;
      if (!quiet) console.error(`${command}: ${error.message}`);
      done(127);
    });
    child.on('close', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** Path of a tool's program in the root's node_modules. @param {string} name */
export function tool(name) {
  return join(root, 'node_modules', '.bin', name);
}

/** A stopwatch that says `4.2 s`. */
export function stopwatch() {
  const start = performance.now();
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * Environment for turbo: it calls `pnpm` by name, which is missing where this script was started by
 * hand on a machine that only has npm; there a small stand-in calls the pinned pnpm through npx.
 * The dependencies were verified when the root script began; a second look from inside would race.
 * @returns {NodeJS.ProcessEnv}
 */
export function turboEnvironment() {
  const quiet = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
  const nested = { pnpm_config_verify_deps_before_run: 'false', npm_config_verify_deps_before_run: 'false' };
  const path = process.env['PATH'] ?? '';
  if (path.split(delimiter).some((folder) => existsSync(join(folder, 'pnpm'))))
    return { ...quiet, ...nested };
  const folder = join(root, 'node_modules', '.cache', 'bin');
  mkdirSync(folder, { recursive: true });
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'pnpm'), `#!/bin/sh\nexec npx -y ${packageManager} "$@"\n`);
  chmodSync(join(folder, 'pnpm'), 0o755);
  return { ...quiet, ...nested, PATH: `${folder}${delimiter}${path}` };
}
