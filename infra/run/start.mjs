// `pnpm start`: builds what has changed, then runs the server until it is told to stop.
//
// The server prints its own address and its own errors. How signals reach it: apart.mjs.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runApart } from './apart.mjs';
import { build } from './build.mjs';
import { root } from './shell.mjs';

const main = join(root, 'apps/server/dist/main.js');

const built = await build();
if (built !== 0) process.exit(built);
if (!existsSync(main)) {
  console.error(`The build made no ${main}.`);
  process.exit(1);
}
console.log('Starting the server …');
runApart(['--disable-proto=delete', main, ...process.argv.slice(2)], root);
