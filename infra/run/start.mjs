// `pnpm start`: builds what has changed, then runs the server until it is told to stop.
//
// The server prints its own address and its own errors. Invariants:
// - The server gets one signal for one wish. A Ctrl+C reaches this process several times (from the
//   terminal and again from pnpm), and a second signal would cut the server's goodbye short; so it
//   runs in a process group of its own, and only this process passes signals on.
// - The server never outlives this process: should this be killed outright, the channel between the
//   two closes and stop-with-parent.mjs stops the server as a SIGTERM would.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './shell.mjs';

const main = join(root, 'apps/server/dist/main.js');
const sameWishMs = 1_000;

const built = await build();
if (built !== 0) process.exit(built);
if (!existsSync(main)) {
  console.error(`The build made no ${main}.`);
  process.exit(1);
}
console.log('Starting the server …');
serve();

function serve() {
  const server = spawn(
    process.execPath,
    [
      '--disable-proto=delete',
      '--enable-source-maps',
      '--import',
      new URL('./stop-with-parent.mjs', import.meta.url).href,
      main,
      ...process.argv.slice(2),
    ],
    { cwd: root, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  let askedAtMs = -Infinity;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    const nowMs = performance.now();
    if (nowMs - askedAtMs < sameWishMs) return;
    askedAtMs = nowMs;
    server.kill(signal);
  };
  process.on('SIGINT', () => pass('SIGINT'));
  process.on('SIGTERM', () => pass('SIGTERM'));
  process.on('SIGHUP', () => pass('SIGTERM'));
  server.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}`);
    process.exit(1);
  });
  server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
