import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { refusalCodes } from './refusals';

const here = new URL('.', import.meta.url);
const spec = readFileSync(new URL('../SPEC.md', here), 'utf8');

const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const textOfAll = (names: string[]) =>
  names.map((name) => readFileSync(new URL(name, here), 'utf8')).join('\n');
const tests = textOfAll(files.filter((name) => name.endsWith('.test.ts') && name !== 'spec.test.ts'));
const sources = textOfAll(
  files.filter((name) => !name.endsWith('.test.ts') && !name.startsWith('testing') && name !== 'refusals.ts'),
);

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const rules = all(spec, /^- \*\*([A-Z]\d+)\*\*/gm);
const tested = all(tests, /(?:test|describe)(?:\.each\([^)]*\))?\(\s*['"`]((?:\[[A-Z]\d+\])+)/g).flatMap(
  (marks) => all(marks, /\[([A-Z]\d+)\]/g),
);

describe('SPEC.md', () => {
  test('numbers each rule once', () => {
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThan(50);
  });

  test('has a test for every rule', () => {
    expect(rules.filter((rule) => !tested.includes(rule))).toEqual([]);
  });

  test('knows every rule that a test names', () => {
    expect(tested.filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  test('knows every rule that the code names', () => {
    const named = all(sources, /\[([A-Z]\d+)\]/g);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  test('names exactly the refusals that the rules give', () => {
    const inCode = refusalCodes.filter((code) => sources.includes(`'${code}'`));
    const inSpec = new Set(all(spec, /^- \*\*.* → (.*)$/gm).flatMap((codes) => all(codes, /`(\w+)`/g)));
    expect([...inSpec].sort()).toEqual([...inCode].sort());
  });

  test('has a test for every refusal that the rules give', () => {
    const inCode = refusalCodes.filter((code) => sources.includes(`'${code}'`));
    expect(inCode.filter((code) => !tests.includes(`'${code}'`))).toEqual([]);
  });
});
