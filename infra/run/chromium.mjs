// Finds a Chromium for the tests that need a browser, or installs one where that is possible.
//
// Order: the CHROMIUM variable; a known program on this machine; on Debian and its kin, as root, the
// distribution's package. Never downloads a browser from anywhere else.

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './shell.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macApps = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a usable Chromium, or a sentence that says why there is none.
 * @returns {Promise<{ path: string } | { missing: string }>} */
export async function ensureChromium() {
  const wanted = process.env['CHROMIUM'];
  if (wanted) {
    return isProgram(wanted)
      ? { path: wanted }
      : { missing: `CHROMIUM names ${wanted}, which is not a program that can be run` };
  }
  const here = find();
  if (here) return { path: here };
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return { missing: 'no Chromium on this machine; install one, or name it in the variable CHROMIUM' };
  console.log('Installing Chromium for the browser tests (apt-get install chromium) …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core']];
  for (const args of steps) {
    const { code, output } = await run('apt-get', ['-q', ...args], { quiet: true, env });
    if (code !== 0) return { missing: `apt-get ${args[0]} failed: ${output.trim().split('\n').at(-1)}` };
  }
  const installed = find();
  return installed
    ? { path: installed }
    : { missing: 'the package chromium brought no program of that name' };
}

function find() {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...macApps].find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
