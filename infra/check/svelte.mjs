// The web app's pages and modules, by svelte-check, with a canary in the same run.
//
// svelte-check can pass while checking nothing (a wrong include, an unsupported TypeScript), so the
// planted errors must be found and every file under apps/web/src must have been counted. Its
// warnings (accessibility, unused styles) are failures here: what is right in spite of one says so
// in the page with `svelte-ignore`.

import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, run, tool } from '../run/shell.mjs';
import { silentCanaries, withCanaries } from './canary.mjs';

const web = join(root, 'apps/web');
const canary = fileURLToPath(new URL('./canary/types/Canary.svelte', import.meta.url));
const tsconfig = withCanaries('apps/web/tsconfig.json', [canary]);
const { output } = await run(
  tool('svelte-check'),
  ['--workspace', web, '--tsconfig', tsconfig, '--output', 'machine-verbose'],
  { quiet: true },
);

const found = [...output.matchAll(/^\d+ (\{.*\})$/gm)].map(([, json = '']) => {
  const { type, filename, start, code, message } = JSON.parse(json);
  return { file: resolve(web, filename), line: start.line + 1, code: String(code), type, message };
});
const real = found.filter(({ file }) => file !== canary);
const silent = silentCanaries([canary], found);
const checked = Number(/COMPLETED (\d+) FILES/.exec(output)?.[1] ?? 0);
const present = sources(join(web, 'src')).length + 1;

for (const { file, line, type, message, code } of real)
  console.log(`${relative(root, file)}:${line} ${type.toLowerCase()}: ${message} (${code})`);
for (const text of silent) console.log(`canary: ${text}`);
if (checked < present) console.log(`Only ${checked} files were checked; there are ${present}.\n${output}`);
else if (real.length + silent.length === 0) console.log(`${checked} files without an error or a warning.`);
process.exitCode = real.length + silent.length > 0 || checked < present ? 1 : 0;

/** Pages and modules in a folder, without tests. @param {string} folder */
function sources(folder) {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => /\.(ts|svelte)$/.test(name) && !/\.(test|d)\.ts$/.test(name));
  } catch {
    return [];
  }
}
