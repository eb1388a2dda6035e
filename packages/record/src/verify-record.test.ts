/** The file: what verifies, and that nothing else does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkHash, type SealedEvent } from './chain';
import { sha256Hex } from './hash';
import { canonicalJson, type JsonObject } from './json';
import { boxHash, fileDigest, writeRecord, type RecordParts } from './record-file';
import { ballots, frozen, json, sealAll, smallRecord } from './testing';
import { verifyRecord } from './verify-record';

const text = writeRecord(smallRecord());

function codesOf(record: string): string[] {
  const verdict = verifyRecord(record);
  return verdict.ok ? [] : verdict.problems.map(({ code, seq }) => (seq === null ? code : `${code}@${seq}`));
}

/** The file with a change in it and a digest that fits, as someone who knows the format would forge it. */
type ForgedFile = JsonObject & { events: SealedEvent[] };

function forged(change: (file: ForgedFile) => void): string {
  const file = JSON.parse(text) as ForgedFile;
  change(file);
  return `${canonicalJson({ ...file, digest: fileDigest(file) })}\n`;
}

describe('a record', () => {
  test('verifies, and says its head in words', () => {
    const verdict = verifyRecord(text);
    expect(verdict).toMatchObject({ ok: true, events: 5, erased: 0 });
    expect(verdict.ok && verdict.headWords).toHaveLength(8);
  });

  test('has the bytes it always had: another hash here is another version of the format', () => {
    expect(sha256Hex(text)).toBe('63ede64bc84ad352d4412332011c5ae232434a55ad00dadc0b8495d42b221f02');
  });

  test('an empty one verifies too', () => {
    expect(verifyRecord(writeRecord({ stream: 'm', events: [], boxes: [] }))).toMatchObject({
      ok: true,
      events: 0,
    });
  });

  test('an event that its reader may not see stands as a stub, is counted, and holds its place in the chain', () => {
    const { events, ...rest } = smallRecord();
    const stubbed = events.map(({ seq, prev, leaf }, i) => (i === 1 ? { seq, prev, leaf } : events[i]!));
    const copy = writeRecord({ ...rest, events: stubbed });
    expect(verifyRecord(copy)).toMatchObject({ ok: true, events: 5, hidden: 1 });
    const moved = stubbed.map((event, i) =>
      i === 1 ? { ...event, leaf: event.leaf.replace(/^./, '0') } : event,
    );
    expect(codesOf(writeRecord({ ...rest, events: moved }))).toContain('prev@3');
  });

  test('any single changed byte does not verify', () => {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at++) {
      const was = bytes[at] ?? 0;
      for (const other of new Set([was ^ 1, was ^ 0x20, was ^ 0x80, 0x30, 0x20])) {
        if (other === was) continue;
        bytes[at] = other;
        expect(accepts(bytes), `byte ${at}: ${was} → ${other}`).toBe(false);
      }
      bytes[at] = was;
    }
  }, 60_000);

  test('any single byte lost or added does not verify', () => {
    for (let at = 0; at <= text.length; at += 3) {
      expect(verifyRecord(text.slice(0, at) + text.slice(at + 1)).ok && at < text.length).toBe(false);
      expect(verifyRecord(`${text.slice(0, at)} ${text.slice(at)}`).ok).toBe(false);
    }
  });

  test('verifies after any of its words were erased, with the same head', () => {
    const ids = ['w1', 'w2', 'w3', 'w4'];
    fc.assert(
      fc.property(fc.subarray(ids), (gone) => {
        const before = verifyRecord(text);
        const after = verifyRecord(writeRecord(without(smallRecord(), gone)));
        expect(after).toMatchObject({ ok: true, erased: gone.length });
        expect(after.ok && before.ok && after.head === before.head).toBe(true);
      }),
    );
  });

  test('verifies when its frozen text is words, and when they are erased', () => {
    const body = { text: { id: 'w9', text: frozen }, hash: sha256Hex(frozen) };
    const parts = { stream: 'm', events: sealAll('m', [{ type: 'text.frozen', body }]), boxes: [] };
    expect(verifyRecord(writeRecord(parts))).toMatchObject({ ok: true, erased: 0 });
    expect(verifyRecord(writeRecord(without(parts, ['w9'])))).toMatchObject({ ok: true, erased: 1 });
  });

  test('holds locked minutes against the record before them', () => {
    const first = { type: 'text.frozen', body: { text: frozen, hash: sha256Hex(frozen) } };
    const [begun] = sealAll('m', [first]);
    const minutes = (body: JsonObject) =>
      writeRecord({
        stream: 'm',
        events: sealAll('m', [first, { type: 'minutes.frozen', body }]),
        boxes: [],
      });
    const head = linkHash(begun!);
    expect(verifyRecord(minutes({ upTo: 1, head }))).toMatchObject({ ok: true });
    expect(codesOf(minutes({ upTo: 2, head }))).toEqual(['minutes_wrong@2']);
    expect(codesOf(minutes({ upTo: 1, head: '0'.repeat(64) }))).toEqual(['minutes_wrong@2']);
  });

  test('does not depend on the order in which ballots came', () => {
    const parts = smallRecord();
    expect(writeRecord({ ...parts, boxes: [{ pollId: 'v1', ballots: [...ballots].reverse() }] })).toBe(text);
    expect(boxHash('v1', [...ballots].reverse())).toBe(boxHash('v1', ballots));
  });
});

