// A Dockerfile: what dockerfile-utils finds (syntax, flags, forms), and the rules of this house:
// images by tag, the same Node and pnpm as the repository, files copied not fetched, and a last stage
// that does not run as root and says how it is.

import { validate, ValidationCode } from 'dockerfile-utils';
import { root } from '../../run/shell.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ line: number, code: string, message: string }} Fault */

const names = new Map(Object.entries(ValidationCode).map(([name, number]) => [number, name]));

/** @param {string} text @returns {Fault[]} */
export function dockerfileFaults(text) {
  return [...parserFaults(text), ...houseFaults(text)];
}

/** @param {string} text @returns {Fault[]} */
function parserFaults(text) {
  return validate(text).map(({ range, code, message }) => ({
    line: range.start.line + 1,
    code: String(names.get(Number(code)) ?? code),
    message: typeof message === 'string' ? message : message.value,
  }));
}

/** @param {string} text @returns {Fault[]} */
function houseFaults(text) {
  const lines = text.split('\n');
  const faults = lines.flatMap((line, index) =>
    lineFaults(line).map((fault) => ({ line: index + 1, ...fault })),
  );
  const last = lines.findLastIndex((line) => /^FROM\s/i.test(line));
  const stage = lines.slice(last);
  const missing = ['USER', 'HEALTHCHECK', 'CMD'].filter(
    (name) => !stage.some((line) => line.startsWith(`${name} `)),
  );
  return [
    ...faults,
    ...missing.map((name) => ({
      line: last + 1,
      code: `no-${name}`,
      message: `The last stage has no ${name}.`,
    })),
  ];
}

/** @param {string} line @returns {{ code: string, message: string }[]} */
function lineFaults(line) {
  const [, image] = /^FROM\s+(?:--\S+\s+)*(\S+)/i.exec(line) ?? [];
  const node = /^node:(\d+)/.exec(image ?? '')?.[1];
  const pnpm = /pnpm@([\d.]+)/.exec(line)?.[1];
  return [
    ...(image && (!image.includes(':') || image.endsWith(':latest'))
      ? [{ code: 'tag', message: `${image} has no tag.` }]
      : []),
    ...(node && node !== ours('node')
      ? [{ code: 'node', message: `.nvmrc says Node ${ours('node')}.` }]
      : []),
    ...(pnpm && pnpm !== ours('pnpm')
      ? [{ code: 'pnpm', message: `package.json says pnpm ${ours('pnpm')}.` }]
      : []),
    ...(/^ADD\s/i.test(line) ? [{ code: 'add', message: 'COPY says what it does; ADD may fetch.' }] : []),
    ...(/^USER\s+(root|0)\b/i.test(line) ? [{ code: 'root', message: 'Not as root.' }] : []),
  ];
}

/** @param {'node' | 'pnpm'} name */
function ours(name) {
  if (name === 'node') return readFileSync(join(root, '.nvmrc'), 'utf8').trim();
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return String(packageManager).replace('pnpm@', '');
}
