// Types of every workspace but the web app's pages (svelte.mjs), each with a canary.
//
// tsc runs once a workspace, over the workspace's own files and the canary together, so that a
// canary found means that the very same run had its eyes open. For the packages that must run
// anywhere the canary reaches for the page, the process and timers: there each must be a type error.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, run, tool } from '../run/shell.mjs';
import { silentCanaries, withCanaries } from './canary.mjs';

/** @param {string} name */
const canary = (name) => fileURLToPath(new URL(`./canary/types/${name}`, import.meta.url));

const programs = [
  ...['tally', 'record', 'domain', 'protocol', 'minutes', 'shared-docs'].map((name) => ({
    config: `packages/${name}/tsconfig.json`,
    canaries: [canary('anywhere.ts'), canary('pure.ts')],
  })),
  ...['packages', 'apps/server', 'apps/cli', 'apps', 'tests', '.'].map((folder) => ({
    config: `${folder}/tsconfig.json`,
    canaries: [canary('anywhere.ts')],
  })),
];

let wrong = 0;
for (const { config, canaries } of programs) {
  const { output } = await run(tool('tsc'), ['-p', withCanaries(config, canaries), '--pretty', 'false'], {
    quiet: true,
  });
  const found = diagnostics(output);
  const real = found.filter(({ file }) => !canaries.includes(file)).map(({ text }) => text);
  const silent = silentCanaries(canaries, found).map((text) => `${config}: canary: ${text}`);
  if (real.length + silent.length > 0) wrong += 1;
  for (const line of [...real, ...silent]) console.log(line);
}
console.log(
  wrong === 0
    ? `${programs.length} programs without an error.`
    : `${wrong} of ${programs.length} programs have errors.`,
);
process.exitCode = wrong === 0 ? 0 : 1;

/**
 * What tsc said, one entry an error; lines that are indented explain the error above them.
 * @param {string} output
 */
function diagnostics(output) {
  const blocks = output.split(/\n(?!\s)/).filter((text) => text.trim() !== '');
  return blocks.map((text) => {
    const [, file = '', line = '0', code = ''] = /^(.+?)\((\d+),\d+\): error (TS\d+):/.exec(text) ?? [];
    return { file: resolve(root, file), line: Number(line), code, text };
  });
}
