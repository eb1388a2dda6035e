/**
 * The memory store as model: whatever is asked, in whatever order, in turns of one or several calls, SQLite
 * answers the same and holds the same.
 */
import { join } from 'node:path';
import type { JsonValue } from '@mufakat/record';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { createMemoryStore } from '../memory/memory-store';
import type { AppendRequest, IndexRow, Store, StreamRef } from '../ports';
import { openSqliteStore } from '../sqlite/sqlite-store';
import { removeFolders, requestOf, temporaryFolder } from './testing';

type Call = (store: Store) => Promise<unknown>;
/** Seqs as the model has them before the turn, so that most appends fit. */
type Plan = (seqs: ReadonlyMap<string, number>) => Call;

const streams: readonly StreamRef[] = [
  { id: 's0', kind: 'coalition', parent: null },
  { id: 's1', kind: 'meeting', parent: 's0' },
  { id: 's2', kind: 'meeting', parent: 's0' },
];
const names = { docs: ['d0', 'd1'], polls: ['p0', 'p1'], hashes: ['h0', 'h1'], codes: ['AAAAAA', 'BBBBBB'] };
const people = ['ana', 'budi', '\u{1f5f3}', '\ufffd'];
const links = ['l0', 'l1'];
const words = ['w0', 'w1', 'w2'];

const one = fc.constantFrom;
const small = fc.integer({ min: 0, max: 6 });
const stream = one(...streams);
const row = fc.oneof<fc.Arbitrary<IndexRow>[]>(
  fc.record({ row: fc.constant('document' as const), name: one(...names.docs) }),
  fc.record({ row: fc.constant('moved-document' as const), name: one(...names.docs) }),
  fc.record({ row: fc.constant('box' as const), pollId: one(...names.polls) }),
  fc.record({ row: fc.constant('link' as const), linkId: one(...links), personId: one(...people) }),
  fc.record({ row: fc.constant('no-link' as const), linkId: one(...links) }),
  fc.record({ row: fc.constant('code' as const), code: one(...names.codes), until: small }),
  fc.constant({ row: 'no-code' }),
  fc.record({ row: fc.constant('expires' as const), at: small }),
  fc.record({ row: fc.constant('kept' as const), months: fc.option(small, { nil: null }) }),
  fc.record({ row: fc.constant('closed' as const), at: small }),
  fc.constant({ row: 'reopened' }),
  fc.record({ row: fc.constant('forgotten' as const), wordsIds: fc.subarray(words) }),
  fc.record({ row: fc.constant('erase' as const), wordsIds: fc.subarray(words) }),
  fc.record({
    row: fc.constant('seat' as const),
    sessionHash: one(...names.hashes),
    personId: one(...people),
  }),
  fc.record({
    row: fc.constant('no-seats' as const),
    personId: one(...people),
    except: fc.option(one(...names.hashes), { nil: null }),
  }),
);
// What it makes is JSON; its type allows holes that it never makes.
const json = fc.jsonValue().map((value) => value as JsonValue);
const body = fc.record({
  who: fc.record({ id: one(...words), text: fc.string({ unit: 'binary' }) }),
  any: json,
});
const request = fc
  .record({
    stream,
    off: one(0, 0, 0, 0, 1, -1),
    bodies: fc.array(body, { maxLength: 3 }),
    commandId: fc.option(fc.stringMatching(/^c[0-9]$/)),
    rows: fc.oneof(fc.constant<IndexRow[]>([]), fc.array(row, { maxLength: 3 })),
    at: small,
  })
  .map(({ off, ...parts }) => (seqs: ReadonlyMap<string, number>): AppendRequest => {
    const seq = seqs.get(parts.stream.id) ?? 0;
    return requestOf({ ...parts, expectedSeq: Math.max(0, seq + off) });
  });

const updates = fc.array(
  fc.record({
    update: fc.uint8Array({ maxLength: 40 }),
    by: one(...people),
    at: small,
    newClients: fc.array(small, { maxLength: 2 }),
  }),
  { maxLength: 3 },
);
const fixed = <Value>(
  arbitrary: fc.Arbitrary<Value>,
  call: (store: Store, value: Value) => Promise<unknown>,
) =>
  arbitrary.map(
    (value): Plan =>
      () =>
      (store) =>
        call(store, value),
  );

