import { id, pollId } from '@mufakat/domain/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyOf } from '../kept/kept-orders';
import type { Parcel } from '../kept/kept-row';
import { Outbox } from './outbox';
import { meetingId } from './testing';

type Answer = { ok: true; seq: number } | { ok: false; code: 'storage_failed' | 'text_frozen' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openBox() {
  const waiting: number[] = [];
  const kept = new Set<string>();
  const keeper = {
    keep: (parcel: Parcel) => kept.add(keyOf(parcel)),
    drop: (key: string) => kept.delete(key),
  };
  const box = new Outbox((count) => waiting.push(count), keeper);
  box.open();
  return { box, waiting, kept };
}

let made = 0;
const command = (): Parcel => ({
  kind: 'command',
  message: { id: id((made += 1)), meetingId, command: { type: 'meeting.open' } },
});
const ballot = (pollId: string): Parcel => ({
  kind: 'ballot',
  message: {
    meetingId,
    ballot: { ballotId: id((made += 1)), pollId, choice: { kind: 'vote', vote: 'yes' } },
  },
});

describe('the outbox', () => {
  it('sends at once and answers what the server says', async () => {
    const { box, waiting } = openBox();
    await expect(box.add(command(), async () => ({ ok: true as const, seq: 7 }))).resolves.toEqual({
      ok: true,
      seq: 7,
    });
    expect(waiting).toEqual([1, 0]);
  });

  it('keeps what is asked on a dead line, and sends it in order when it is back', async () => {
    const { box } = openBox();
    box.shut();
    const sent: number[] = [];
    const all = [1, 2, 3].map((n) =>
      box.add<Answer>(command(), async () => (sent.push(n), { ok: true, seq: n })),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    box.open();
    await Promise.all(all);
    expect(sent).toEqual([1, 2, 3]);
  });

  it('sends again what was not answered', async () => {
    const { box } = openBox();
    const send = vi.fn<() => Promise<Answer | null>>();
    send.mockImplementationOnce(async () => {
      box.shut();
      return null;
    });
    send.mockResolvedValue({ ok: true, seq: 1 });
    const asked = box.add(command(), send);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(send).toHaveBeenCalledTimes(1);
    box.open();
    await vi.advanceTimersByTimeAsync(1000);
    await expect(asked).resolves.toEqual({ ok: true, seq: 1 });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('tries a few times what the server could not do just now, and then says so', async () => {
    const { box } = openBox();
    const send = vi.fn(async (): Promise<Answer> => ({ ok: false, code: 'storage_failed' }));
    const asked = box.add(command(), send);
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(asked).resolves.toEqual({ ok: false, code: 'storage_failed' });
    expect(send).toHaveBeenCalledTimes(5);
  });

  it('takes any other refusal as final', async () => {
    const { box } = openBox();
    const send = vi.fn(async (): Promise<Answer> => ({ ok: false, code: 'text_frozen' }));
    await expect(box.add(command(), send)).resolves.toEqual({ ok: false, code: 'text_frozen' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('never lets a later message of a lane overtake an earlier one; lanes do not wait for each other', async () => {
    const { box } = openBox();
    const sent: string[] = [];
    let answerFirst: (answer: Answer) => void = () => undefined;
    const first = box.add<Answer>(
      command(),
      () => (sent.push('a1'), new Promise((resolve) => (answerFirst = resolve))),
    );
    const second = box.add<Answer>(command(), async () => (sent.push('a2'), { ok: true, seq: 2 }));
    await box.add<Answer>(ballot(pollId), async () => (sent.push('b1'), { ok: true, seq: 3 }));
    expect(sent).toEqual(['a1', 'b1']);
    answerFirst({ ok: true, seq: 1 });
    await Promise.all([first, second]);
    expect(sent).toEqual(['a1', 'b1', 'a2']);
  });

  it('at the end refuses all that waits and all that comes', async () => {
    const { box, waiting } = openBox();
    box.shut();
    const asked = box.add(command(), async () => ({ ok: true as const }));
    box.end('person_removed');
    await expect(asked).resolves.toEqual({ ok: false, code: 'person_removed' });
    await expect(box.add(command(), async () => ({ ok: true as const }))).resolves.toEqual({
      ok: false,
      code: 'person_removed',
    });
    expect(waiting.at(-1)).toBe(0);
  });

  it('hands what waits on a dead line to the keeper, and back once it is answered', async () => {
    const { box, kept } = openBox();
    const sent: string[] = [];
    const dead = vi.fn<() => Promise<Answer | null>>();
    dead.mockImplementationOnce(async () => {
      box.shut();
      return null;
    });
    dead.mockResolvedValue({ ok: true, seq: 1 });
    const asked = box.add(command(), dead);
    await vi.advanceTimersByTimeAsync(0);
    const later = box.add<Answer>(ballot(pollId), async () => (sent.push('ballot'), { ok: true, seq: 2 }));
    expect(kept.size).toBe(2);
    box.open();
    await vi.advanceTimersByTimeAsync(1000);
    await Promise.all([asked, later]);
    expect(kept.size).toBe(0);
  });

  it('keeps nothing of what is answered on a good line', async () => {
    const { box, kept } = openBox();
    const asked = box.add(ballot(pollId), async () => ({ ok: true as const }));
    expect(kept.size).toBe(0);
    await asked;
    expect(kept.size).toBe(0);
  });

  it('keeps what waits beyond its end, so that another page may send it', async () => {
    const { box, kept } = openBox();
    box.shut();
    const asked = box.add(command(), async () => ({ ok: true as const }));
    box.end('server_busy');
    await asked;
    expect(kept.size).toBe(1);
  });

  it('sends what an earlier page left before what this one has given', async () => {
    const { box } = openBox();
    box.shut();
    const sent: string[] = [];
    const given = box.add<Answer>(ballot(pollId), async () => (sent.push('new'), { ok: true, seq: 1 }));
    const left = box.addBefore<Answer>(ballot(pollId), async () => (sent.push('old'), { ok: true, seq: 2 }));
    box.open();
    await Promise.all([given, left]);
    expect(sent).toEqual(['old', 'new']);
  });
});
