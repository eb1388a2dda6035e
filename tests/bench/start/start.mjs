#!/usr/bin/env node
// Start-up against stored history: `node tests/bench/start/start.mjs [--curve] [--rounds 5] [--core 0] [--server dist/main.js]`.
// HISTORY names the folder in which histories are kept between runs (default: tests/out/history).
// The server must be built (pnpm build). The sources run as they are, through Vite.

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: {
    curve: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    core: { type: 'string', default: '0' },
    server: { type: 'string' },
  },
});
const start = fileURLToPath(new URL('./start.ts', import.meta.url));
const { module } = await runnerImport(start, { configFile: false, logLevel: 'error' });
const options = {
  histories: process.env.HISTORY ?? fileURLToPath(new URL('../../out/history', import.meta.url)),
  rounds: Number(values.rounds),
  core: values.core,
  program: values.server,
  say: (/** @type {string} */ line) => console.log(line),
};
const met = values.curve ? await module.curve(options) : await module.run(options);
process.exit(met ? 0 : 1);
