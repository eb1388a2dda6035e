import { ok, refused } from '@mufakat/domain';
import { linkHash } from '@mufakat/record';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ask } from './plan';
import { Stream } from './stream';
import { counter, counterRef, settled, testPorts, type Count, type Counted } from './testing';

let ports: ReturnType<typeof testPorts>;
let told: number[];
let stream: Stream<number, Count, Counted>;

const open = () =>
  Stream.open(counterRef, ports, counter, (sealed) => told.push(...sealed.map(({ seq }) => seq)));

beforeEach(async () => {
  ports = testPorts();
  told = [];
  stream = await open();
});

let ids = 0;
const nextId = () => `command-${(ids += 1)}`;

function ask(command: Count, parts: Partial<Ask<number, Count, Counted>> = {}) {
  return stream.ask({
    commandId: nextId(),
    actor: { kind: 'person', personId: 'ani' },
    command,
    ...parts,
  });
}
const add = (amount: number, parts: Partial<Ask<number, Count, Counted>> = {}) =>
  ask({ type: 'add', amount }, parts);

describe('one command after the other', () => {
  it('decides on the newest state, flushes, then tells in order', async () => {
    expect(await add(4)).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(await add(5)).toMatchObject({ ok: true, value: { seq: 2, events: [{ amount: 5 }] } });
    expect(await add(2)).toEqual(refused('server_busy'));
    expect(stream.state).toBe(9);
    expect(told).toEqual([1, 2]);
  });

  it('links each event to the one before, and reads the same after a restart', async () => {
    await add(1);
    await add(2);
    const [first, second] = stream.eventsAfter(0, 10);
    expect(second?.prev).toBe(linkHash(first!));
    expect(second?.by).toBe('ani');
    const again = await open();
    expect([again.state, again.seq, again.head]).toEqual([3, 2, stream.head]);
    expect(again.eventsAfter(1, 10)).toEqual([second]);
  });

  it('never lets time run backwards', async () => {
    await add(1);
    ports.clock.time -= 60_000;
    await add(1);
    const [first, second] = stream.eventsAfter(0, 10);
    expect(second?.at).toBe(first?.at);
  });
});

describe('many at once', () => {
  it('share a flush: deciding does not wait for the disk, and nothing is told before it', async () => {
    const before = ports.disk.flushes;
    ports.disk.hold();
    const answers = [1, 2, 3, 4].map((amount) => add(amount));
    await settled();
    expect(stream.state).toBe(0);
    expect(told).toEqual([]);
    ports.disk.letGo();
    expect(await Promise.all(answers)).toMatchObject([1, 2, 3, 4].map((seq) => ({ value: { seq } })));
    expect(told).toEqual([1, 2, 3, 4]);
    expect(ports.disk.flushes - before).toBeLessThanOrEqual(2);
  });

  it('a refusal waits for the flush of what it was decided on', async () => {
    ports.disk.hold();
    const first = add(10);
    let answered = false;
    const second = add(1).finally(() => (answered = true));
    await settled();
    expect(answered).toBe(false);
    ports.disk.letGo();
    expect(await first).toMatchObject({ ok: true });
    expect(await second).toEqual(refused('server_busy'));
  });

  it('the same id sent twice at once is done once and answered alike', async () => {
    ports.disk.hold();
    const twice = [add(3, { commandId: 'same' }), add(3, { commandId: 'same' })];
    await settled();
    ports.disk.letGo();
    const [one, two] = await Promise.all(twice);
    expect(one).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(two).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(stream.state).toBe(3);
    expect(told).toEqual([1]);
  });
});

describe('several acts together', () => {
  const actor = { kind: 'person', personId: 'ani' } as const;
  const together = (...commands: Count[]) =>
    stream.askTogether(commands.map((command) => ({ actor, command })));

  it('are decided one after the other and stored as one; what the rules refuse is left out', async () => {
    const before = ports.disk.flushes;
    expect(
      await together({ type: 'add', amount: 6 }, { type: 'add', amount: 5 }, { type: 'add', amount: 4 }),
    ).toMatchObject({
      ok: true,
      value: { seq: 2, events: [{ amount: 6 }, { amount: 4 }] },
    });
    expect(ports.disk.flushes).toBe(before + 1);
    expect(told).toEqual([1, 2]);
    const again = await open();
    expect([again.state, again.seq, again.head]).toEqual([10, 2, stream.head]);
  });

  it('write nothing where nothing is left', async () => {
    const before = ports.disk.flushes;
    expect(await together({ type: 'empty' })).toEqual(ok({ seq: 0, events: [] }));
    expect(ports.disk.flushes).toBe(before);
  });

  it('reject where the disk fails, are told to nobody, and what is asked after is decided anew', async () => {
    ports.disk.failNext();
    await expect(together({ type: 'add', amount: 6 })).rejects.toThrow('disk');
    expect(told).toEqual([]);
    expect(await add(9)).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(stream.state).toBe(9);
  });
});

