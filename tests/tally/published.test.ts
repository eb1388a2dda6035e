/**
 * Real elections through the command line as people run it: exactly what their sources published, every round of the
 * Scottish wards to the fifth decimal; and the same again from the election written as BLT and as a table.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  electionOfFile,
  readElection,
  tallyElection,
  writeBlt,
  writeCsv,
  type ElectionFile,
} from '@mufakat/tally';
import { afterAll, describe, expect, test } from 'vitest';
import { secondCount } from './naive/second-count';

type Json = Record<string, unknown>;
type Round = { votes: Json };

const program = fileURLToPath(new URL('../../apps/cli/dist/mufakat.js', import.meta.url));
const data = fileURLToPath(new URL('data', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mufakat-tally-'));
const files = readdirSync(data).filter((name) => name.endsWith('.json'));

afterAll(() => rmSync(folder, { recursive: true }));

function tally(args: string[], input?: string): { objects: Json[]; err: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'tally', '--json', ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 26,
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { objects: lines.map((line) => JSON.parse(line) as Json), err: stderr, code: status };
}

function text(file: string): string {
  return readFileSync(join(data, file), 'utf8');
}

function expectedOf(file: string): Json {
  return (JSON.parse(text(file)) as { expected: Json }).expected;
}

function electionOf(file: string): ElectionFile {
  const read = readElection(text(file), 'ranks');
  if (!read.ok) throw new Error(read.problem.code);
  return read.election;
}

function written(name: string, content: string | null): string {
  const path = join(folder, name);
  writeFileSync(path, content ?? '');
  return path;
}

describe.each(files)('%s', (file) => {
  const path = join(data, file);

  test('gives what was published', () => {
    const { objects, err, code } = tally([path]);
    expect([err, code]).toEqual(['', 0]);
    const [result] = objects;
    const { rounds, ...expected } = expectedOf(file);
    expect(result).toMatchObject({ file: path, ...expected });
    if (rounds !== undefined) expectRounds(result as Json, rounds as Round[]);
  });

  test('gives the same from its BLT', () => {
    const [first] = tally([path]).objects;
    const blt = written(`${file}.blt`, writeBlt(electionOf(file)));
    expect(tally([blt]).objects).toEqual([{ ...first, file: blt }]);
  });

  test('gives the same from its table, when the options say what a table cannot', () => {
    const [first] = tally([path]).objects;
    const { method, seats, strength, unranked, tieOrder } = electionOf(file);
    const csv = written(`${file}.csv`, writeCsv(electionOf(file)));
    const options = [
      ...['--method', method ?? '', '--seats', String(seats)],
      ...(strength === null ? [] : ['--strength', strength]),
      ...(tieOrder === null ? [] : ['--tie-break', 'candidate-order']),
    ];
    const [again] = tally([csv, ...options]).objects;
    const { elected, ranking, rounds, points, quota } = first as Json;
    // A table does not say what an unranked option means; where each ballot is whole it makes no difference.
    if (unranked === null || method === 'irv' || method === 'schulze' || method === 'ranked-pairs')
      expect(again).toMatchObject({ elected, ranking, rounds, points, quota });
  });

  test('is counted the same by the second count', () => {
    const countable = electionOfFile(electionOf(file), {});
    if (!countable.ok) throw new Error(countable.problem.code);
    const first: Json = { ...tallyElection(countable.election) };
    expect(first).toMatchObject(secondCount(countable.election));
  });
});

function expectRounds(result: Json, published: Round[]): void {
  const rounds = result['rounds'] as Round[];
  // Of an instant runoff the source gives the first and the last.
  const compared = result['method'] === 'irv' ? [rounds.at(0), rounds.at(-1)] : rounds;
  expect(compared).toHaveLength(published.length);
  compared.forEach((round, i) => {
    expect(round).toMatchObject(published[i] ?? {});
    expect(round?.votes).toEqual(published[i]?.votes);
  });
}

test('all at once: one object a line, in the order of the files', () => {
  const paths = files.map((file) => join(data, file));
  expect(tally(paths).objects.map(({ file }) => file)).toEqual(paths);
});

test('from standard input', () => {
  const [file = ''] = files;
  const [result] = tally(['-'], text(file)).objects;
  expect(result).toMatchObject({ file: '-', title: electionOf(file).title });
});
