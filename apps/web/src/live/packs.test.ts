import { deflateRawSync } from 'node:zlib';
import type { JoinAck } from '@mufakat/protocol';
import { expect, test } from 'vitest';
import { opensPacks, Packs } from './packs';

const stub = (seq: number) => ({ seq, prev: 'p'.repeat(64), leaf: 'l'.repeat(64) });
const frame = (upTo: number, events: object[], afterSeq = 0) => ({
  meetingId: 'm'.repeat(22),
  afterSeq,
  upTo,
  events: deflateRawSync(JSON.stringify(events)),
});
const answer = (packedUpTo?: number): JoinAck => ({
  ok: true,
  now: 1,
  you: 'y'.repeat(22),
  ...(packedUpTo === undefined ? {} : { packedUpTo }),
  events: [stub(3)],
  more: false,
  turnouts: [],
  given: [],
});

test('given a pack, then the answer that names it, then its events come first', async () => {
  const packs = new Packs();
  expect(opensPacks).toBe(true);
  packs.came(frame(2, [stub(1), stub(2)]));
  expect(await packs.open(answer(2))).toMatchObject({ events: [stub(1), stub(2), stub(3)] });
});

test('of several packs the answer names the last; those of a line that died are forgotten', async () => {
  const packs = new Packs();
  packs.came(frame(1, [stub(1)]));
  packs.forget();
  packs.came(frame(1, [stub(1)]));
  packs.came(frame(2, [stub(2)], 1));
  expect(await packs.open(answer(2))).toMatchObject({ events: [stub(1), stub(2), stub(3)] });
});

test('an answer without one is as it is, and so is a refusal', async () => {
  const packs = new Packs();
  expect(await packs.open(answer())).toEqual(answer());
  expect(await packs.open({ ok: false, code: 'not_found' })).toEqual({ ok: false, code: 'not_found' });
});

test('a pack that has not come, is another, was used before or cannot be read: as if there were no answer', async () => {
  const packs = new Packs();
  expect(await packs.open(answer(2))).toBeNull();
  packs.came(frame(1, [stub(1)]));
  expect(await packs.open(answer(2))).toBeNull();
  packs.came({ ...frame(2, []), events: new Uint8Array(3) });
  expect(await packs.open(answer(2))).toBeNull();
  packs.came(frame(2, [stub(1), stub(2)]));
  await packs.open(answer(2));
  expect(await packs.open(answer(2))).toBeNull();
});
