// Every dependency in the lockfile must run on the lowest Node that we promise (package.json, engines).
//
// pnpm's engineStrict looks only at the Node that happens to install; a newer one would hide a
// package that has left the floor. Ranges are read by the small part of semver's grammar that
// packages use for engines; one that is not understood is an error, not a pass.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/shell.mjs';

/** @typedef {readonly [number, number, number]} Version */

const floor = lowest(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node);
proveReader();
const wanted = requirements(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'));
const wrong = wanted.filter(({ range }) => !fits(floor, range));
for (const { name, range } of wrong)
  console.log(
    `${name} wants Node ${range}; we promise ${floor.join('.')}. Pin the last release that keeps it.`,
  );
if (wanted.length < 50)
  console.log(`Only ${wanted.length} engines found in the lockfile: its shape has changed.`);
else if (wrong.length === 0) console.log(`${wanted.length} packages run on Node ${floor.join('.')}.`);
process.exitCode = wrong.length > 0 || wanted.length < 50 ? 1 : 0;

/** Which Node each package asks for. @param {string} lockfile */
function requirements(lockfile) {
  const found = [];
  let name = '';
  for (const line of lockfile.split('\n')) {
    name = /^ {2}'?([^\s'].*?)'?:$/.exec(line)?.[1] ?? name;
    const range = /^ {4}engines: \{.*?\bnode: (?:'([^']*)'|([^,}]*))/.exec(line);
    if (range) found.push({ name, range: (range[1] ?? range[2] ?? '').trim() });
  }
  return found;
}

/** The first version of a range such as `>=20.19`. @param {string} range @returns {Version} */
function lowest(range) {
  const { version } = comparator(range);
  return version;
}

/** @param {Version} version @param {string} range */
function fits(version, range) {
  return range.split('||').some((alternative) => {
    const parts = alternative.trim().replaceAll(/([<>=^~]) +/g, '$1');
    return parts === '' || parts.split(/\s+/).every((part) => satisfies(version, comparator(part)));
  });
}

/**
 * @param {string} text
 * @returns {{ operator: string, version: Version, given: number }} given: how many numbers were written
 */
function comparator(text) {
  const match = /^(>=|<=|>|<|=|\^|~)?v?(\d+|[x*])(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?$/.exec(text);
  if (!match) throw new Error(`A range of Node versions that is not understood: "${text}"`);
  const numbers = match.slice(2).filter((part) => part !== undefined && /^\d+$/.test(part));
  const [major = 0, minor = 0, patch = 0] = numbers.map(Number);
  return { operator: match[1] ?? '', version: [major, minor, patch], given: numbers.length };
}

/** @param {Version} version @param {ReturnType<typeof comparator>} wanted */
function satisfies(version, { operator, version: bound, given }) {
  const order = compare(version, bound);
  if (operator === '>=') return order >= 0;
  if (operator === '>') return order > 0 && !sharesPrefix(version, bound, given);
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0 || sharesPrefix(version, bound, given);
  if (operator === '^') return order >= 0 && sharesPrefix(version, bound, 1);
  if (operator === '~') return order >= 0 && sharesPrefix(version, bound, Math.min(given, 2));
  return sharesPrefix(version, bound, given);
}

/** @param {Version} a @param {Version} b */
function compare(a, b) {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** @param {Version} a @param {Version} b @param {number} length */
function sharesPrefix(a, b, length) {
  return a.slice(0, length).every((number, index) => number === b[index]);
}

/** The reader's own canary: it must tell these apart before it is believed. */
function proveReader() {
  const fit = [
    '>=18',
    '^20.19.0 || >=22.12.0',
    '20 || >=22',
    '>= 0.4',
    '^20.12||^22||>=24',
    '*',
    '>=16 || 14 >=14.17',
    '>=20 <21',
  ];
  const unfit = ['>=22', '^20.19.1', '^18.18.0 || >=22', '20.18', '<20', '~20.18.0', '>20', '>= 21.x'];
  /** @type {Version} */
  const node = [20, 19, 0];
  const mistaken = [
    ...fit.filter((range) => !fits(node, range)),
    ...unfit.filter((range) => fits(node, range)),
  ];
  if (mistaken.length > 0) throw new Error(`The reader of ranges is mistaken about: ${mistaken.join(', ')}`);
}
