/**
 * Generators of commands for random walks. An intent is drawn blindly and made a command in view of the state, so that
 * most commands name what exists, and some do not.
 */
import * as fc from 'fast-check';
import type { StoredBallot } from '../context';
import type { Id } from '../ids';
import type { MeetingCommand } from '../meeting-commands';
import type { Meeting, Stage } from '../meeting/state';
import { capacities } from '../minutes/capacities';
import { chairs, isVoter } from '../people/views';
import { commandRights, roles, type MeetingCommandType } from '../permissions';
import { decideBallot } from '../decide-ballot';
import { isAsking } from '../polls/ballot';
import { answers, type Choice } from '../polls/choices';
import { paddingOf } from '../questions/choice';
import { openBoxes } from '../questions/views';
import type { PlainContent } from '../questions/schemas';
import { at, frozenGoal, frozenText, id, partners, planCommand } from './fixtures';
import { content, option, someChoice } from './questions';

const types = Object.keys(commandRights).filter((type): type is MeetingCommandType => type in commandRights);
/** Without these a walk rarely gets anywhere, so they are drawn more often. */
const frequent: readonly MeetingCommandType[] = [
  'meeting.open',
  'meeting.resume',
  'agenda.adopt',
  'decision.draft',
  'text.freeze',
  'poll.open',
  'poll.close',
  'poll.demand-count',
  'rung.descend',
  'decision.decide',
  'quorum.step',
  'attendance.sign',
];
/** These lead somewhere only together. */
const paired: readonly MeetingCommandType[] = [
  'door.open',
  'meeting.reopen',
  'item.start',
  'item.extend',
  'chair.take',
  'person.come',
  'waiting-room.set',
  'people.admit',
  'person.remove',
  'person.unblock',
  'agenda.propose',
  'agenda.answer',
  'goal.draft',
  'goal.freeze',
  'goal.reopen',
  'goal.propose',
  'poll.void',
  'conflict.withdraw',
  'tie.cast',
  'tie.draw',
  'question.draft',
  'question.open',
  'question.close',
  'question.publish',
  'question.state-outcome',
  'question.void',
  'roll.add',
  'minutes.freeze',
  'minutes.correct',
  'minutes.settle',
  'minutes.reopen',
  'minutes.sign',
];

export const anyIntent = fc.record({
  type: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...frequent) },
    { weight: 5, arbitrary: fc.constantFrom(...paired) },
    { weight: 2, arbitrary: fc.constantFrom(...types) },
    { weight: 4, arbitrary: fc.constant('ballot' as const) },
  ),
  /** Who acts: 0 and often whoever holds the chair, without whom nothing moves; else by place in the list. */
  actor: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(30) }),
  pick: fc.nat(30),
  text: fc.constantFrom('', 'sebab', 'catatan lain'),
  yes: fc.boolean(),
  held: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 3 }),
  minutes: fc.integer({ min: 1, max: 90 }),
});
export type Intent = typeof anyIntent extends fc.Arbitrary<infer T> ? T : never;

const { title: _, startsAt, timeZone, place, callUrl } = planCommand;
const notice = { startsAt, timeZone, place, callUrl };

/** The id at this place of a list that is never empty: a stranger stands at its end. */
function pickFrom(ids: readonly Id[], pick: number): Id {
  const all = [...ids, id(999_999)];
  return all[pick % all.length] ?? id(999_999);
}

/** Mostly the first that a walk has begun and not ended, so that it goes on with it. */
function pickFirst(all: readonly { id: Id; goesOn: boolean }[], pick: number): Id {
  const first = pick % 3 === 0 ? undefined : all.find((one) => one.goesOn);
  return (
    first?.id ??
    pickFrom(
      all.map((one) => one.id),
      pick,
    )
  );
}

function pickDecision({ decisions }: Meeting, pick: number): Id {
  const all = Object.values(decisions).map(({ id, outcome }) => ({
    id,
    goesOn: outcome.status === 'pending',
  }));
  return pickFirst(all, pick);
}