describe('a record with a digest that fits', () => {
  test.each<[string, Parameters<typeof forged>[0], string[]]>([
    ['an event changed', ({ events }) => void (at(events, 1).body['person'] = 'p2'), ['leaf@2']],
    ['an event taken out', ({ events }) => void events.splice(1, 1), ['seq@2', 'prev@2', 'seq@3', 'seq@4']],
    ['the last event taken out', ({ events }) => void events.pop(), ['head']],
    ['two events changed places', ({ events }) => void events.reverse(), []],
    [
      'a text changed',
      ({ events }) => void (at(events, 0).openings['w1'] = { salt: '0'.repeat(32), text: 'x' }),
      ['opening_wrong@1'],
    ],
    [
      'an opening from nowhere',
      ({ events }) => void (at(events, 2).openings['zz'] = { salt: '0'.repeat(32), text: 'x' }),
      ['opening_unknown@3'],
    ],
    ['another stream', (file) => void (file['stream'] = 'm2'), ['prev@1']],
    ['another head', (file) => void (file['head'] = '0'.repeat(64)), ['head']],
    ['a box taken out', (file) => void (file['boxes'] = []), ['box_missing@4']],
    [
      'a ballot changed',
      (file) => void (file['boxes'] = [{ pollId: 'v1', ballots: [ballots[0] ?? null] }]),
      ['box_wrong@4', 'box_stray'],
    ],
    ['ballots out of order', (file) => void (file['boxes'] = [{ pollId: 'v1', ballots }]), ['box_unsorted']],
    [
      'a key that is not known',
      ({ events }) => void Object.assign(at(events, 0), { note: 1 }),
      ['event_shape@1'],
    ],
    ['a key at the top', (file) => void (file['note'] = 1), ['shape']],
    [
      'a type that is wrong',
      ({ events }) => void Object.assign(at(events, 3), { at: '1' }),
      ['event_shape@4'],
    ],
  ])('%s is found', (_, change, codes) => {
    const found = codesOf(forged(change));
    expect(found).not.toEqual([]);
    expect(found).toEqual(expect.arrayContaining(codes));
  });

  test('a frozen text that does not fit its hash is found', () => {
    const body = { text: 'x', hash: sha256Hex('y') };
    const parts = { stream: 'm', events: sealAll('m', [{ type: 'text.frozen', body }]), boxes: [] };
    expect(codesOf(writeRecord(parts))).toEqual(['text_wrong@1']);
  });
});

describe('anything else', () => {
  test.each([
    ['', ['not_json']],
    ['null', ['shape']],
    ['[]', ['shape']],
    [text.trimEnd(), ['not_canonical']],
    [`\ufeff${text}`, ['not_json']],
    [JSON.stringify(JSON.parse(text), null, 1), ['not_canonical']],
    ['['.repeat(100_000) + ']'.repeat(100_000), ['unfit']],
    ['1e999', ['unfit']],
  ])('is refused and does not throw: %.20j', (record, codes) => {
    expect(codesOf(record)).toEqual(codes);
  });

  test('never throws, whatever a part is replaced by', () => {
    const file = JSON.parse(text) as ForgedFile;
    const first = at(file.events, 0);
    const key = fc.constantFrom(...Object.keys(file));
    const eventKey = fc.constantFrom(...Object.keys(first));
    fc.assert(
      fc.property(key, eventKey, json, (top, inner, value) => {
        expect(verifyRecord(canonicalJson({ ...file, [top]: value })).ok).toBe(false);
        const events = [{ ...first, [inner]: value }, ...file.events.slice(1)];
        verifyRecord(`${canonicalJson({ ...file, events })}\n`);
      }),
    );
    fc.assert(fc.property(fc.string(), (any) => void expect(verifyRecord(any).ok).toBe(false)));
  });
});

function accepts(bytes: Uint8Array): boolean {
  try {
    return verifyRecord(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).ok;
  } catch (error) {
    if (error instanceof TypeError && error.message.includes('encoded data')) return false;
    throw error;
  }
}

function without(parts: RecordParts, gone: readonly string[]): RecordParts {
  const events = parts.events.map((event) =>
    'body' in event
      ? {
          ...event,
          openings: Object.fromEntries(Object.entries(event.openings).filter(([id]) => !gone.includes(id))),
        }
      : event,
  );
  return { ...parts, events };
}

function at(events: SealedEvent[], index: number): SealedEvent {
  const event = events[index];
  if (!event) throw new Error(`no event at ${index}`);
  return event;
}
