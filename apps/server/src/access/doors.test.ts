import { refused } from '@mufakat/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeLetters } from '../platform/ids';
import { TestClock } from '../streams/testing';
import { createDoors, normalCode, type Caller, type Doors } from './doors';

const good = 'BCDFGH';
const other = 'ZZZZZZ';
const expired = 'XXXXXX';

let clock: TestClock;
let doors: Doors;
let looked: number;

beforeEach(() => {
  clock = new TestClock();
  looked = 0;
  const hour = 3_600_000;
  const codes = new Map([
    [good, { stream: 'meeting', until: clock.time + hour }],
    [other, { stream: 'another', until: clock.time + hour }],
    [expired, { stream: 'meeting', until: clock.time }],
  ]);
  const findCode = async (code: string) => {
    looked += 1;
    return codes.get(code) ?? null;
  };
  doors = createDoors({ findCode }, clock);
});

const hall: Caller = { address: '192.0.2.1', session: null };
const child: Caller = { address: '192.0.2.1', session: { hash: 'child' } };
const elsewhere: Caller = { address: '198.51.100.9', session: null };

/** Different wrong codes, in order. */
function wrong(n: number): string {
  const letter = (place: number) => codeLetters[Math.floor(n / 19 ** place) % 19] ?? 'B';
  return `L${[0, 1, 2, 3, 4].map(letter).join('')}`;
}

async function guess(caller: Caller, times: number, from = 0): Promise<string[]> {
  const codes = [];
  for (let n = from; n < from + times; n += 1) {
    const answer = await doors.find(wrong(n), caller);
    codes.push(answer.ok ? 'in' : answer.code);
  }
  return codes;
}

it('reads a code as people type it', async () => {
  expect(normalCode(' bcd-fgh ')).toBe(good);
  expect(await doors.find('bcd fgh', hall)).toEqual({ ok: true, value: { meetingId: 'meeting' } });
});

it('tells an expired code from an unknown one, to whoever has it', async () => {
  expect(await doors.find(expired, hall)).toEqual(refused('code_expired'));
  expect(await doors.find('LLLLLL', hall)).toEqual(refused('code_unknown'));
});

it('asks the store for nothing that cannot be a code', async () => {
  for (const odd of ['', 'ABCDEF', 'BCDFG', 'BCDFGHJ', "B' OR 1", '__proto__', 'B'.repeat(100_000)]) {
    expect(await doors.find(odd, hall)).toEqual(refused('code_unknown'));
  }
  expect(looked).toBe(0);
});

describe('guessing', () => {
  it('is stopped by failures, and goes on at half a guess a second', async () => {
    const answers = await guess(hall, 400);
    expect(answers.filter((code) => code === 'code_unknown')).toHaveLength(300);
    expect(new Set(answers.slice(300))).toEqual(new Set(['too_many_requests']));
    clock.time += 10_000;
    expect((await guess(hall, 50, 400)).filter((code) => code === 'code_unknown')).toHaveLength(5);
  });

  it('from one address leaves others alone', async () => {
    await guess(hall, 400);
    expect(await doors.find(good, elsewhere)).toMatchObject({ ok: true });
  });

  it('with a session is stopped early, before the neighbours notice', async () => {
    const answers = await guess(child, 100);
    expect(answers.filter((code) => code === 'code_unknown')).toHaveLength(20);
    expect(await doors.find(good, child)).toEqual(refused('too_many_requests'));
    expect((await guess(hall, 200, 500)).filter((code) => code === 'code_unknown')).toHaveLength(200);
  });

  it('with session after session is stopped as the address', async () => {
    let failures = 0;
    for (let n = 0; n < 400; n += 1) {
      const session = { hash: `session-${n}` };
      failures += (await guess({ ...hall, session }, 1, n))[0] === 'code_unknown' ? 1 : 0;
    }
    expect(failures).toBe(300);
  });

  it('does not shut out the hall whose code has been used there', async () => {
    await doors.find(good, hall);
    await guess(hall, 400);
    for (let n = 0; n < 300; n += 1) expect(await doors.find(good, hall)).toMatchObject({ ok: true });
    expect(await doors.find(other, hall)).toEqual(refused('too_many_requests'));
  });

  it('shuts the hall out again once its code has expired', async () => {
    await doors.find(good, hall);
    await guess(hall, 400);
    clock.time += 3_600_000;
    await guess(hall, 2_200, 1_000);
    expect(await doors.find(good, hall)).toEqual(refused('too_many_requests'));
  });
});

it('a hall that copies a misprint is one mistake', async () => {
  for (let n = 0; n < 1_000; n += 1) {
    expect(await doors.find('LLLLLL', hall)).toEqual(refused('code_unknown'));
  }
  expect(await doors.find(good, hall)).toMatchObject({ ok: true });
});

it('three hundred right codes at once cost nothing', async () => {
  const answers = await Promise.all(Array.from({ length: 600 }, () => doors.find(good, hall)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
});

it('even right codes have an end, where they come in thousands from one address', async () => {
  const answers = await Promise.all(Array.from({ length: 3_000 }, () => doors.find(good, hall)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2_000);
});
