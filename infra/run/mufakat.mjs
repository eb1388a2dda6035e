// `pnpm -s mufakat …`: the command line, built first when it is stale.
//
// Runs in the folder where the user is, so that a file's name means what they see. The build speaks
// on stderr only: stdout belongs to the command and can be piped.

import { join } from 'node:path';
import { runApart } from './apart.mjs';
import { build } from './build.mjs';
import { root } from './shell.mjs';

/** What a command needs built besides itself. @type {Record<string, readonly string[]>} */
const needs = {
  serve: ['@mufakat/server', '@mufakat/web'],
  backup: ['@mufakat/server'],
  restore: ['@mufakat/server'],
};

const args = process.argv.slice(2);
const only = [
  '@mufakat/cli',
  ...args.flatMap((arg) => (Object.hasOwn(needs, arg) ? (needs[arg] ?? []) : [])),
];
/** @type {string[]} */
const said = [];
const built = await build({ only, say: (line) => said.push(line) });
if (built !== 0) {
  console.error(said.join('\n'));
  process.exit(built);
}
runApart([join(root, 'apps/cli/dist/mufakat.js'), ...args], process.env['INIT_CWD'] ?? process.cwd());
