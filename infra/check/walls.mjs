// Import walls and cycles (walls.config.mjs), over the house and over a small house whose every wall
// is broken on purpose.
//
// Types count as imports: a wall that lets types through is a door. A file of the small house names
// the rules that it breaks in an `expect:` comment; every rule must be broken there at least once.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { root } from '../run/shell.mjs';
import { walls } from './walls.config.mjs';

const smallHouse = fileURLToPath(new URL('./canary/walls', import.meta.url));

const house = await look(root, ['packages', 'apps', 'tests']);
for (const { from, to, rule } of house.violations)
  console.log(`${from} → ${to}\n  ${rule.name}: ${comment(rule.name)}`);

const planted = await look(smallHouse, ['packages', 'apps']);
const silent = silentWalls(planted);
for (const text of silent) console.log(`canary: ${text}`);

const well = house.violations.length + silent.length === 0 && house.totalCruised > 0;
if (well) console.log(`${walls.length} walls stand, ${house.totalCruised} modules, no cycle.`);
process.exitCode = well ? 0 : 1;

/**
 * @param {string} baseDir @param {string[]} folders  in baseDir
 * @returns {Promise<import('dependency-cruiser').ISummary & { sources: string[] }>}
 */
async function look(baseDir, folders) {
  const { output } = await cruise(
    folders,
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: walls },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: ['/dist/', '^[^/]+/[^/]+/node_modules/\\.'] },
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'module', 'browser', 'node', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.json', '.d.ts'],
    },
  );
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered in words: ${output}`);
  return { ...output.summary, sources: output.modules.map(({ source }) => source) };
}

/** @param {{ violations: import('dependency-cruiser').IViolation[], sources: string[] }} planted */
function silentWalls({ violations, sources }) {
  const broken = new Set(violations.map(({ from, rule }) => `${from} ${rule.name}`));
  const expected = sources
    .filter((file) => /^(packages|apps)\//.test(file))
    .flatMap((file) => {
      const rules =
        /expect: (.+)/.exec(readFileSync(join(smallHouse, file), 'utf8'))?.[1]?.split(/\s+/) ?? [];
      return rules.map((rule) => `${file} ${rule}`);
    });
  const named = new Set(expected.map((item) => item.split(' ')[1]));
  return [
    ...expected.filter((item) => !broken.has(item)).map((item) => `planted break not found: ${item}`),
    ...[...broken]
      .filter((item) => !expected.includes(item))
      .map((item) => `found, but not planted: ${item}`),
    ...walls.filter(({ name }) => !named.has(name ?? '')).map(({ name }) => `no canary for the wall ${name}`),
  ];
}

/** @param {string} name */
function comment(name) {
  return walls.find((wall) => wall.name === name)?.comment ?? '';
}