function pickPoll({ polls }: Meeting, pick: number): Id {
  const all = Object.values(polls).map(({ id, count }) => ({ id, goesOn: count.status === 'open' }));
  return pickFirst(all, pick);
}

function pickCounted({ polls }: Meeting, pick: number): Id {
  const all = Object.values(polls).map(({ id, count }) => ({ id, goesOn: count.status === 'closed' }));
  return pickFirst(all.toReversed(), pick);
}

/** One that stands; where there is none, whatever was drawn. */
function pickConflict({ decisions }: Meeting, pick: number, drawn: { decisionId: Id; personId: Id }) {
  const standing = Object.values(decisions).flatMap(({ id: decisionId, conflicts }) =>
    conflicts.map(({ personId }) => ({ decisionId, personId })),
  );
  return standing[pick % Math.max(1, standing.length)] ?? drawn;
}

/** Mostly one that can go on: as a draft, open, or closed and not made void. */
function pickQuestion({ questions }: Meeting, type: MeetingCommandType, pick: number): Id {
  const wanted = ['question.open', 'question.revise', 'question.withdraw'].includes(type)
    ? 'draft'
    : ['question.publish', 'question.state-outcome'].includes(type)
      ? 'closed'
      : 'open';
  const all = Object.values(questions).map(({ id, stage }) => ({ id, goesOn: stage.status === wanted }));
  return pickFirst(all, pick);
}

function contentFrom({ pick, text, yes }: Omit<Intent, 'type'>): PlainContent {
  return content({
    title: `Pertanyaan ${text}`,
    options: Array.from({ length: 1 + (pick % 4) }, (_, n) => option(n, `Pilihan ${n % 3}`)),
    electorate: pick % 2 === 0 ? 'person' : 'partner',
    secrecy: yes ? { kind: 'open' } : { kind: 'secret', breakdown: pick % 3 === 0 ? 'chamber' : 'none' },
    method:
      pick % 5 === 0
        ? { method: 'temperature', seats: 0 }
        : { method: 'schulze', seats: 1, unranked: 'last', strength: 'winning' },
    force: 'unbinding',
    deadline: pick % 4 === 0 ? at(1100 + 10 * pick) : null,
    afterMeeting: pick % 4 === 0 ? 'stays-open' : 'closes',
  });
}

function pickWaiting({ people }: Meeting, pick: number): Id {
  const all = people.values().map(({ id, seat }) => ({ id, goesOn: seat === 'waiting' }));
  return pickFirst(all, pick);
}

function pickLinked({ people }: Meeting, pick: number): Id {
  const all = people.values().map(({ id, linkId }) => ({ id, goesOn: linkId !== null }));
  return pickFirst(all, pick);
}

function pickCorrection({ minutes }: Meeting, pick: number): Id {
  const all = minutes.corrections.map(({ id, outcome }) => ({ id, goesOn: outcome === 'asked' }));
  return pickFirst(all, pick);
}

/** Someone with a vote who is not on the roll of an open poll of persons, with that poll. */
function pickLeftOut(state: Meeting): { pollId: Id; key: Id } | undefined {
  const voters = state.people.values().filter(isVoter);
  return openBoxes(state)
    .filter(({ electorate }) => electorate === 'person')
    .flatMap(({ id: pollId, roll }) => {
      const left = voters.find((person) => roll.every(({ key }) => key !== person.id));
      return left ? [{ pollId, key: left.id }] : [];
    })
    .at(0);
}

/** Who acts, or a stranger. */
export function actorFrom(state: Meeting, { actor }: Pick<Intent, 'actor'>): Id {
  const chair = actor === 0 ? chairs(state)[0] : undefined;
  return chair?.id ?? pickFrom(state.people.ids(), actor);
}

