// ESLint over the whole house, then over the canary with the same rules and the same type service.
//
// Besides the canary, every source file that exists must have been looked at: a pattern that stops
// matching would otherwise look like clean code.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { root } from '../run/shell.mjs';
import { silentCanaries } from './canary.mjs';

const house = new ESLint({ cwd: root });
const results = await house.lintFiles(['.']);
const formatter = await house.loadFormatter('stylish');
const report = await formatter.format(results);
const wrong = results.some(({ errorCount, warningCount }) => errorCount + warningCount > 0);
if (wrong) console.log(report);

const looked = new Set(results.map(({ filePath }) => filePath));
const missed = sources().filter((file) => !looked.has(file));
for (const file of missed) console.log(`not linted: ${file}`);

const planted = await new ESLint({ cwd: root, ignore: false }).lintFiles([
  'infra/check/canary/lint/**/*.{ts,svelte}',
]);
const found = planted.flatMap(({ filePath, messages }) =>
  messages.map(({ line, ruleId }) => ({ file: filePath, line, code: ruleId ?? 'parser' })),
);
const silent = silentCanaries(
  planted.map(({ filePath }) => filePath),
  found,
);
for (const text of silent) console.log(`canary: ${text}`);
if (planted.length < 3) console.log('canary: its files were not linted');

const well = !wrong && missed.length + silent.length === 0 && planted.length >= 3;
if (well) console.log(`${results.length} files without an error or a warning.`);
process.exitCode = well ? 0 : 1;

/** Every TypeScript and Svelte file under the workspaces' own folders; absolute paths. */
function sources() {
  return ['packages', 'apps', 'tests'].flatMap((top) =>
    readdirSync(join(root, top), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['node_modules', 'dist'].includes(entry.name))
      .flatMap((entry) => walk(join(root, top, entry.name))),
  );
}

/** @param {string} folder @returns {string[]} */
function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return /\.(ts|svelte)$/.test(entry.name) ? [path] : [];
  });
}
