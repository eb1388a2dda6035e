/** For the tests of this package: arbitrary JSON, salts, and a small record with all that a record can hold. */
import fc from 'fast-check';
import { genesis, linkHash, sealEvent, type SealedEvent } from './chain';
import { sha256Hex } from './hash';
import type { JsonObject, JsonValue } from './json';
import { boxHash, type RecordParts } from './record-file';

/** Salts that are counted, not random. */
export function countedSalts(): () => string {
  let n = 0;
  return () => (n++).toString(16).padStart(32, '0');
}

export function sealAll(
  stream: string,
  bodies: readonly { type: string; body: JsonObject }[],
): SealedEvent[] {
  const newSalt = countedSalts();
  let prev = genesis(stream);
  return bodies.map(({ type, body }, i) => {
    const event = sealEvent(
      { v: 1, seq: i + 1, at: 1_790_000_000_000 + i, type, by: 'p1', body, prev },
      newSalt,
    );
    prev = linkHash(event);
    return event;
  });
}

export const frozen = 'Setiap anak lancar membaca.';
export const ballots: JsonValue[] = [
  { voter: 'ba', choice: 'yes' },
  { voter: 'aa', choice: 'no' },
];

export function smallRecord(): RecordParts {
  const events = sealAll('m1', [
    { type: 'meeting.planned', body: { title: { id: 'w1', text: 'Musyawarah «é» 🌾' } } },
    {
      type: 'person.joined',
      body: {
        person: 'p1',
        names: [
          { id: 'w2', text: 'Bu Rahma' },
          { id: 'w3', text: 'RT 2' },
        ],
      },
    },
    { type: 'text.frozen', body: { text: frozen, hash: sha256Hex(frozen) } },
    {
      type: 'poll.closed',
      body: { pollId: 'v1', boxHash: boxHash('v1', ballots), tally: { yes: 1, no: 1 } },
    },
    {
      type: 'decision.noted',
      body: { note: { id: 'w4', text: 'dicatat' }, deep: [{ by: { id: 'w4', text: 'dicatat' } }] },
    },
  ]);
  return { stream: 'm1', events, boxes: [{ pollId: 'v1', ballots }] };
}

const key = fc.oneof(
  fc.string(),
  fc.constantFrom('id', 'text', 'erased', 'commitment', '__proto__', 'toJSON'),
);
const words = fc.record({ id: fc.string(), text: fc.string({ unit: 'grapheme' }) });
const erased = fc.record({ id: fc.string(), erased: fc.constant(true as const) });

export const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<JsonValue>(null, true, false),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.string({ unit: 'binary' }),
    words,
    erased,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

export const jsonObject: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(key, json), { maxLength: 5 })
  .map((entries) => Object.fromEntries(entries));