export function commandFrom(
  state: Meeting,
  type: MeetingCommandType,
  intent: Omit<Intent, 'type'>,
): MeetingCommand {
  const { pick, text, yes, held, minutes } = intent;
  const personId = pickFrom(state.people.ids(), pick);
  const decisionId = pickDecision(state, pick);
  const pollId = pickPoll(state, pick);
  const goalId = pickFrom(Object.keys(state.goals).slice(0, 3), pick);
  const proposalId = state.agenda.proposal?.id;
  const partnerId =
    pick % 3 === 0
      ? null
      : pickFrom(
          Object.values(partners).map((one) => one.id),
          pick,
        );
  const itemId = pickFrom(
    state.agenda.items.map((item) => item.id),
    pick,
  );
  switch (type) {
    case 'meeting.plan':
      return planCommand;
    case 'door.open':
      return { type, hours: minutes };
    case 'door.close':
    case 'chair.take':
    case 'agenda.propose':
    case 'meeting.open':
    case 'meeting.resume':
    case 'meeting.close':
    case 'attendance.sign':
    case 'attendance.leave':
    case 'agenda.adopt':
      return { type };
    case 'meeting.pause':
      return { type, kind: yes ? 'prayer' : 'other', reason: text, until: 8.64e15 };
    case 'person.come':
      return { type, name: 'Tamu', address: '', partnerId };
    case 'person.seat':
      return { type, name: `Orang ${pick}`, address: text, partnerId, roles: held, votes: yes };
    case 'seat.change':
      return { type, personId, partnerId, roles: held, votes: yes };
    case 'meeting.change':
      return { ...notice, type, title: `Musyawarah ${pick}` };
    case 'waiting-room.set':
      return { type, on: yes };
    case 'meeting.reopen':
      return { type, reason: text };
    case 'people.admit':
      return { type, personIds: [pickWaiting(state, pick)] };
    case 'person.rename':
      return { type, personId, name: `Nama ${pick}`, address: text };
    case 'person.remove':
      return { type, personId, block: yes };
    case 'chair.hand-over':
      return { type, to: personId };
    case 'agenda.answer':
      return { type, proposalId: proposalId ?? itemId, yes };
    case 'agenda.withdraw':
      return { type, proposalId: proposalId ?? itemId };
    case 'goal.draft':
      return { type, title: 'Tujuan', languages: yes ? ['id', 'en'] : ['id'] };
    case 'goal.resume':
    case 'goal.freeze':
      return { type, goalId };
    case 'goal.reopen':
      return { type, goalId, reason: text };
    case 'goal.propose':
      return { type, goalId, clauseId: id(711), language: 'id', base: frozenGoal.hash, text: `usul ${text}` };
    case 'quorum.step':
      return { type, decisionId, until: yes ? at(1100 + 10 * pick) : null };
    case 'poll.void':
      return { type, pollId, reason: text };
    case 'link.revoke':
      return { type, personId: pickLinked(state, pick) };
    case 'person.unblock':
    case 'link.issue':
    case 'person.erase':
      return { type, personId };
    case 'words.take-back':
      return { type, wordsId: pickFrom(takeable(state), pick) };
    case 'item.start':
      return { type, itemId };
    case 'item.extend':
      return { type, minutes };
    case 'stage.set':
      return { type, stage: stageFrom(intent, decisionId, goalId) };
    case 'decision.draft':
      return {
        type,
        title: 'Keputusan',
        itemId: yes ? null : itemId,
        rule: null,
        electorate: pick % 2 === 0 ? 'partner' : null,
        wording: null,
      };
    case 'text.freeze':
      return { type, decisionId };
    case 'text.reopen':
    case 'rung.descend':
    case 'decision.void':
      return { type, decisionId, reason: text };
    case 'text.propose':
      return { type, decisionId, base: frozenText.hash, text: `usul ${text}` };
    case 'decision.decide':
      return { type, decisionId, outcome: yes ? 'decided' : 'not-decided', statement: text };
    case 'poll.open':
      return { type, decisionId };
    case 'conflict.declare':
      return { type, decisionId, personId, reason: text };
    case 'conflict.withdraw':
      return { type, ...pickConflict(state, pick, { decisionId, personId }) };
    case 'tie.cast':
      return { type, pollId: pickCounted(state, pick), choice: yes ? 'yes' : 'no' };
    case 'tie.draw':
      return { type, pollId: pickCounted(state, pick) };
    case 'poll.demand-count':
    case 'poll.close':
      return { type, pollId };
    case 'question.draft':
      return { type, content: contentFrom(intent) };
    case 'question.revise':
      return { type, pollId: pickQuestion(state, type, pick), content: contentFrom(intent) };
    case 'question.withdraw':
    case 'question.open':
    case 'question.close':
    case 'question.publish':
      return { type, pollId: pickQuestion(state, type, pick) };
    case 'question.state-outcome':
      return { type, pollId: pickQuestion(state, type, pick), statement: text };
    case 'question.void':
      return { type, pollId: pickQuestion(state, type, pick), reason: text };
    case 'roll.add':
      return {
        type,
        pollId: yes ? pollId : pickQuestion(state, type, pick),
        key: personId,
        ...pickLeftOut(state),
        reason: text,
      };
    case 'minutes.freeze':
      return { type };
    case 'minutes.reopen':
      return { type, reason: text };
    case 'minutes.correct':
      return { type, part: yes ? null : itemId, text: `ralat ${text}` };
    case 'minutes.settle':
      return { type, correctionId: pickCorrection(state, pick), taken: yes };
    case 'minutes.sign':
      return { type, version: state.minutes.locked.length, as: capacities[pick % 3] ?? 'witness' };
  }
}

