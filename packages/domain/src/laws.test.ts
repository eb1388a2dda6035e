/** Random meetings: what must hold whatever people try, in whatever order. */
import * as fc from 'fast-check';
import type { DecisionRule, VoteTally } from '@mufakat/tally';
import { describe, expect, test } from 'vitest';
import type { Context, StoredBallot } from './context';
import { decideMeeting } from './decide-meeting';
import { openPoll } from './decisions/views';
import {
  keepsDocumentRights,
  mayReadDocuments,
  whyNotWriteAgenda,
  whyNotWriteGoal,
  whyNotWriteMinutes,
  whyNotWriteNotes,
  whyNotWriteWording,
} from './document-rights';
import type { Id } from './ids';
import type { MeetingCommand } from './meeting-commands';
import { meetingEventSchema, type MeetingEvent } from './meeting-events';
import type { Meeting, MeetingState, Poll } from './meeting/state';
import type { Minutes } from './minutes/facts';
import { minutesOf } from './minutes/minutes-of';
import { lockedMinutes, minutesStand } from './minutes/views';
import { isVoter } from './people/views';
import {
  actorFrom,
  agenda,
  anyIntent,
  at,
  ballotFrom,
  commandFrom,
  counted,
  decisionId,
  drafted,
  fold,
  foldFrom,
  fromJson,
  frozen,
  frozenGoal,
  frozenText,
  gathered,
  goalDrafted,
  goalFrozen,
  goalId,
  drawLot,
  hashBox,
  hashRoll,
  id,
  idsFrom,
  lot,
  partners,
  pollOpened,
  questionDrafted,
  questionOpened,
  ruleWith,
  seated,
  who,
  worded,
  type Entry,
  type Intent,
} from './testing';
import { waitingView } from './people/waiting';
import { isVisibleTo } from './visibility';
import { eraseWords } from './words';

interface Walk {
  state: Meeting;
  log: Entry[];
  boxes: Map<Id, Map<Id, StoredBallot>>;
  erased: Set<Id>;
  steps: number;
}

const quorum: DecisionRule['quorum'] = {
  base: 'roll',
  atLeast: '1/2',
  strict: false,
  ifNot: [{ step: 'wait', hours: 3 }, { step: 'reconvene', days: 3 }, { step: 'proceed' }],
};
const { title, languages } = goalDrafted();
const carried = { id: goalId, title, languages, version: 3, text: { status: 'open' as const } };
const start = gathered({
  rule: ruleWith({ ladder: ['acclamation', 'consent', 'vote'], quorum }),
  goals: [carried],
});

/** … in session, with a vote that ended in a tie, which the chair or the lot breaks. */
function tied(by: 'chair' | 'lot'): MeetingEvent[] {
  const rule = ruleWith({ ladder: ['vote'], tie: { kind: by } });
  const told = by === 'lot' ? { lot: { id: lot.id, hash: lot.hash } } : {};
  const asked = pollOpened({ rule, rung: 'vote', ...told });
  return [...start, { type: 'meeting.opened' }, drafted({ rule }), frozen(), asked, counted(rule, 2, 2)];
}

/** … in session, asked something that someone who came later may not answer yet. */
function withLeftOut(): MeetingEvent[] {
  const late = seated('participant', { personId: id(700), partnerId: partners.village.id });
  return [...start, { type: 'meeting.opened' }, questionDrafted(), questionOpened(), late];
}

