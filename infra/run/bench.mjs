// `pnpm bench`: measures the server against its peers; `pnpm bench --quick` in under five minutes.
//
// Builds what is stale and the bench itself, then runs it; options and how to read it: tests/bench/README.md.
// Run nothing else meanwhile.

import { join } from 'node:path';
import { build } from './build.mjs';
import { root, run, tool } from './shell.mjs';

const args = process.argv.slice(2).filter((arg) => arg !== '--');
const folder = join(root, 'tests/bench');
const needsServer = !['report', 'peers'].includes(args[0] ?? '');

if (needsServer) {
  const built = await build({ only: ['@mufakat/server', '@mufakat/web'] });
  if (built !== 0) process.exit(built);
}
const bundled = await run(tool('vite'), ['build', '--ssr', '--logLevel', 'warn'], {
  quiet: true,
  cwd: folder,
});
if (bundled.code !== 0) {
  console.error(`The bench could not be built:\n${bundled.output.trim()}`);
  process.exit(1);
}
process.exitCode = (
  await run(process.execPath, ['--enable-source-maps', join(folder, 'dist/bench.js'), ...args])
).code;
