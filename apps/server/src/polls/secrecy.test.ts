/**
 * What is left of secret ballots on the disk: two runs with the same clock, ids and randomness, in which two people's
 * ballots are swapped, leave the same bytes once the question is closed, in every file and in a copy of the database.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Meeting } from '@mufakat/domain';
import { fold, opened, questionDrafted, questionId, questionOpened, who } from '@mufakat/domain/testing';
import { afterEach, expect, it } from 'vitest';
import { requestOf } from '../store/contract/testing';
import { openSqliteStore } from '../store/sqlite/sqlite-store';
import { pollKeysIn } from './poll-keys';
import { questionBox } from './question-asks';
import { sealedChoice } from './read-ballot';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The same bytes in the same order, in every run. */
function seeded(): (bytes: number) => Buffer {
  let count = 0;
  return (bytes) =>
    createHash('sha512')
      .update(String((count += 1)))
      .digest()
      .subarray(0, bytes);
}

const secret = { secrecy: { kind: 'secret', breakdown: 'none' } } as const;
const state = fold([...opened(), questionDrafted(secret), questionOpened()]) as Meeting;
const { officeDelegate, societyDelegate, companyDelegate, villageDelegate, participant } = who;

/** Salts are drawn: here they are the same in every run. */
function appendOf(parts: Parameters<typeof requestOf>[0]): ReturnType<typeof requestOf> {
  const request = requestOf(parts);
  return { ...request, events: request.events.map((event) => ({ ...event, salt: 'salt', leaf: 'leaf' })) };
}

/** Who marks which options, in order; whoever votes again is there twice. */
type Ballots = readonly (readonly [voter: string, marks: readonly number[]])[];

interface Left {
  /** By path, while it is open and once it is closed. */
  open: Record<string, string>;
  closed: Record<string, string>;
}

async function run(ballots: Ballots): Promise<Left> {
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-secrecy-'));
  folders.push(folder);
  const file = join(folder, 'mufakat.db');
  const pollKeys = pollKeysIn(folder, seeded());
  const store = openSqliteStore({ file });
  pollKeys.make(questionId);
  await store.append(appendOf({ rows: [{ row: 'box', pollId: questionId }] }));
  for (const [n, [voter, marks]] of ballots.entries()) {
    const choice = sealedChoice(pollKeys, questionId, voter, { kind: 'marks', marks });
    const ballot = { pollId: questionId, ballotId: `ballot-${n}`, voter, castBy: voter, choice, at: n };
    expect(await store.castBallot(ballot)).toBe('stored');
  }
  const open = bytesIn(folder);
  const box = questionBox({ pollKeys }, state, questionId);
  const answer = await store.closeBox(questionId, (rows) => {
    const kept = box.published(rows.map(box.read), state);
    const bodies = [{ type: 'question.closed', turnout: rows.length }];
    return appendOf({
      expectedSeq: 1,
      bodies,
      rows: [{ row: 'published', pollId: questionId, ballots: kept }],
    });
  });
  expect(answer).toEqual({ status: 'stored' });
  pollKeys.destroy(questionId);
  // A copy as a backup takes it, while the server runs: the log is empty, so the file is all.
  copyFileSync(file, join(folder, 'copy.db'));
  const running = bytesIn(folder);
  await store.close();
  return { open, closed: { ...running, ...withSuffix(bytesIn(folder)) } };
}

function bytesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names
      // Shared memory is no file that is kept: it is made anew from the log.
      .filter(({ name }) => !name.endsWith('-shm'))
      .map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name)).toString('base64')]),
  );
}

function withSuffix(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${name}, stopped`, bytes]));
}

const others: Ballots = [
  [companyDelegate, [1]],
  [villageDelegate, [2, 1]],
  [participant, [0, 2]],
];

it('leaves the same bytes whoever of two cast which ballot', async () => {
  const one = await run([[officeDelegate, [0]], ...others, [societyDelegate, [1, 2]]]);
  const other = await run([[officeDelegate, [1, 2]], ...others, [societyDelegate, [0]]]);
  expect(one.open).not.toEqual(other.open);
  expect(Object.keys(one.closed)).toContain('mufakat.db');
  expect(Object.keys(one.closed).filter((name) => name.includes('key'))).toEqual([]);
  for (const [name, bytes] of Object.entries(one.closed)) {
    expect(bytes === other.closed[name], `${name} tells who cast which ballot`).toBe(true);
  }
});

it('nor does a ballot that was cast again leave what it said before', async () => {
  const again = (first: number[]): Ballots => [[officeDelegate, first], ...others, [officeDelegate, [1]]];
  const [one, other] = [await run(again([0])), await run(again([2]))];
  for (const [name, bytes] of Object.entries(one.closed)) {
    expect(bytes === other.closed[name], `${name} tells what was said before`).toBe(true);
  }
});

it('while it is open, no file says a choice', async () => {
  const { open } = await run([[officeDelegate, [0, 1, 2]], ...others]);
  for (const [name, bytes] of Object.entries(open)) {
    expect(Buffer.from(bytes, 'base64').includes('marks'), name).toBe(false);
  }
});