function begin(log: readonly MeetingEvent[] = start): Walk {
  return { state: meeting(fold(log)), log: [...log], boxes: new Map(), erased: new Set(), steps: 0 };
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
  const people = [...walk.state.people.ids(), id(999_999)];
  const personId = actorFrom(walk.state, intent);
  const byDoor = command.type === 'person.come' && intent.yes;
  const byClock = command.type === 'question.close' && intent.pick % 2 === 0;
  const closes = command.type === 'poll.close' || command.type === 'question.close';
  const box = closes ? walk.boxes.get(command.pollId) : undefined;
  return {
    actor: byDoor ? { kind: 'door' } : byClock ? { kind: 'clock' } : { kind: 'person', personId },
    now: at(1000 + walk.steps),
    newId: idsFrom(10_000 + walk.steps * 100),
    gathered: {
      code: 'ABCDEF',
      agenda: agenda
        .slice(0, (intent.pick % 4) + (intent.yes ? 1 : 0))
        .map((item) => ({ ...item, presenter: `Orang ${intent.pick % 3}` })),
      goal: intent.pick === 7 ? { ...frozenGoal, clauses: [] } : frozenGoal,
      chairsAwayMs: intent.pick % 2 === 0 ? 60_000 : 0,
      text: { ...frozenText, plain: intent.pick === 7 ? '' : frozenText.plain },
      ballots: [...(box?.values() ?? [])],
      hashBox,
      lot: { id: lot.id, hash: lot.hash },
      lotSeed: intent.pick === 7 ? 'lost' : lot.seed,
      hashRoll,
      drawLot,
      present: new Set(people.slice(0, intent.pick)),
      minutes: {
        upTo: walk.log.length,
        head: 'c'.repeat(64),
        prose: [{ part: 'opening', text: 'canon:1\nDibuka.' }],
      },
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

const afterClose: MeetingEvent['type'][] = [
  'person.erased',
  'person.removed',
  'link.revoked',
  'meeting.reopened',
  'question.closed',
  'question.published',
  'question.outcome-stated',
  'question.voided',
  'minutes.frozen',
  'minutes.reopened',
  'minutes.correction-asked',
  'minutes.correction-settled',
  'minutes.signed',
];

function expectLawful({ state: before, erased }: Walk, after: Meeting, event: MeetingEvent): void {
  if (before.phase.status === 'closed') expect(afterClose).toContain(event.type);
  for (const poll of Object.values(before.polls)) {
    if (poll.count.status === 'closed')
      expect(notVoid(after.polls[poll.id]!)).toEqual(notVoid(eraseWords(poll, erased)));
  }
  for (const decision of Object.values(after.decisions)) {
    const polls = decision.polls.map((pollId) => after.polls[pollId]!);
    expect(polls.filter((poll) => poll.count.status === 'open').length).toBeLessThanOrEqual(1);
    if (decision.outcome.status !== 'decided') continue;
    const poll = after.polls[decision.outcome.pollId!]!;
    expect(openPoll(after, decision)).toBeNull();
    const { version: textVersion } = decision.text;
    expect(poll).toMatchObject({ textVersion, count: { passes: true, voided: null } });
    expect(decision.text).toMatchObject({ status: 'frozen', hash: poll.textHash });
  }
  for (const goal of Object.values(after.goals)) {
    expect(goal.version).toBeGreaterThanOrEqual(before.goals[goal.id]?.version ?? 1);
    if (goal.text.status === 'frozen') expect(goal.text.clauses.length).toBeGreaterThan(0);
  }
  expectLawfulMinutes(before, after, event);
  if (keepsDocumentRights(event.type)) expect(documentRights(after)).toEqual(documentRights(before));
  const seated = after.people.values().filter((one) => one.seat === 'held');
  expect(seated.filter((one) => one.votes).every(isVoter)).toBe(true);
  if (after.phase.status !== 'closed') expect(seated.some((one) => one.roles.includes('chair'))).toBe(true);
}

/** What is locked stays as it was told, for each version, and what stands is not taken back. */
function expectLawfulMinutes(before: Meeting, after: Meeting, event: MeetingEvent): void {
  const versions = after.minutes.locked.map(({ version }) => version);
  expect(versions).toEqual(versions.map((_, index) => index + 1));
  expect(after.minutes.locked.filter(({ reopened }) => reopened === null).length).toBeLessThanOrEqual(1);
  if (minutesStand(before)) expect(minutesStand(after)).toBe(true);
  if (lockedMinutes(before) && event.type !== 'minutes.reopened') {
    const told = ({ items, otherDecisions, goals, notTaken }: Minutes) => ({
      items: items.map(({ times: _, ...rest }) => rest),
      otherDecisions,
      goals,
      notTaken,
    });
    const withoutProposals = (value: unknown) =>
      JSON.stringify(value, (key, one: unknown) => (key === 'proposals' ? [] : one));
    expect(withoutProposals(told(minutesOf(after)))).toBe(
      withoutProposals(told(lockedMinutes(after)!.facts)),
    );
  }
}

/** Who may read, and why anyone may not write, in each document. */
function documentRights(state: Meeting): unknown[] {
  return state.people
    .ids()
    .map((personId) => [
      mayReadDocuments(state, personId),
      whyNotWriteAgenda(state, personId),
      whyNotWriteNotes(state, personId),
      whyNotWriteMinutes(state, personId),
      Object.keys(state.goals).map((goal) => whyNotWriteGoal(state, goal, personId)),
      Object.keys(state.decisions).map((decision) => whyNotWriteWording(state, decision, personId)),
    ]);
}

/** What of a poll stays for good once it is closed: all but being made void, and what breaks its tie. */
function notVoid(poll: Poll): Poll {
  if (poll.count.status === 'open') return poll;
  const { tally } = poll.count;
  const tie = tally.method === 'yes-no-abstain' && tally.tie ? { tally: untied(tally), passes: false } : {};
  return { ...poll, count: { ...poll.count, voided: null, tieBreak: null, ...tie } };
}

function untied(tally: VoteTally): VoteTally {
  return { ...tally, tie: null, outcome: 'tied', passes: false, reasons: [] };
}

function expectFolds({ state, log, erased }: Walk): void {
  expect(fold(log)).toEqual(state);
  const half = Math.floor(log.length / 2);
  expect(foldFrom(fromJson(JSON.stringify(fold(log.slice(0, half)))), log.slice(half), half)).toEqual(state);
  expect(fold(eraseWords(log, erased))).toEqual(state);
  expect(eraseWords(state, erased)).toEqual(state);
}

const eventOf = (entry: Entry) => ('type' in entry ? entry : entry.event);

function expectGuestFolds({ state, log }: Walk): void {
  const guest = { personId: id(999_999), seat: 'held' as const, rights: new Set<never>() };
  const numbered = log.map((entry, index) => ('type' in entry ? { event: entry, at: at(index + 1) } : entry));
  const seen = fold(numbered.filter((entry) => isVisibleTo(eventOf(entry), guest)));
  expect(seen).toEqual({ ...state, people: state.people.map((one) => ({ ...one, linkId: null })) });
}

/** What whoever waits is shown names no other person, by id or by name, and nobody else is shown it. */
function expectWaitingViews({ state }: Walk): void {
  for (const person of state.people.values()) {
    const shown = waitingView(state, person.id);
    expect(shown === null).toBe(person.seat !== 'waiting');
    for (const other of state.people.ids()) expect(JSON.stringify(shown)).not.toContain(other);
  }
}

function walkOf(intents: readonly Intent[], log?: readonly MeetingEvent[]): Walk {
  const walk = begin(log);
  for (const intent of intents) step(walk, intent);
  return walk;
}

describe('in any meeting', () => {
  test(
    '[L1][L2][L3][L6][L7][R5][R6][V3][V4][B14][M8][N7][N8] the laws hold at every step',
    { timeout: 60_000 },
    () => {
      const walks = fc.array(anyIntent, { minLength: 20, maxLength: 250, size: 'max' });
      fc.assert(
        fc.property(walks, (intents) => {
          const walk = walkOf(intents);
          expectFolds(walk);
          expectGuestFolds(walk);
          expectWaitingViews(walk);
        }),
        { numRuns: 300, seed: 20260504 },
      );
    },
  );

  test('[L6] random meetings get somewhere: every event comes about in them', { timeout: 60_000 }, () => {
    const samples = fc.sample(fc.array(anyIntent, { minLength: 200, maxLength: 250, size: 'max' }), {
      numRuns: 400,
      seed: 20260504,
    });
    const walks = [
      ...samples.map((intents) => walkOf(intents)),
      ...samples
        .slice(0, 80)
        .flatMap((intents) => [
          walkOf(intents.slice(0, 40), tied('chair')),
          walkOf(intents.slice(0, 40), tied('lot')),
          walkOf(intents.slice(0, 40), withLeftOut()),
        ]),
    ];
    walks.slice(samples.length).forEach(expectFolds);
    const types = new Set(walks.flatMap(({ log }) => log.map((entry) => eventOf(entry).type)));
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
      { type: 'question.revised', pollId: id(5), content: worded() },
      { type: 'question.withdrawn', pollId: id(5) },
      questionOpened(),
      { type: 'question.published', pollId: id(5) },
      { type: 'question.outcome-stated', pollId: id(5), statement: words },
      { type: 'question.voided', pollId: id(5), reason: words },
      { type: 'roll.added', pollId: id(5), voter: { key: id(6), chamber: null, weight: 1 }, reason: words },
      { type: 'poll.voided', pollId: id(5), reason: words },
      { type: 'quorum.stepped', decisionId, step: 'proceed', until: null },
      { type: 'people.admitted', personIds: [id(5)] },
      { type: 'person.renamed', personId: id(5), name: words, address: words },
      { type: 'person.unblocked', personId: id(5) },
      { type: 'chair.handed-over', from: who.chair, to: id(5) },
      { type: 'chair.handed-over', from: id(5), to: who.secretary },
      { type: 'chair.taken', from: [who.chair], by: id(5) },
      { type: 'agenda.answered', proposalId: id(5), personId: who.chair, yes: true },
      { type: 'agenda.withdrawn', proposalId: id(5) },
      { type: 'goal.resumed', goalId: id(5) },
      { type: 'goal.reopened', goalId: id(5), reason: words },
      { ...goalFrozen(), goalId: id(5) },
      { type: 'minutes.signed', version: 5, personId: who.chair, as: 'chair' },
      { type: 'minutes.reopened', version: 5, reason: words },
      { type: 'minutes.correction-settled', correctionId: id(5), taken: true },
    ];
    for (const event of stray) {
      expect(foldFrom(state, [{ event, by: who.chair }], start.length)).toEqual(state);
    }
    expect(fold(stray)).toEqual({ status: 'unplanned' });
  });
});
