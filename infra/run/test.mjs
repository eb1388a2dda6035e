// `pnpm test`: builds what is stale, sees to a browser, runs every test.
// `pnpm test:fast`: unit tests alone (`--fast`), without a build or a browser.
//
// Further arguments go to Vitest: `pnpm test -- tests/e2e -t "joins by code"`.
// The last line is always `N passed, N failed`. What could not be checked is said loudly, and is a
// failure in CI; a run that tried no test at all is a failure everywhere.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { run, stopwatch, tool } from './shell.mjs';

const given = process.argv.slice(2);
const fast = given.includes('--fast');
const vitestArgs = given.filter((arg) => arg !== '--fast' && arg !== '--');
const time = stopwatch();

if (!fast && (await build()) !== 0) finish({ passed: 0, failed: 1 });

/** @type {string[]} */
const unchecked = [];
/** @type {NodeJS.ProcessEnv} */
const env = {};
if (!fast) {
  // Made-up elections of each voting method: as many as a release must have counted; a fast run tries some hundreds.
  env['ELECTIONS'] = process.env['ELECTIONS'] ?? '10000';
  const chromium = await ensureChromium();
  if ('path' in chromium) env['CHROMIUM'] = chromium.path;
  else unchecked.push(`everything in a real browser: ${chromium.missing}`);
}

const count = await runTests();
console.log(`Tests took ${time()}.`);
if (count.skipped > 0) console.log(`${count.skipped} skipped.`);
for (const what of unchecked) console.log(`\n!!! NOT CHECKED: ${what}\n`);
if (process.env['CI']) count.failed += unchecked.length;
if (count.passed + count.failed === 0) {
  console.log('No test ran.');
  count.failed = 1;
}
finish(count);

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-test-'));
  const file = join(folder, 'count.json');
  const projects = fast ? ['--project=unit', '--project=web'] : [];
  const { code } = await run(tool('vitest'), ['run', ...projects, ...vitestArgs], {
    env: { ...env, MUFAKAT_TEST_COUNT: file },
  });
  const counted = readCount(file);
  rmSync(folder, { recursive: true, force: true });
  // Vitest may fail for more than its tests (a threshold, a bad option): that too is one failure.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  return counted;
}

/** @param {string} file @returns {{ passed: number, failed: number, skipped: number }} */
function readCount(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @param {{ passed: number, failed: number }} count @returns {never} */
function finish({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
