/** The program as people run it: built, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { consentedRecord, drawnRecord, partnersRecord, votedRecord } from './testing';

const folder = mkdtempSync(join(tmpdir(), 'mufakat-cli-'));
const good = join(folder, 'good.json');
const record = votedRecord();

// A process each, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

type Ran = { out: string; err: string; code: number | null };

function mufakat(args: string[], env: Record<string, string> = {}): Ran {
  const program = join(folder, 'dist', 'mufakat.js');
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { LANG: 'en_GB.UTF-8', ...env },
  });
  return { out: stdout, err: stderr, code: status };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

beforeAll(async () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await build({ root, logLevel: 'error', build: { outDir: join(folder, 'dist'), emptyOutDir: true } });
  writeFileSync(good, record);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('mufakat verify', () => {
  test('says what it found, and ends with 0', () => {
    const { out, err, code } = mufakat(['verify', 'good.json']);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toMatch(
      /^good\.json: verified\n {2}events: \d+\n {2}head: (\w+ ){7}\w+\n {2}erased texts: 0\n/,
    );
    expect(out).toMatch(
      / {2}poll \S+ \(event \d+\): recounted, same result\. Passed: 3 agree, 1 disagree, 1 abstain\.\n$/,
    );
  });

  test('in Indonesian, by LANG or by --lang', () => {
    expect(mufakat(['verify', 'good.json'], { LANG: 'id_ID.UTF-8' }).out).toContain('good.json: utuh');
    expect(mufakat(['verify', 'good.json', '--lang', 'id']).out).toContain('dihitung ulang, hasilnya sama');
    expect(mufakat(['verify', 'good.json', '--lang', 'en'], { LANG: 'id_ID' }).out).toContain('verified');
  });

  test('counts the answers to mufakat, whose voters are not published', () => {
    expect(mufakat(['verify', file('asked.json', consentedRecord())]).out).toContain(
      'answers recounted, same numbers',
    );
  });

  test('as JSON', () => {
    const { out, code } = mufakat(['verify', '--json', 'good.json', 'none.json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'good.json', ok: true, erased: 0, polls: [{ state: 'same' }] },
      { file: 'none.json', ok: false, unreadable: 'ENOENT' },
    ]);
  });

  test('a changed byte: each problem in a line with its event, and 1', () => {
    const changed = record.replace('Jalan diperbaiki.', 'Jalan diperlebar.');
    const { out, code } = mufakat(['verify', file('changed.json', changed)]);
    expect(code).toBe(1);
    expect(out).toMatch(/^changed\.json: does not verify\n/);
    expect(out).toContain('  file: the digest does not fit the content [digest]\n');
    expect(out).toMatch(/ {2}event \d+: its content is not what was sealed \[leaf\]\n/);
  });

  test('a byte that is not UTF-8 is not mended', () => {
    const bytes = new TextEncoder().encode(record);
    bytes[bytes.length - 10] = 0xff;
    expect(mufakat(['verify', file('broken.json', bytes)])).toMatchObject({
      code: 1,
      out: expect.stringContaining('[not_utf8]') as string,
    });
  });

  test('a result that the ballots do not come to, in a record that is otherwise sound', () => {
    const forged = votedRecord({ tally: (tally) => ({ ...tally, passes: false, outcome: 'fails' }) });
    const { out, code } = mufakat(['verify', file('forged.json', forged)]);
    expect(code).toBe(1);
    expect(out).toMatch(
      / {2}event \d+: the ballots come to another result than the one recorded \[recount\]\n/,
    );
    const asked = consentedRecord({
      tally: (tally) => ({ ...tally, counts: { ...tally.counts, agree: 99 } }) as typeof tally,
    });
    expect(mufakat(['verify', file('forged2.json', asked)]).code).toBe(1);
  });

  test('a lot, drawn again from its seed; not one that falls otherwise, or was not told before', () => {
    const drawn = (...of: Parameters<typeof drawnRecord>) =>
      mufakat(['verify', file('drawn.json', drawnRecord(...of))]);
    expect(drawn()).toMatchObject({ code: 0 });
    expect(drawn().out).toContain('recounted, same result. Passed: 2 agree, 2 disagree');
    const odd = `${'5'.repeat(63)}5`;
    expect(drawn({ choice: 'no' })).toMatchObject({ code: 1 });
    expect(drawn({ seed: odd, choice: 'no' })).toMatchObject({ code: 1 });
    expect(drawn({ seed: odd, told: odd, choice: 'no' })).toMatchObject({ code: 0 });
  });

  test('votes of partners, counted again from the ballots of their people', () => {
    for (const way of ['majority', 'split'] as const) {
      const { out, code } = mufakat(['verify', file(`${way}.json`, partnersRecord(way))]);
      expect(code).toBe(0);
      expect(out).toContain('recounted, same result. Not passed: 1 agree, 1 disagree');
    }
  });

  test('a file that cannot be read: one line, the others are done, and 2', () => {
    const { out, err, code } = mufakat(['verify', 'none.json', '.', 'good.json']);
    expect(code).toBe(2);
    expect(err).toBe('none.json: cannot be read (ENOENT)\n.: cannot be read (EISDIR)\n');
    expect(out).toContain('good.json: verified');
  });

  test('what a name holds cannot steer the screen', () => {
    expect(mufakat(['verify', '\u001b[31mred']).err).not.toContain('\u001b');
  });
});

describe('mufakat tally', () => {
  const cycle = JSON.stringify({
    title: 'Cycle',
    method: 'schulze',
    candidates: ['A', 'B', 'C'],
    ballots: [
      { count: 40, ranking: [[0], [1], [2]] },
      { count: 35, ranking: [[1], [2], [0]] },
      { count: 25, ranking: [[2], [0], [1]] },
    ],
  });
  const tied = JSON.stringify({
    method: 'irv',
    candidates: ['A', '\u202eB'],
    ballots: [{ ranking: [[0]] }, { ranking: [[1]] }],
  });

  test('tells people who is elected and why', () => {
    const { out, err, code } = mufakat(['tally', file('cycle.json', cycle)]);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toMatch(
      /^cycle\.json: Cycle\n {2}Schulze \(schulze-winning\)\n {2}seats: 1, candidates: 3, ballots: 100\n/,
    );
    expect(out).toContain('  elected: A\n  ranking: A > B > C\n');
    expect(out).toMatch(/ {2}A +– +65 +40\n {2}B +35 +– +75\n {2}C +60 +25 +–\n$/);
  });

  test('in Indonesian', () => {
    const { out } = mufakat(['tally', '--lang', 'id', file('cycle.json', cycle)]);
    expect(out).toContain('  terpilih: A\n  urutan: A > B > C\n');
  });

  test('options go before what the file says', () => {
    file('cycle.json', cycle);
    const [result] = objects(['tally', '--json', '--method', 'stv-meek', '--seats', '2', 'cycle.json']);
    expect(result).toMatchObject({ method: 'stv-meek', seats: 2, elected: ['A', 'B'], winner: null });
    const margins = objects(['tally', '--json', '--strength', 'margins', 'cycle.json']);
    expect(margins).toMatchObject([{ variant: 'schulze-margins', winner: 'A' }]);
  });

  test('a tie stays a tie without an order, and is broken by one', () => {
    file('tied.json', tied);
    expect(mufakat(['tally', 'tied.json']).out).toMatch(
      /seats left empty by a tie: 1, between A, .*B\n[^]*it takes a lot\n$/,
    );
    expect(objects(['tally', '--json', '--tie-break', '2,1', 'tied.json'])).toMatchObject([
      { winner: '\u202eB', ties: [{ at: 'exclusion', between: ['A', '\u202eB'], chosen: ['A'] }] },
    ]);
    expect(objects(['tally', '--json', '--tie-break', 'candidate-order', 'tied.json'])).toMatchObject([
      { winner: 'A' },
    ]);
  });

  test('BLT without a method is Scottish STV, and a table needs one', () => {
    file('a.blt', '2 1\n3 1 0\n2 2 0\n0\n"A"\n"B"\n"Ward"\n');
    file('a.csv', 'A;B\n1;2\n');
    expect(objects(['tally', '--json', 'a.blt'])).toMatchObject([
      { method: 'stv-scottish', quota: 3, elected: ['A'] },
    ]);
    expect(mufakat(['tally', 'a.csv']).err).toBe('a.csv: the file names no method; say --method\n');
    expect(objects(['tally', '--json', '--method', 'score', 'a.csv'])).toMatchObject([
      { points: { A: 1, B: 2 } },
    ]);
  });

  test('a bad file is a line with the place, the others are done, and 2', () => {
    file('cycle.json', cycle);
    file('bad.blt', '2 1\n3 1 9 0\n0\n"A"\n"B"\n');
    file(
      'dots.json',
      '{"method":"dots","budget":3,"candidates":["A","B"],"ballots":[{"marks":[1]},{"marks":[2,2]}]}',
    );
    file('latin.csv', Uint8Array.from([0x41, 0x0a, 0xe9]));
    const { out, err, code } = mufakat(['tally', 'bad.blt', 'none', 'dots.json', 'latin.csv', 'cycle.json']);
    expect(code).toBe(2);
    expect(err).toBe(
      'bad.blt: line 2, column 5: there is no such candidate (9)\n' +
        'none: cannot be read (ENOENT)\n' +
        'dots.json: ballot 2: more is given than there is\n' +
        'latin.csv: line 2, column 1: it is not UTF-8\n',
    );
    expect(out).toContain('elected: A');
  });

  function objects(args: string[]): unknown[] {
    const { out } = mufakat(args);
    return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
  }
});

describe('mufakat', () => {
  test('--help and --version', () => {
    expect(mufakat(['--help'])).toMatchObject({ code: 0, err: '' });
    expect(mufakat(['--help', '--lang', 'id']).out).toContain('memeriksa catatan');
    expect(mufakat(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each([
    [['frob'], 'There is no command "frob"; there are: verify, tally, serve, backup, restore.\n'],
    [[], 'Say what to do: mufakat verify FILE…, or mufakat --help.\n'],
    [['verify'], 'Say which record: mufakat verify FILE…\n'],
    [['tally'], 'Say which election: mufakat tally FILE…\n'],
    [['tally', '--seats', '0', 'a'], '--seats is not a whole number from 1: 0\n'],
    [['tally', '--method', 'magic', 'a'], 'there is no method "magic"\n'],
    [
      ['tally', '--tie-break', 'me', 'a'],
      '--tie-break is candidate-order, none, or numbers such as 3,1,2, not me\n',
    ],
    [['backup'], 'Say where to: mufakat backup TARGET, a folder that is not there yet.\n'],
    [['backup', 'a', 'b'], 'Say where to: mufakat backup TARGET, a folder that is not there yet.\n'],
    [['restore', 'a'], 'Say what and where to: mufakat restore BACKUP FOLDER, an empty folder.\n'],
    [
      ['serve', 'now'],
      'The server takes its settings from the environment: mufakat serve [--data FOLDER].\n',
    ],
    // This program was built alone.
    [['backup', 'a'], 'The server is not built beside this program; this command needs it.\n'],
    [['verify', '--lang', 'fr', 'x'], 'There is no language "fr"; there are: --lang id, --lang en.\n'],
  ])('%j is answered in one line that helps, and 2', (args, line) => {
    expect(mufakat(args)).toEqual({ out: '', err: line, code: 2 });
  });

  test('an option that it does not know', () => {
    const { err, code } = mufakat(['--frob']);
    expect(code).toBe(2);
    expect(err).toMatch(/^[^\n]*--frob[^\n]*mufakat --help\n$/);
  });
});
