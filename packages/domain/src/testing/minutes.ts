/**
 * Tests that read like minutes: `given(…events).when(command, { by }).then([…])` or `.thenRefused('code')`.
 *
 * Every decision is also held against the laws that need no story: events fit their schema, nothing was changed by
 * deciding, and the events can be folded.
 */
import { ById } from '../by-id';
import type { Actor, Gathered } from '../context';
import { decideMeeting } from '../decide-meeting';
import type { Envelope } from '../envelope';
import { evolveMeeting } from '../evolve-meeting';
import type { Id } from '../ids';
import type { MeetingCommand } from '../meeting-commands';
import { meetingEventSchema, type MeetingEvent } from '../meeting-events';
import {
  unplanned,
  type Meeting,
  type MeetingState,
  type Person,
  type UnplannedMeeting,
} from '../meeting/state';
import type { RefusalCode } from '../refusals';
import { assert, type Result } from '../result';
import { at, idsFrom, who } from './fixtures';

/** An event, with who did it and when where that matters: else the chair, a minute after the one before. */
export type Entry = MeetingEvent | { event: MeetingEvent; by?: Id | null; at?: number };

/** `by: null` is the open door, `clock` the server's clock. */
type Circumstances = { by?: Id | null; now?: number; gathered?: Gathered; firstId?: number };

/** Minutes of a meeting: what happened. */
export function given(...entries: readonly Entry[]) {
  const state = fold(entries);
  return { state, when: (command: MeetingCommand, how: Circumstances = {}) => when(state, command, how) };
}

export function fold(entries: readonly Entry[]): MeetingState {
  return foldFrom(unplanned, entries, 0);
}

/** Folds entries over a state that has seen `seen` events already. */
export function foldFrom(state: MeetingState, entries: readonly Entry[], seen: number): MeetingState {
  return entries.reduce((before, entry, index) => {
    const [event, envelope] = open(entry, seen + index + 1);
    return evolveMeeting(before, event, envelope);
  }, state);
}

/** A state that was written as JSON, in which what is kept by id stands as a record. */
export function fromJson(text: string): MeetingState {
  // The text is what JSON made of a state.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion
  const read = JSON.parse(text) as UnplannedMeeting | AsJson;
  return read.status === 'unplanned'
    ? read
    : { ...read, people: byId(read.people), authors: byId(read.authors) };
}

type AsJson = Omit<Meeting, 'people' | 'authors'> & { people: Record<Id, Person>; authors: Record<Id, Id> };

function byId<T>(record: Record<Id, T>): ById<T> {
  return ById.from(Object.entries(record));
}

function open(entry: Entry, seq: number): [MeetingEvent, Envelope] {
  if ('type' in entry) return [entry, { seq, at: at(seq), by: who.chair }];
  const { event, by = who.chair } = entry;
  return [event, { seq, at: entry.at ?? at(seq), by }];
}

function when(state: MeetingState, command: MeetingCommand, how: Circumstances) {
  const { by = who.chair, now = at(100), gathered = {}, firstId = 9001 } = how;
  const actor = actorOf(by);
  const before = JSON.stringify(state);
  const result = decideMeeting(state, command, { actor, now, newId: idsFrom(firstId), gathered });
  assert(JSON.stringify(state) === before, 'deciding changed the state');
  const events = eventsOf(result);
  const after = foldFrom(
    state,
    events.map((event) => ({ event, by: actor.kind === 'person' ? actor.personId : null, at: now })),
    1000,
  );
  return {
    events,
    code: result.ok ? null : result.code,
    /** The meeting after it. */
    get meeting(): Meeting {
      assert(after.status === 'planned', 'the meeting is not planned');
      return after;
    },
    then: (expected: readonly MeetingEvent[]) => expectSame(result, { ok: true, value: expected }),
    thenRefused: (code: RefusalCode) => expectSame(result, { ok: false, code }),
  };
}

function actorOf(by: Id | null): Actor {
  if (by === null) return { kind: 'door' };
  return by === 'clock' ? { kind: 'clock' } : { kind: 'person', personId: by };
}

function eventsOf(result: Result<MeetingEvent[]>): MeetingEvent[] {
  if (!result.ok) return [];
  for (const event of result.value) meetingEventSchema.parse(event);
  return result.value;
}

/** Throws what test runners show as a difference. */
function expectSame(actual: unknown, expected: unknown): void {
  if (sorted(actual) === sorted(expected)) return;
  throw Object.assign(new Error('the minutes say otherwise'), { actual, expected });
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

/** Stands for the box's hash where a test does not care for hashing. */
export function hashBox(pollId: string, published: readonly unknown[]): string {
  return `box of ${pollId}: ${JSON.stringify(published)}`;
}
