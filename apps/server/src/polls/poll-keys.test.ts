import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from '@mufakat/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pollKeysIn, pollKeysInMemory } from './poll-keys';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mufakat-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each(['in a folder', 'in memory'] as const)('keys %s', (where) => {
  const make = () => (where === 'in memory' ? pollKeysInMemory() : pollKeysIn(folder));

  it('seal to one length whatever is said, for their poll and voter alone', () => {
    const keys = make();
    keys.make('p1');
    keys.make('p2');
    const sealed = ['{}', 'x'.repeat(limits.secretChoiceLength)].map((text) => keys.seal('p1', 'ani', text));
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    expect(keys.unseal('p1', 'ani', sealed[0]!)).toBe('{}');
    expect(() => keys.unseal('p1', 'budi', sealed[0]!)).toThrow();
    expect(() => keys.unseal('p2', 'ani', sealed[0]!)).toThrow();
    expect(() => keys.seal('p1', 'ani', 'x'.repeat(limits.secretChoiceLength + 1))).toThrow();
    expect(keys.seal('p1', 'ani', '{}')).not.toBe(sealed[0]);
  });

  it('are gone once they are destroyed', () => {
    const keys = make();
    keys.make('p1');
    keys.make('p1');
    const sealed = keys.seal('p1', 'ani', '{}');
    expect(keys.ids()).toEqual(['p1']);
    keys.destroy('p1');
    keys.destroy('p1');
    expect(keys.has('p1')).toBe(false);
    expect(keys.ids()).toEqual([]);
    expect(() => keys.unseal('p1', 'ani', sealed)).toThrow();
    expect(() => keys.seal('p1', 'ani', '{}')).toThrow();
  });
});

it('lie in files of the owner alone, and outlive the process', () => {
  const keys = pollKeysIn(folder);
  keys.make('p1');
  const sealed = keys.seal('p1', 'ani', '{"kind":"one"}');
  const file = join(folder, 'polls', 'p1.key');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file)).toHaveLength(32);
  expect(pollKeysIn(folder).unseal('p1', 'ani', sealed)).toBe('{"kind":"one"}');
  writeFileSync(`${file}.new`, Buffer.alloc(32, 7));
  keys.destroy('p1');
  expect(readdirSync(join(folder, 'polls'))).toEqual([]);
});
