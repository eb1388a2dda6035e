import { inflateRawSync } from 'node:zlib';
import type { MeetingEvent, Viewer } from '@mufakat/domain';
import { id } from '@mufakat/domain/testing';
import { sealEvent, type JsonObject, type SealedEvent } from '@mufakat/record';
import type { WireEvent } from '@mufakat/protocol';
import { expect, test } from 'vitest';
import { blocksOf, EventPacks } from './event-packs';
import { PersonalEvents } from './personal-events';

const stubs = (from: number, to: number): WireEvent[] =>
  Array.from({ length: to - from }, (_, at) => ({ seq: from + at + 1, prev: 'p', leaf: 'l' }));

const guest: Viewer = { personId: id(2), rights: new Set() };
const chair: Viewer = { personId: id(1), rights: new Set(['letIn']) };
const signed: MeetingEvent = { type: 'attendance.signed', personId: id(1) };
const issuedTo = ({ personId }: Viewer): MeetingEvent => ({ type: 'link.issued', personId, linkId: id(9) });

/** Sealed, and linked to nothing, since nobody looks at that here. */
function recorded(events: readonly MeetingEvent[], afterSeq: number): SealedEvent[] {
  return events.map(({ type, ...body }, at) => {
    // Events are plain JSON by their schemas.
    const event = { v: 1, seq: afterSeq + at + 1, at: 1, type, by: null, body: body as JsonObject };
    return sealEvent({ ...event, prev: '0'.repeat(64) }, () => '0'.repeat(32));
  });
}

test('packs end with blocks of the record', () => {
  const cuts = (afterSeq: number, seq: number) =>
    blocksOf('m', afterSeq, seq).map((span) => [span.afterSeq, span.upTo]);
  expect(cuts(0, 127)).toEqual([]);
  expect(cuts(0, 300)).toEqual([
    [0, 128],
    [128, 256],
  ]);
  expect(cuts(100, 256)).toEqual([
    [100, 128],
    [128, 256],
  ]);
  expect(cuts(256, 300)).toEqual([]);
});

test('what follows the last block is the same frame for all who may see the same, until there is more', () => {
  const packs = new EventPacks();
  const few = (upTo: number, hidden: number[] = []) =>
    packs.few({ meetingId: 'm', afterSeq: 0, upTo }, hidden, () => stubs(0, upTo));
  const one = few(3);
  expect(one).toEqual({ meetingId: 'm', events: stubs(0, 3) });
  expect(few(3)).toBe(one);
  expect(few(3, [2])).not.toBe(one);
  expect(few(4)?.events).toHaveLength(4);
  expect(few(0)).toBeNull();
  const before = few(4);
  packs.drop();
  expect(few(4)).not.toBe(before);
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
  const inside: unknown = JSON.parse(inflateRawSync(one.framed.data.events).toString());
  expect(inside).toEqual(stubs(0, 64));
  expect(one.framed.data).toMatchObject({ meetingId: 'm', afterSeq: 0, upTo: 64 });
  packs.drop();
  await packs.of(span, [], events);
  expect(made).toBe(3);
});

test('personal events are found as the record grows, and anew where it was read again', () => {
  const record = {
    seq: 0,
    log: [] as SealedEvent[],
    eventsAfter: (seq: number, limit: number) => record.log.slice(seq, seq + limit),
  };
  const happens = (...events: MeetingEvent[]): void => {
    record.log.push(...recorded(events, record.log.length));
    record.seq = record.log.length;
  };
  const hiddenIn = (afterSeq: number, upTo: number, viewer: Viewer = guest) =>
    personal.hiddenIn({ afterSeq, upTo }, viewer);
  const personal = new PersonalEvents(record);
  happens(signed, issuedTo(chair), issuedTo(guest));
  expect(hiddenIn(0, 3)).toEqual([2]);
  happens(issuedTo(chair), signed);
  expect(hiddenIn(0, 5)).toEqual([2, 4]);
  expect(hiddenIn(2, 3)).toEqual([]);
  expect(hiddenIn(0, 5, chair)).toEqual([]);
  record.log = [];
  happens(issuedTo(chair));
  expect(hiddenIn(0, 1)).toEqual([1]);
});
