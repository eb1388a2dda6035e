/** The program as people run it: built, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consentedRecord, drawnRecord, votedRecord } from './testing';

const folder = mkdtempSync(join(tmpdir(), 'mufakat-cli-'));
const good = join(folder, 'good.json');
const record = votedRecord();

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

describe('mufakat', () => {
  test('--help and --version', () => {
    expect(mufakat(['--help'])).toMatchObject({ code: 0, err: '' });
    expect(mufakat(['--help', '--lang', 'id']).out).toContain('memeriksa catatan');
    expect(mufakat(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each([
    [['frob'], 'There is no command "frob"; there are: verify, serve, backup, restore.\n'],
    [[], 'Say what to do: mufakat verify FILE…, or mufakat --help.\n'],
    [['verify'], 'Say which record: mufakat verify FILE…\n'],
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