const plan: fc.Arbitrary<Plan> = fc.oneof(
  {
    weight: 5,
    arbitrary: request.map(
      (make): Plan =>
        (seqs) =>
          appending(make(seqs)),
    ),
  },
  fc.tuple(one(...names.polls), fc.option(request)).map(
    ([pollId, make]): Plan =>
      (seqs) =>
        closing(pollId, make?.(seqs) ?? null),
  ),
  fixed(
    fc.record({
      pollId: one(...names.polls),
      ballotId: fc.stringMatching(/^b[0-9]$/),
      voter: one(...people),
      castBy: one(...people),
      choice: fc.jsonValue(),
      at: small,
    }),
    (store, cast) => store.castBallot(cast),
  ),
  fixed(fc.tuple(one(...names.docs), updates), (store, given) => store.appendUpdates(...given)),
  fixed(fc.tuple(one(...names.docs), small, fc.uint8Array()), (store, given) => store.putSnapshot(...given)),
  fixed(fc.record({ hash: one(...names.hashes), createdAt: small, expiresAt: small }), (store, row) =>
    store.putSession(row),
  ),
  fixed(one(...names.hashes), (store, hash) => store.dropSession(hash)),
  fixed(fc.tuple(one(...names.hashes), stream, one(...people)), (store, [hash, { id }, person]) =>
    store.putSeat(hash, id, person),
  ),
  fixed(
    fc.tuple(fc.subarray(streams.map(({ id }) => id)), fc.subarray(names.docs), stream),
    (store, [gone, kept, { id: to }]) =>
      store.deleteStreams(
        gone,
        kept.map((name) => ({ name, to })),
      ),
  ),
);

const appending =
  (made: AppendRequest): Call =>
  (store) =>
    store.append(made);

/** Answers with the ballots as `finish` saw them, too. */
const closing =
  (pollId: string, made: AppendRequest | null): Call =>
  async (store) => {
    let seen: unknown = null;
    const answer = await store.closeBox(pollId, (ballots) => {
      seen = ballots;
      return made;
    });
    return { answer, seen };
  };

async function outcomes(store: Store, calls: readonly Call[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(calls.map((call) => call(store)));
  // How a mistake is worded is each store's own.
  return settled.map((result) => (result.status === 'fulfilled' ? { value: result.value } : 'rejected'));
}

const reads: readonly Call[] = [
  ...streams.flatMap(({ id }): Call[] => [
    (store) => store.findStream(id),
    (store) => store.readEvents(id, 0, 1000),
    (store) => store.readEvents(id, 1, 2),
    (store) => store.childStreams(id),
    (store) => store.closedBefore(id, 4),
    (store) => store.wordsLeft(id),
    (store) => store.documentsOf(id),
  ]),
  (store) => store.terms(),
  (store) => store.forgetfulStreams(),
  (store) => store.expiringStreams(),
  ...Array.from(
    { length: 10 },
    (_, n): Call =>
      (store) =>
        store.findCommand(`c${n}`),
  ),
  ...names.polls.map(
    (id): Call =>
      (store) =>
        store.readBallots(id),
  ),
  ...names.docs.flatMap((name): Call[] => [
    (store) => store.findDocument(name),
    (store) => store.loadDocument(name),
    (store) => store.readUpdates(name, 1, 3),
    (store) => store.readMarks(name, 1, 3),
    (store) => store.readClients(name, 2),
  ]),
  ...names.hashes.flatMap((hash): Call[] => [
    (store) => store.findSession(hash),
    (store) => store.seatsOf(hash),
    (store) => store.findSeat(hash, 's1'),
  ]),
  ...links.map(
    (id): Call =>
      (store) =>
        store.findLink(id),
  ),
  ...names.codes.map(
    (code): Call =>
      (store) =>
        store.findCode(code),
  ),
];

async function seqsOf(store: Store): Promise<Map<string, number>> {
  const found = await Promise.all(streams.map(({ id }) => store.findStream(id)));
  return new Map(found.flatMap((known) => (known ? [[known.id, known.seq]] : [])));
}

afterEach(removeFolders);

it('memory and SQLite answer alike and hold the same after any calls', { timeout: 60_000 }, async () => {
  const turns = fc.array(fc.array(plan, { minLength: 1, maxLength: 6 }), { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(turns, async (planned) => {
      const memory = createMemoryStore();
      const sqlite = openSqliteStore({ file: join(temporaryFolder(), 'mufakat.db') });
      for (const turn of planned) {
        const seqs = await seqsOf(memory);
        const calls = turn.map((make) => make(seqs));
        expect(await outcomes(sqlite, calls)).toEqual(await outcomes(memory, calls));
      }
      expect(await outcomes(sqlite, reads)).toEqual(await outcomes(memory, reads));
      await sqlite.close();
      removeFolders();
    }),
    { numRuns: 60 },
  );
});
