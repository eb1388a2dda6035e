// Runs a Node program in a process group of its own until it ends, and ends as it did.
//
// Invariants:
// - The program gets one signal for one wish. A Ctrl+C reaches this process several times (from the
//   terminal and again from pnpm), and a second signal would cut a server's goodbye short; so only
//   this process passes signals on.
// - The program never outlives this process: should this be killed outright, the channel between the
//   two closes and stop-with-parent.mjs stops the program as a SIGTERM would.

import { spawn } from 'node:child_process';

const sameWishMs = 1_000;

/** @param {readonly string[]} args  of Node: flags, the program, its arguments @param {string} cwd */
export function runApart(args, cwd) {
  const program = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', new URL('./stop-with-parent.mjs', import.meta.url).href, ...args],
    { cwd, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  let askedAtMs = -Infinity;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    const nowMs = performance.now();
    if (nowMs - askedAtMs < sameWishMs) return;
    askedAtMs = nowMs;
    program.kill(signal);
  };
  process.on('SIGINT', () => pass('SIGINT'));
  process.on('SIGTERM', () => pass('SIGTERM'));
  process.on('SIGHUP', () => pass('SIGTERM'));
  program.on('error', (error) => {
    console.error(`It could not be started: ${error.message}`);
    process.exit(1);
  });
  program.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
