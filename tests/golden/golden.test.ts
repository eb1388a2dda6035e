/**
 * Recorded logs of each version of events: they verify, and fold to the state that they folded to when they were
 * written. What fails here would break the meetings that people have on their disks; see README.md.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  coalitionEventSchema,
  evolveCoalition,
  evolveMeeting,
  eventVersion,
  meetingEventSchema,
  unfounded,
  unplanned,
  upcast,
  type Envelope,
} from '@mufakat/domain';
import { fromJson } from '@mufakat/domain/testing';
import { openBody, readRecord, verifyRecord, wholeEvents, type SealedEvent } from '@mufakat/record';
import { describe, expect, test } from 'vitest';
import { recordLog } from './record-log';

interface Kind {
  initial: unknown;
  /** Parses, which throws, and folds. */
  step: (state: unknown, event: unknown, envelope: Envelope) => unknown;
  /** Takes up a state that was written as JSON. */
  fromJson: (text: string) => unknown;
  types: string[];
}

const kinds: Record<'coalition' | 'meeting', Kind> = {
  coalition: {
    initial: unfounded,
    // The state is what the step before has made.
    step: (state, event) => evolveCoalition(state as typeof unfounded, coalitionEventSchema.parse(event)),
    fromJson: (text) => JSON.parse(text) as unknown,
    types: coalitionEventSchema.options.map(({ shape }) => shape.type.value),
  },
  meeting: {
    initial: unplanned,
    step: (state, event, envelope) =>
      evolveMeeting(state as typeof unplanned, meetingEventSchema.parse(event), envelope),
    fromJson,
    types: meetingEventSchema.options.map(({ shape }) => shape.type.value),
  },
};

const here = new URL('./', import.meta.url);
const current = `v${eventVersion}`;
const isWriting = process.env.UPDATE_GOLDEN === '1';

test.runIf(isWriting)(`writes the log of ${current}, which was never written before`, () => {
  const folder = new URL(`${current}/`, here);
  if (existsSync(folder)) {
    throw new Error(`${current} is written. A log that was released is never written again; see README.md.`);
  }
  const files = Object.entries(recordLog());
  mkdirSync(folder);
  for (const [name, text] of files) writeFileSync(new URL(name, folder), text);
});

describe.skipIf(isWriting)('recorded logs', () => {
  const versions = readdirSync(here).filter((name) => /^v\d+$/.test(name));

  test('there is one of every version', () => {
    const expected = Array.from({ length: eventVersion }, (_, index) => `v${index + 1}`);
    expect(versions.sort()).toEqual(expected.sort());
  });

  describe.each(versions)('%s', (version) => {
    test.each(['coalition', 'meeting'] as const)('%s: the file verifies, byte for byte', (name) => {
      const text = fileOf(version, name, 'record');
      const verdict = verifyRecord(text);
      expect(verdict).toMatchObject({ ok: true, hidden: 0 });
      expect(verifyRecord(text.replace('"seq":2', '"seq":3')).ok).toBe(false);
    });

    test('the meeting has words erased by people, by the chair, and taken back', () => {
      const verdict = verifyRecord(fileOf(version, 'meeting', 'record'));
      expect(verdict.ok && verdict.erased).toBeGreaterThanOrEqual(6);
    });

    test.each(['coalition', 'meeting'] as const)('%s: folds to the state that was stored', (name) => {
      expect(asJson(fold(name, eventsOf(version, name)))).toStrictEqual(storedState(version, name));
    });

    test.each(['coalition', 'meeting'] as const)(
      '[L1] %s: a snapshot at every tenth event and the rest give the same',
      (name) => {
        const events = eventsOf(version, name);
        for (let at = 0; at <= events.length; at += 10) {
          const snapshot = kinds[name].fromJson(JSON.stringify(fold(name, events.slice(0, at))));
          expect(asJson(fold(name, events.slice(at), snapshot))).toStrictEqual(storedState(version, name));
        }
      },
    );
  });

  test.each(['coalition', 'meeting'] as const)('%s: every type of event has happened in %s', (name) => {
    const happened = new Set(eventsOf(current, name).map(({ type }) => type));
    expect([...happened].sort()).toEqual(kinds[name].types.sort());
  });

  test('the story can still be told, and is the same each time', () => {
    expect(recordLog()).toEqual(recordLog());
  });
});

function fileOf(version: string, name: string, what: 'record' | 'state'): string {
  return readFileSync(new URL(`${version}/${name}.${what}.json`, here), 'utf8');
}

function storedState(version: string, name: string): unknown {
  return JSON.parse(fileOf(version, name, 'state'));
}

function eventsOf(version: string, name: string): SealedEvent[] {
  const read = readRecord(fileOf(version, name, 'record'));
  if (!('file' in read)) throw new Error(`not a record: ${JSON.stringify(read.problems)}`);
  return wholeEvents(read.file);
}

/** As the server and every client read a record: opened, raised to today's shape, checked, folded. */
function fold(name: keyof typeof kinds, events: readonly SealedEvent[], from = kinds[name].initial): unknown {
  return events.reduce((state: unknown, { v, seq, at, by, type, body, openings }) => {
    const event = { ...upcast(v, type, openBody(body, openings)), type };
    return kinds[name].step(state, event, { seq, at, by });
  }, from);
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
