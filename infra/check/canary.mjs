// Canaries: files in ./canary with errors on purpose. A check that does not find them is not looking.
//
// A line that is wrong ends with `expect: CODE` (several, with spaces between) in a comment. Where a
// format has no comment behind a line, one before it says `expect below: CODE`. The check passes its
// canary when it found exactly those codes on exactly those lines.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../run/shell.mjs';

/** @typedef {{ file: string, line: number, code: string }} Finding  file: absolute path */

/**
 * What is wrong with the canaries, one sentence each; empty when all sang.
 * @param {readonly string[]} files  absolute paths
 * @param {readonly Finding[]} found
 */
export function silentCanaries(files, found) {
  const key = (/** @type {Finding} */ { file, line, code }) => `${relative(root, file)}:${line} ${code}`;
  const expected = new Set(files.flatMap(expectations).map(key));
  const actual = new Set(found.filter(({ file }) => files.includes(file)).map(key));
  return [
    ...[...expected].filter((item) => !actual.has(item)).map((item) => `planted error not found: ${item}`),
    ...[...actual]
      .filter((item) => !expected.has(item))
      .map((item) => `found in a canary, but not planted: ${item}`),
  ];
}

/** @param {string} file @returns {Finding[]} */
function expectations(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((text, index) => {
    const [, below, words] = /expect( below)?: ([^*>]+?)\s*(?:\*\/|-->)?\s*$/.exec(text) ?? [];
    const line = index + (below ? 2 : 1);
    return (words?.split(/\s+/) ?? []).map((code) => ({ file, line, code }));
  });
}

/**
 * A copy of the tsconfig that also takes in the canaries; returns its path.
 * @param {string} config @param {readonly string[]} canaries
 */
export function withCanaries(config, canaries) {
  const path = join(root, config);
  const { include } = ts.readConfigFile(path, (file) => readFileSync(file, 'utf8')).config;
  const file = join(root, 'node_modules/.cache/check', config.replaceAll('/', '_'));
  mkdirSync(dirname(file), { recursive: true });
  const absolute = include.map((/** @type {string} */ pattern) => join(dirname(path), pattern));
  writeFileSync(file, JSON.stringify({ extends: path, include: absolute, files: canaries }));
  return file;
}
