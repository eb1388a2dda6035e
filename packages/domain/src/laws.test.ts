/** Random meetings: what must hold whatever people try, in whatever order. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Context, StoredBallot } from './context';
import { decideMeeting } from './decide-meeting';
import { openPoll } from './decisions/views';
import type { Id } from './ids';
import type { MeetingCommand } from './meeting-commands';
import { meetingEventSchema, type MeetingEvent } from './meeting-events';
import type { Meeting, MeetingState } from './meeting/state';
import {
  agenda,
  anyIntent,
  at,
  ballotFrom,
  commandFrom,
  decisionId,
  fold,
  foldFrom,
  frozenText,
  gathered,
  hashBox,
  id,
  idsFrom,
  pollOpened,
  ruleWith,
  who,
  type Entry,
  type Intent,
} from './testing';
import { isVisibleTo } from './visibility';
import { eraseWords } from './words';

interface Walk {
  state: Meeting;
  log: Entry[];
  boxes: Map<Id, Map<Id, StoredBallot>>;
  erased: Set<Id>;
  steps: number;
}

const start = gathered({ rule: ruleWith({ ladder: ['acclamation', 'consent', 'vote'] }) });

function begin(): Walk {
  return { state: meeting(fold(start)), log: [...start], boxes: new Map(), erased: new Set(), steps: 0 };
}

function meeting(state: MeetingState): Meeting {
  if (state.status === 'unplanned') throw new Error('unplanned');
  return frozenDeep(state);
}

/** Any write into a state throws from here on. */
function frozenDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozenDeep);
  return Object.freeze(value);
}

function contextOf(walk: Walk, command: MeetingCommand, intent: Intent): Context {
  const people = [...Object.keys(walk.state.people), id(999_999)];
  const personId = people[intent.actor % people.length]!;
  const byDoor = command.type === 'person.come' && intent.yes;
  const box = command.type === 'poll.close' ? walk.boxes.get(command.pollId) : undefined;
  return {
    actor: byDoor ? { kind: 'door' } : { kind: 'person', personId },
    now: at(1000 + walk.steps),
    newId: idsFrom(10_000 + walk.steps * 100),
    gathered: {
      code: 'ABCDEF',
      agenda: agenda
        .slice(0, (intent.pick % 4) + (intent.yes ? 1 : 0))
        .map((item) => ({ ...item, presenter: `Orang ${intent.pick % 3}` })),
      text: { ...frozenText, plain: intent.pick === 7 ? '' : frozenText.plain },
      ballots: [...(box?.values() ?? [])],
      hashBox,
      present: new Set(people.slice(0, intent.pick)),
    },
  };
}

function step(walk: Walk, intent: Intent): void {
  walk.steps += 1;
  if (intent.type === 'ballot') return cast(walk, intent);
  const command = commandFrom(walk.state, intent.type, intent);
  const result = decideMeeting(walk.state, command, contextOf(walk, command, intent));
  expect(decideMeeting(walk.state, command, contextOf(walk, command, intent))).toEqual(result);
  if (!result.ok) return;
  const { actor, now } = contextOf(walk, command, intent);
  const by = actor.kind === 'person' ? actor.personId : null;
  for (const event of result.value) append(walk, event, { by, at: now });
}

function append(walk: Walk, event: MeetingEvent, how: { by: Id | null; at: number }): void {
  expect(meetingEventSchema.parse(event)).toEqual(event);
  const entry = { event: frozenDeep(event), ...how };
  const after = meeting(foldFrom(walk.state, [entry], walk.log.length));
  if (event.type === 'person.erased' || event.type === 'words.taken-back') {
    event.wordsIds.forEach((one) => walk.erased.add(one));
  }
  expectLawful(walk, after, event);
  walk.state = after;
  walk.log.push(entry);
}

function cast(walk: Walk, intent: Intent): void {
  const found = ballotFrom(walk.state, intent);
  if (!found) return;
  const box = walk.boxes.get(found.pollId) ?? new Map<Id, StoredBallot>();
  walk.boxes.set(found.pollId, box.set(found.ballot.voter, found.ballot));
}

const afterClose: MeetingEvent['type'][] = ['person.erased', 'person.removed', 'link.revoked'];

