// `pnpm check`: everything that can be said about the code without running it.
// `pnpm check lint types` does only the steps named.
//
// Each step is a program that can also be run alone (its command is printed when it fails). Steps
// that could pass while looking at nothing carry a canary: planted errors in ./canary that must be
// found, or the step fails. Two steps run at a time; what they print is shown only when they fail.
// The last line is always `N passed, N failed`.

import { run, stopwatch, tool } from '../run/shell.mjs';

/** @type {ReadonlyArray<{ name: string, what: string, command: readonly [string, ...string[]] }>} */
const steps = [
  { name: 'lint', what: 'ESLint, with its canary', command: ['node', 'infra/check/lint.mjs'] },
  {
    name: 'types',
    what: 'TypeScript in each workspace, with canaries',
    command: ['node', 'infra/check/types.mjs'],
  },
  { name: 'svelte', what: 'svelte-check, with its canary', command: ['node', 'infra/check/svelte.mjs'] },
  {
    name: 'walls',
    what: 'import walls and cycles, with canaries',
    command: ['node', 'infra/check/walls.mjs'],
  },
  {
    name: 'infra',
    what: 'image, compose file, Caddyfile and units, with canaries',
    command: ['node', 'infra/check/infra.mjs'],
  },
  {
    name: 'unused',
    what: 'unused files, exports and dependencies',
    command: [tool('knip'), '--no-progress', '--no-config-hints'],
  },
  {
    name: 'format',
    what: 'Prettier (pnpm format mends it)',
    command: [tool('prettier'), '--check', '--log-level=warn', '--cache', '.'],
  },
  {
    name: 'engines',
    what: 'dependencies run on the lowest Node',
    command: ['node', 'infra/check/engines.mjs'],
  },
];

const asked = process.argv.slice(2).filter((arg) => arg !== '--');
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

const todo = steps.filter((step) => asked.length === 0 || asked.includes(step.name));
const queue = [...todo];
/** @type {Map<string, { code: number, output: string }>} */
const results = new Map();
const time = stopwatch();
console.log(`Checking: ${todo.map((step) => step.name).join(', ')} …`);
await Promise.all([lane(), lane()]);

const failed = todo.filter((step) => results.get(step.name)?.code !== 0);
for (const step of failed) {
  console.log(`\n──── ${step.name}: ${step.what}`);
  console.log(results.get(step.name)?.output.trimEnd());
  console.log(`──── alone: pnpm check ${step.name}`);
}
console.log(
  `\n${failed.length === 0 ? 'All is well' : `Failed: ${failed.map((step) => step.name).join(', ')}`} (${time()}).`,
);
console.log(`${todo.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function lane() {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const stepTime = stopwatch();
    const [command, ...args] = step.command;
    const result = await run(command === 'node' ? process.execPath : command, args, { quiet: true });
    results.set(step.name, result);
    console.log(`  ${result.code === 0 ? '✓' : '✗'} ${step.name.padEnd(8)} ${step.what} (${stepTime()})`);
  }
}
