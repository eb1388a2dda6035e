/** Questions in a room: opened with lot and key, cast into, closed by the chair and by the clock, sealed and published. */
import { paddingOf, refused, type OptionsChoice, type PlainContent } from '@mufakat/domain';
import { content } from '@mufakat/domain/testing';
import { lotOrder, rollHash, type JsonValue } from '@mufakat/record';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeetingEntry } from '../access/access';
import { systemIds } from '../platform/ids';
import { destroySpentKeys } from '../polls/question-asks';
import { openHall, seatVoters, type TestHall } from './testing';

let hall: TestHall;
let voters: MeetingEntry[];
beforeEach(async () => {
  hall = await openHall();
  voters = await Promise.all(['ani', 'budi', 'citra'].map((name) => hall.guest(name)));
  await seatVoters(hall, voters);
});
afterEach(() => hall.close());

const secret = { secrecy: { kind: 'secret', breakdown: 'none' } } as const;
const first: OptionsChoice = { kind: 'marks', marks: [0] };

async function draft(part: Partial<PlainContent> = {}): Promise<string> {
  await hall.command(hall.chair, { type: 'question.draft', content: content(part) });
  return Object.keys(hall.room.state!.questions).at(-1)!;
}

async function opened(part: Partial<PlainContent> = {}): Promise<string> {
  const pollId = await draft(part);
  expect(await hall.command(hall.chair, { type: 'question.open', pollId })).toMatchObject({ ok: true });
  return pollId;
}

function cast(by: MeetingEntry, pollId: string, choice: OptionsChoice = first, ballotId = systemIds.newId()) {
  const isSecret = hall.room.state!.questions[pollId]!.content.secrecy.kind === 'secret';
  return hall.room.cast(by, { ballotId, pollId, choice, ...(isSecret && { padding: paddingOf(choice) }) });
}

const close = (pollId: string) => hall.command(hall.chair, { type: 'question.close', pollId });
const stageOf = (pollId: string) => hall.room.state!.questions[pollId]!.stage;
const done = { ok: true, value: null };

describe('an open question', () => {
  it('draws its lot and hashes its roll so that anyone can do it again', async () => {
    const pollId = await opened();
    const stage = stageOf(pollId);
    if (stage.status !== 'open') throw new Error('not open');
    const { roll, rollHash: hash, tieOrder } = stage.opening;
    expect(rollHash(pollId, roll as unknown as JsonValue[])).toBe(hash);
    const options = content().options.map(({ id }) => id);
    expect(lotOrder(tieOrder.seed, options)).toEqual(tieOrder.order);
  });

  it('is counted with what its box holds, and shows people their own ballot until then', async () => {
    const pollId = await opened();
    const [ani, budi] = voters as [MeetingEntry, MeetingEntry];
    expect(await cast(ani, pollId)).toEqual(done);
    expect(await cast(budi, pollId, { kind: 'marks', marks: [2, 1] })).toEqual(done);
    expect(await cast(ani, pollId, { kind: 'marks', marks: [2] })).toEqual(done);
    expect(hall.room.join(ani, 0)).toMatchObject({
      given: [{ pollId, choice: { marks: [2] } }],
      turnouts: [{ pollId, cast: 2 }],
    });
    expect(await close(pollId)).toMatchObject({ ok: true });
    expect(stageOf(pollId)).toMatchObject({ count: { turnout: 2, voted: null, tally: { elected: [2] } } });
    expect(await hall.store.readPublished(pollId)).toHaveLength(2);
    expect(await cast(ani, pollId)).toEqual(refused('poll_not_open'));
    expect(hall.room.join(ani, 0)).toMatchObject({ given: [], turnouts: [] });
  });

  it('takes a voice once where it says so', async () => {
    const pollId = await opened({ revote: 'none' });
    const ballotId = systemIds.newId();
    expect(await cast(voters[0]!, pollId, first, ballotId)).toEqual(done);
    expect(await cast(voters[0]!, pollId, first, ballotId)).toEqual(done);
    expect(await cast(voters[0]!, pollId)).toEqual(refused('already_voted'));
  });

  it('tells a temperature check as it goes, and nothing else', async () => {
    const check = {
      method: { method: 'temperature', seats: 0 },
      force: 'unbinding',
      result: 'live',
    } as const;
    const pollId = await opened(check);
    await cast(voters[0]!, pollId, { kind: 'figures', figures: [4, 0, null] });
    const { turnouts } = hall.room.join(voters[1]!, 0) as { turnouts: unknown[] };
    expect(turnouts).toMatchObject([
      {
        steps: [
          [0, 0, 0, 0, 1],
          [1, 0, 0, 0, 0],
          [0, 0, 0, 0, 0],
        ],
      },
    ]);
    await close(pollId);
    await opened();
    await cast(voters[0]!, Object.keys(hall.room.state!.questions).at(-1)!);
    const after = hall.room.join(voters[1]!, 0) as { turnouts: object[] };
    expect(after.turnouts.map((one) => Object.keys(one).sort())).toEqual([['byChamber', 'cast', 'pollId']]);
  });

  it('takes who was left out, and counts them in the turnout', async () => {
    const pollId = await opened();
    const late = await hall.guest('dewi');
    await seatVoters(hall, [late]);
    expect(await cast(late, pollId)).toEqual(refused('not_on_the_roll'));
    const key = late.personId;
    await hall.command(hall.chair, { type: 'roll.add', pollId, key, reason: 'baru tiba' });
    expect(await cast(late, pollId)).toEqual(done);
    expect(hall.room.join(late, 0)).toMatchObject({ turnouts: [{ cast: 1 }] });
  });

  it('is called off without a trace of its ballots', async () => {
    const pollId = await opened();
    await cast(voters[0]!, pollId);
    await hall.command(hall.chair, { type: 'question.void', pollId, reason: 'salah' });
    expect(await hall.store.readBallots(pollId)).toEqual([]);
    expect(await cast(voters[0]!, pollId)).toEqual(refused('poll_not_open'));
  });
});