function expectLawful({ state: before, erased }: Walk, after: Meeting, event: MeetingEvent): void {
  if (before.phase.status === 'closed') expect(afterClose).toContain(event.type);
  for (const poll of Object.values(before.polls)) {
    if (poll.count.status === 'closed') expect(after.polls[poll.id]).toEqual(eraseWords(poll, erased));
  }
  for (const decision of Object.values(after.decisions)) {
    const polls = decision.polls.map((pollId) => after.polls[pollId]!);
    expect(polls.filter((poll) => poll.count.status === 'open').length).toBeLessThanOrEqual(1);
    if (decision.outcome.status !== 'decided') continue;
    const poll = after.polls[decision.outcome.pollId!]!;
    expect(openPoll(after, decision)).toBeNull();
    expect(poll).toMatchObject({ textVersion: decision.text.version, count: { passes: true } });
    expect(decision.text).toMatchObject({ status: 'frozen', hash: poll.textHash });
  }
  const seated = Object.values(after.people).filter((one) => one.seat === 'held');
  if (after.phase.status !== 'closed') expect(seated.some((one) => one.roles.includes('chair'))).toBe(true);
}

/** As a client or a store hands it over. */
function snapshot(state: MeetingState): MeetingState {
  return JSON.parse(JSON.stringify(state)) as MeetingState;
}

function expectFolds({ state, log, erased }: Walk): void {
  expect(fold(log)).toEqual(state);
  const half = Math.floor(log.length / 2);
  expect(foldFrom(snapshot(fold(log.slice(0, half))), log.slice(half), half)).toEqual(state);
  expect(fold(eraseWords(log, erased))).toEqual(state);
  expect(eraseWords(state, erased)).toEqual(state);
}

const eventOf = (entry: Entry) => ('type' in entry ? entry : entry.event);

function expectGuestFolds({ state, log }: Walk): void {
  const guest = { personId: id(999_999), rights: new Set<never>() };
  const numbered = log.map((entry, index) => ('type' in entry ? { event: entry, at: at(index + 1) } : entry));
  const seen = fold(numbered.filter((entry) => isVisibleTo(eventOf(entry), guest)));
  const people = Object.entries(state.people).map(([key, one]) => [key, { ...one, linkId: null }]);
  expect(seen).toEqual({ ...state, people: Object.fromEntries(people) as Meeting['people'] });
}

function walkOf(intents: readonly Intent[]): Walk {
  const walk = begin();
  for (const intent of intents) step(walk, intent);
  return walk;
}

describe('in any meeting', () => {
  test('[L1][L2][L3][L6][L7][V3][B14][M8] the laws hold at every step', { timeout: 60_000 }, () => {
    const walks = fc.array(anyIntent, { minLength: 20, maxLength: 250, size: 'max' });
    fc.assert(
      fc.property(walks, (intents) => {
        const walk = walkOf(intents);
        expectFolds(walk);
        expectGuestFolds(walk);
      }),
      { numRuns: 300, seed: 20260504 },
    );
  });

  test('[L6] random meetings get somewhere: every event comes about in them', () => {
    const samples = fc.sample(fc.array(anyIntent, { minLength: 200, maxLength: 250, size: 'max' }), {
      numRuns: 100,
      seed: 20260504,
    });
    const types = new Set(
      samples.flatMap((intents) => walkOf(intents).log.map((entry) => eventOf(entry).type)),
    );
    const never = meetingEventSchema.options
      .map((option) => option.shape.type.value)
      .filter((one) => !types.has(one));
    expect(never).toEqual([]);
  });

  test('[L4] an event that names what is not there changes nothing', () => {
    const state = meeting(fold([...start, { type: 'meeting.opened' }]));
    const words = { id: id(88), text: 'x' };
    const stray: MeetingEvent[] = [
      { type: 'seat.changed', personId: id(5), partnerId: null, roles: ['chair'], votes: true },
      { type: 'attendance.signed', personId: id(5) },
      { type: 'item.extended', itemId: id(5), minutes: 5 },
      { type: 'text.reopened', decisionId, reason: words },
      { type: 'decision.voided', decisionId, reason: words },
      pollOpened(),
      { type: 'poll.count-demanded', pollId: id(5) },
    ];
    for (const event of stray) {
      expect(foldFrom(state, [{ event, by: who.chair }], start.length)).toEqual(state);
    }
    expect(fold(stray)).toEqual({ status: 'unplanned' });
  });
});
