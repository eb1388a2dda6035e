import { inflateRawSync } from 'node:zlib';
import type { SealedEvent } from '@mufakat/record';
import { wireLimits, type WireEvent } from '@mufakat/protocol';
import { expect, test } from 'vitest';
import { EventPacks, packable } from './event-packs';
import { PersonalEvents } from './personal-events';

const stubs = (from: number, to: number): WireEvent[] =>
  Array.from({ length: to - from }, (_, at) => ({ seq: from + at + 1, prev: 'p', leaf: 'l' }));

test('a pack holds a multiple of 64 events, and no more than the wire allows', () => {
  expect([0, 63, 64, 200, 1_000_000].map(packable)).toEqual([0, 0, 64, 192, wireLimits.eventsPerPack - 32]);
});

test('all who may see the same get the same, made once; others another', async () => {
  const packs = new EventPacks();
  const span = { meetingId: 'm', afterSeq: 0, upTo: 64 };
  let made = 0;
  const events = (): WireEvent[] => {
    made += 1;
    return stubs(0, 64);
  };
  const [one, two, other] = await Promise.all([
    packs.of(span, [], events),
    packs.of(span, [], events),
    packs.of(span, [7], events),
  ]);
  expect(two).toBe(one);
  expect(other).not.toBe(one);
  expect(made).toBe(2);
  const inside: unknown = JSON.parse(
    inflateRawSync(Buffer.from(one!.framed.data.events, 'base64')).toString(),
  );
  expect(inside).toEqual(stubs(0, 64));
  expect(one!.framed.data).toMatchObject({ meetingId: 'm', afterSeq: 0, upTo: 64 });
  packs.drop();
  await packs.of(span, [], events);
  expect(made).toBe(3);
});

test('nothing to pack is no pack', async () => {
  const span = { meetingId: 'm', afterSeq: 3, upTo: 3 };
  expect(await new EventPacks().of(span, [], () => [])).toBeNull();
});

test('personal events are found as the record grows, and anew where it was read again', () => {
  const record = {
    seq: 0,
    log: [] as SealedEvent[],
    eventsAfter: (seq: number, limit: number) => record.log.slice(seq, seq + limit),
  };
  const happens = (...types: string[]): void => {
    // Of a sealed event only its number and type are looked at.
    for (const type of types) record.log.push({ seq: record.log.length + 1, type } as SealedEvent);
    record.seq = record.log.length;
  };
  const personal = new PersonalEvents(record);
  happens('meeting.planned', 'link.issued', 'attendance.signed');
  expect(personal.upTo(3).map(({ seq }) => seq)).toEqual([2]);
  happens('link.revoked', 'stage.set');
  expect(personal.upTo(5).map(({ seq }) => seq)).toEqual([2, 4]);
  expect(personal.upTo(3).map(({ seq }) => seq)).toEqual([2]);
  record.log = [];
  happens('link.issued');
  expect(personal.upTo(1).map(({ seq }) => seq)).toEqual([1]);
});