describe('a deadline', () => {
  const stays = () => ({ deadline: hall.clock.time + 60_000, afterMeeting: 'stays-open' }) as const;

  it('ends a question also after the meeting, by the clock, and takes no ballot from then on', async () => {
    const pollId = await opened(stays());
    expect(hall.ends).toEqual([hall.clock.time + 60_000]);
    expect(await hall.command(hall.chair, { type: 'meeting.close' })).toMatchObject({ ok: true });
    expect(await cast(voters[0]!, pollId)).toEqual(done);
    await hall.room.closeOverdue(pollId);
    expect(stageOf(pollId).status).toBe('open');
    hall.clock.time += 60_000;
    expect(await cast(voters[1]!, pollId)).toEqual(refused('deadline_passed'));
    await hall.room.closeOverdue(pollId);
    await hall.room.closeOverdue(pollId);
    expect(stageOf(pollId)).toMatchObject({ status: 'closed', count: { turnout: 1 } });
    expect(await hall.command(hall.chair, { type: 'question.publish', pollId })).toMatchObject({ ok: true });
  });
});

describe('a secret question', () => {
  it('keeps no choice where anyone could read it, and counts each once', async () => {
    const pollId = await opened(secret);
    const ballots = [[0], [1], [1]];
    for (const [n, marks] of ballots.entries())
      expect(await cast(voters[n]!, pollId, { kind: 'marks', marks })).toEqual(done);
    const kept = await hall.store.readBallots(pollId);
    expect(JSON.stringify(kept)).not.toContain('marks');
    expect(new Set(kept.map(({ choice }) => JSON.stringify(choice).length)).size).toBe(1);
    expect(hall.room.join(voters[0]!, 0)).toMatchObject({ given: [{ pollId, choice: null }] });
    expect(await close(pollId)).toMatchObject({ ok: true });
    expect(stageOf(pollId)).toMatchObject({
      count: { turnout: 3, voted: voters.map(({ personId }) => personId).sort(), tally: { elected: [1] } },
    });
    expect(await hall.store.readPublished(pollId)).toEqual(
      ballots.map((marks) => ({ choice: { kind: 'marks', marks }, weight: 1 })),
    );
    expect(hall.pollKeys.has(pollId)).toBe(false);
  });

  it('is closed and counted, and the operator told, where its key cannot be destroyed', async () => {
    const pollId = await opened(secret);
    await cast(voters[0]!, pollId);
    vi.spyOn(hall.pollKeys, 'destroy').mockImplementation(() => {
      throw new Error('the disk is read-only');
    });
    expect(await close(pollId)).toMatchObject({ ok: true });
    expect(hall.keysLeft).toEqual([pollId]);
  });

  it('answers a retry after the close, and refuses what is new', async () => {
    const pollId = await opened(secret);
    const ballotId = systemIds.newId();
    await cast(voters[0]!, pollId, first, ballotId);
    await close(pollId);
    expect(await cast(voters[0]!, pollId, first, ballotId)).toEqual(done);
    expect(await cast(voters[0]!, pollId)).toEqual(refused('poll_not_open'));
  });

  it('without its key is neither cast into nor counted, but called off', async () => {
    const pollId = await opened(secret);
    await cast(voters[0]!, pollId);
    hall.pollKeys.destroy(pollId);
    expect(await cast(voters[1]!, pollId)).toEqual(refused('poll_key_lost'));
    expect(await close(pollId)).toEqual(refused('poll_key_lost'));
    expect(
      await hall.command(hall.chair, { type: 'question.void', pollId, reason: 'kunci hilang' }),
    ).toMatchObject({ ok: true });
    expect(await hall.store.readBallots(pollId)).toEqual([]);
  });

  it('that is open keeps its key at the start; other keys go', async () => {
    const open = await opened(secret);
    const over = await opened(secret);
    await close(over);
    hall.pollKeys.make(over);
    hall.pollKeys.make('never-opened');
    await destroySpentKeys(hall.store, hall.pollKeys);
    expect(hall.pollKeys.ids()).toEqual([open]);
  });
});