describe('the same id again', () => {
  it('is answered as before after a restart, whatever has happened since', async () => {
    await add(7, { commandId: 'kept' });
    await add(3);
    stream = await open();
    expect(await add(7, { commandId: 'kept' })).toEqual(ok({ seq: 1, events: [] }));
    expect(stream.state).toBe(10);
  });

  it('remembers refusals, so that a retry hears the same', async () => {
    expect(await ask({ type: 'empty' }, { commandId: 'early' })).toEqual(refused('not_open'));
    await add(1);
    expect(await ask({ type: 'empty' }, { commandId: 'early' })).toEqual(refused('not_open'));
    expect(await ask({ type: 'empty' })).toMatchObject({ ok: true });
  });

  it('in another record is malformed, also when both are asked at once', async () => {
    const other = await Stream.open({ ...counterRef, id: 'other' }, ports, counter, () => undefined);
    const parts = { actor: { kind: 'door' as const }, command: { type: 'add', amount: 1 } as const };
    ports.disk.hold();
    const both = [stream, other].map((one) => one.ask({ ...parts, commandId: 'shared' }));
    await settled();
    ports.disk.letGo();
    const codes = (await Promise.all(both)).map((answer) => (answer.ok ? 'done' : answer.code));
    expect(codes.sort()).toEqual(['done', 'malformed']);
    expect(stream.state + other.state).toBe(1);
    const late = other.state === 0 ? other : stream;
    expect(await late.ask({ ...parts, commandId: 'shared' })).toEqual(refused('malformed'));
    expect(await late.ask({ ...parts, commandId: 'fresh' })).toMatchObject({ ok: true, value: { seq: 1 } });
  });
});

describe('when the disk fails', () => {
  it('the command is lost, and the next one works', async () => {
    await add(1);
    ports.disk.failNext();
    await expect(add(5)).rejects.toThrow('the disk is full');
    expect(stream.state).toBe(1);
    expect(await add(9)).toMatchObject({ ok: true, value: { seq: 2 } });
    expect(stream.state).toBe(10);
    expect(told).toEqual([1, 2]);
  });

  it('what was decided on the lost one is decided again', async () => {
    ports.disk.hold();
    ports.disk.failNext();
    const lost = add(10);
    const then = add(2);
    const refusedOnIt = add(9);
    await settled();
    ports.disk.letGo();
    await expect(lost).rejects.toThrow('the disk is full');
    // On ten both would have been too much; on nothing the first fits, and then the second is too much in truth.
    expect(await then).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(await refusedOnIt).toEqual(refused('server_busy'));
    expect(stream.state).toBe(2);
  });

  it('nobody is refused because of what never came to be', async () => {
    ports.disk.hold();
    ports.disk.failNext();
    const lost = add(10);
    const after = add(10);
    await settled();
    ports.disk.letGo();
    await expect(lost).rejects.toThrow();
    expect(await after).toMatchObject({ ok: true, value: { seq: 1 } });
  });

  it('a retry of the lost command under its own id is done, not refused', async () => {
    ports.disk.hold();
    ports.disk.failNext();
    const lost = add(10, { commandId: 'mine' });
    const retry = add(10, { commandId: 'mine' });
    await settled();
    ports.disk.letGo();
    await expect(lost).rejects.toThrow();
    expect(await retry).toMatchObject({ ok: true, value: { seq: 1 } });
  });

  it('a failing gather poisons nothing', async () => {
    const gather = () => Promise.reject(new Error('no documents'));
    await expect(add(1, { gather })).rejects.toThrow('no documents');
    expect(await add(1)).toMatchObject({ ok: true, value: { seq: 1 } });
  });
});

describe('when another server has written', () => {
  it('reads anew and decides again', async () => {
    const other = await open();
    await add(6);
    const parts = { commandId: nextId(), actor: { kind: 'door' as const } };
    expect(await other.ask({ ...parts, command: { type: 'add', amount: 5 } })).toEqual(
      refused('server_busy'),
    );
    expect(
      await other.ask({ ...parts, commandId: nextId(), command: { type: 'add', amount: 4 } }),
    ).toMatchObject({ ok: true, value: { seq: 2 } });
    expect(await add(1)).toEqual(refused('server_busy'));
    expect(stream.state).toBe(10);
  });
});

it('forgets erased words in memory as the store forgets them on disk', async () => {
  await add(1);
  const words = () => stream.eventsAfter(0, 10).flatMap(({ openings }) => Object.keys(openings));
  expect(words()).toEqual(['w0']);
  await add(1, { rows: () => [{ row: 'erase' as const, wordsIds: ['w0'] }] });
  expect(words()).toEqual(['w1']);
  stream = await open();
  expect(words()).toEqual(['w1']);
});
