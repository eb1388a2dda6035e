// `pnpm -s mufakat …`: the command line, built first when it is stale.
//
// Runs in the folder where the user is, so that a file's name means what they see. The build speaks
// on stderr only: stdout belongs to the command and can be piped.

import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './shell.mjs';
import { spawn } from 'node:child_process';

/** @type {string[]} */
const said = [];
const built = await build({ only: ['@mufakat/cli'], say: (line) => said.push(line) });
if (built !== 0) {
  console.error(said.join('\n'));
  process.exit(built);
}
const command = spawn(
  process.execPath,
  ['--enable-source-maps', join(root, 'apps/cli/dist/mufakat.js'), ...process.argv.slice(2)],
  { cwd: process.env['INIT_CWD'] ?? process.cwd(), stdio: 'inherit' },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => command.kill(signal));
command.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
