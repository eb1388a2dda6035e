// `pnpm build`: builds the apps whose sources, or whose packages' sources, have changed.
//
// turbo decides what is stale (turbo.json) and keeps finished builds in .turbo/cache. Quiet while all
// is well; when a build fails, everything it said is shown.

import { pathToFileURL } from 'node:url';
import { run, stopwatch, tool, turboEnvironment } from './shell.mjs';

/**
 * Builds what is stale and says how long it took. Returns turbo's exit code; 0 is well.
 * @param {{ only?: readonly string[], say?: (line: string) => void }} [options]
 *   only: workspace names, all when left out
 */
export async function build({ only = [], say = console.log } = {}) {
  const time = stopwatch();
  say('Building what has changed …');
  const slow = setInterval(() => say(`  … still building (${time()})`), 10_000);
  const { code, output } = await run(
    tool('turbo'),
    ['run', 'build', '--output-logs=errors-only', ...only.map((name) => `--filter=${name}`)],
    { quiet: true, env: turboEnvironment() },
  );
  clearInterval(slow);
  if (code === 0) say(`  ${summary(output)} (${time()})`);
  else say(`${output.trimEnd()}\n\nThe build failed after ${time()}; what it said stands above.`);
  return code;
}

/** turbo's own count in one line. @param {string} output */
function summary(output) {
  const found = /Cached:\s+(\d+) cached, (\d+) total/.exec(output);
  if (!found) return 'built';
  const [cached, total] = [Number(found[1]), Number(found[2])];
  return cached === total ? 'nothing had changed' : `${total - cached} of ${total} built anew`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await build();
