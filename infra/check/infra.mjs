// What ships the server: image, compose file, Caddyfile, units of systemd. Nothing of it runs in a test, so
// each is read by a parser or held against a schema, and by rules of this house (deploy/*.mjs).
//
// Each format has a canary; every file below infra/ that looks like one of them must have been read.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../run/shell.mjs';
import { silentCanaries } from './canary.mjs';
import { caddyfileFaults } from './deploy/caddyfile.mjs';
import { composeFaults } from './deploy/compose.mjs';
import { dockerfileFaults } from './deploy/dockerfile.mjs';
import { systemdSays, unitFaults } from './deploy/unit.mjs';

/** @type {ReadonlyArray<{ what: RegExp, faults: (text: string) => import('./deploy/dockerfile.mjs').Fault[] }>} */
const readers = [
  { what: /(^|\/)Dockerfile$/, faults: dockerfileFaults },
  { what: /(^|\/)compose(\.\w+)?\.yml$/, faults: composeFaults },
  { what: /(^|\/)Caddyfile$/, faults: caddyfileFaults },
  { what: /\.(service|timer)$/, faults: unitFaults },
];

const house = look('infra', (path) => !path.startsWith('check/'));
for (const { file, line, code, message } of house.faults)
  console.log(`${relative(root, file)}:${line} ${message} (${code})`);

const planted = look('infra/check/canary/infra', () => true);
const silent = silentCanaries(planted.files, planted.faults);
for (const text of silent) console.log(`canary: ${text}`);

const unread = readers.filter(
  ({ what }) => ![house, planted].every(({ files }) => files.some((file) => what.test(file))),
);
for (const { what } of unread) console.log(`Nothing, or no canary, was read for ${String(what)}.`);

const units = house.files.filter((file) => /\.(service|timer)$/.test(file));
const systemd = systemdSays(units);
for (const line of systemd ?? []) console.log(`systemd-analyze: ${line}`);

const well = house.faults.length + silent.length + unread.length + (systemd ?? []).length === 0;
if (well) {
  const by =
    systemd === null ? '; systemd is not installed here, its own check was left out' : ', by systemd too';
  console.log(`${house.files.length} files without a fault${by}.`);
}
process.exitCode = well ? 0 : 1;

/** @param {string} folder @param {(path: string) => boolean} wanted */
function look(folder, wanted) {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(wanted);
  const read = paths.flatMap((path) => {
    const reader = readers.find(({ what }) => what.test(path));
    const file = join(root, folder, path);
    return reader ? [{ file, faults: reader.faults(readFileSync(file, 'utf8')) }] : [];
  });
  return {
    files: read.map(({ file }) => file),
    faults: read.flatMap(({ file, faults }) => faults.map((fault) => ({ file, ...fault }))),
  };
}