function stageFrom({ pick, yes }: Omit<Intent, 'type'>, decisionId: Id, goalId: Id): Stage {
  if (yes) return { kind: pick % 2 === 0 ? 'agenda' : 'minutes' };
  return pick % 2 === 0 ? { kind: 'decision', decisionId } : { kind: 'goal', goalId };
}

/** Words that someone may try to take back: free texts, and remarks beside closed polls. */
function takeable(state: Meeting): Id[] {
  const remarks = Object.values(state.polls).flatMap((poll) =>
    poll.count.status === 'closed' ? poll.count.remarks.map((remark) => remark.words.id) : [],
  );
  return [...state.authors.ids(), ...remarks];
}

/** A ballot into some poll by some person, or null where it is refused. */
export function ballotFrom(
  state: Meeting,
  intent: Omit<Intent, 'type'>,
): { pollId: Id; ballot: StoredBallot } | null {
  const pollId = intent.yes
    ? pickPoll(state, intent.pick)
    : pickQuestion(state, 'question.close', intent.pick);
  const personId = pickFrom(state.people.ids(), intent.actor);
  const poll = state.polls[pollId];
  const question = state.questions[pollId];
  const choice = question
    ? someChoice(question.content, intent.pick)
    : choiceFrom(intent, poll ? isAsking(poll) : intent.yes);
  const padding = choice.kind === 'consent' || choice.kind === 'vote' ? '' : paddingOf(choice);
  const cast = decideBallot(state, { ballotId: id(1), pollId, choice, padding }, personId);
  return cast.ok ? { pollId, ballot: cast.value } : null;
}

function choiceFrom({ pick, text, yes }: Omit<Intent, 'type'>, asking: boolean): Choice {
  if (!asking) return { kind: 'vote', vote: yes ? 'yes' : pick % 2 === 0 ? 'no' : 'abstain' };
  const answer = yes ? 'agree' : (answers[pick % answers.length] ?? 'agree');
  const until = pick % 3 === 0 ? null : '2026-06-01';
  return { kind: 'consent', answer, note: text, acceptableIf: text, until, viaSecretary: pick % 2 === 0 };
}
