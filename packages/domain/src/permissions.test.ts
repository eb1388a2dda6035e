import { describe, expect, test } from 'vitest';
import type { Gathered } from './context';
import type { MeetingCommand } from './meeting-commands';
import type { MeetingEvent } from './meeting-events';
import {
  commandRights,
  hasRight,
  permissions,
  rights,
  rightsOf,
  roles,
  type MeetingCommandType,
  type Right,
  type Role,
} from './permissions';
import {
  agenda,
  asking,
  content,
  decisionId,
  drawLot,
  frozenGoal,
  frozenText,
  gathered,
  given,
  goalDrafted,
  goalId,
  hashBox,
  hashRoll,
  id,
  lot,
  opened,
  planCommand,
  pollId,
  questionDrafted,
  questionId,
  questionOpened,
  seated,
  who,
} from './testing';

/** The person on whom commands act: someone else than whoever acts, and no chair. */
const target = id(700);
const proposalId = id(901);
const { invited: _, rule: __, electorate: ___, kind: ____, language: _____, ...notice } = planCommand;
const theirSeat = { partnerId: null, roles: ['guest' as const], votes: false };

const commands: Record<MeetingCommandType, MeetingCommand> = {
  'meeting.plan': planCommand,
  'meeting.change': { ...notice, type: 'meeting.change', title: 'Lain' },
  'waiting-room.set': { type: 'waiting-room.set', on: true },
  'meeting.open': { type: 'meeting.open' },
  'meeting.pause': { type: 'meeting.pause', kind: 'prayer', reason: '', until: 8e15 },
  'meeting.resume': { type: 'meeting.resume' },
  'meeting.close': { type: 'meeting.close' },
  'meeting.reopen': { type: 'meeting.reopen', reason: 'terlalu cepat' },
  'door.open': { type: 'door.open', hours: 2 },
  'door.close': { type: 'door.close' },
  'person.come': { type: 'person.come', name: 'Tamu', address: '', partnerId: null },
  'person.seat': { type: 'person.seat', name: 'Baru', address: '', ...theirSeat },
  'seat.change': { type: 'seat.change', personId: target, ...theirSeat },
  'people.admit': { type: 'people.admit', personIds: [target] },
  'person.rename': { type: 'person.rename', personId: target, name: 'Lain', address: '' },
  'person.remove': { type: 'person.remove', personId: target, block: false },
  'person.unblock': { type: 'person.unblock', personId: target },
  'chair.hand-over': { type: 'chair.hand-over', to: target },
  'chair.take': { type: 'chair.take' },
  'link.issue': { type: 'link.issue', personId: target },
  'link.revoke': { type: 'link.revoke', personId: target },
  'attendance.sign': { type: 'attendance.sign' },
  'attendance.leave': { type: 'attendance.leave' },
  'person.erase': { type: 'person.erase', personId: target },
  'words.take-back': { type: 'words.take-back', wordsId: id(1) },
  'agenda.adopt': { type: 'agenda.adopt' },
  'agenda.propose': { type: 'agenda.propose' },
  'agenda.answer': { type: 'agenda.answer', proposalId, yes: false },
  'agenda.withdraw': { type: 'agenda.withdraw', proposalId: id(5) },
  'item.start': { type: 'item.start', itemId: id(402) },
  'item.extend': { type: 'item.extend', minutes: 5 },
  'stage.set': { type: 'stage.set', stage: { kind: 'agenda' } },
  'question.draft': { type: 'question.draft', content: content() },
  'question.revise': { type: 'question.revise', pollId: questionId, content: content({ title: 'Lain' }) },
  'question.withdraw': { type: 'question.withdraw', pollId: questionId },
  'question.open': { type: 'question.open', pollId: questionId },
  'question.close': { type: 'question.close', pollId: questionId },
  'question.publish': { type: 'question.publish', pollId: questionId },
  'question.state-outcome': { type: 'question.state-outcome', pollId: questionId, statement: 'jalan' },
  'question.void': { type: 'question.void', pollId: questionId, reason: 'salah' },
  'roll.add': { type: 'roll.add', pollId: questionId, key: target, reason: 'terlambat' },
  'goal.draft': { type: 'goal.draft', title: 'Tujuan', languages: ['id'] },
  'goal.resume': { type: 'goal.resume', goalId },
  'goal.freeze': { type: 'goal.freeze', goalId },
  'goal.reopen': { type: 'goal.reopen', goalId, reason: 'maju' },
  'goal.propose': {
    type: 'goal.propose',
    goalId,
    clauseId: id(711),
    language: 'id',
    base: frozenGoal.hash,
    text: 'usul',
  },
  'decision.draft': {
    type: 'decision.draft',
    title: 'Lain',
    itemId: null,
    rule: null,
    electorate: null,
    wording: null,
  },
  'text.freeze': { type: 'text.freeze', decisionId },
  'text.reopen': { type: 'text.reopen', decisionId, reason: 'salah' },
  'text.propose': { type: 'text.propose', decisionId, base: frozenText.hash, text: 'usul' },
  'poll.open': { type: 'poll.open', decisionId },
  'poll.demand-count': { type: 'poll.demand-count', pollId },
  'poll.close': { type: 'poll.close', pollId },
  'poll.void': { type: 'poll.void', pollId, reason: 'salah tutup' },
  'conflict.declare': { type: 'conflict.declare', decisionId, personId: target, reason: 'ipar' },
  'conflict.withdraw': { type: 'conflict.withdraw', decisionId, personId: target },
  'tie.cast': { type: 'tie.cast', pollId, choice: 'yes' },
  'tie.draw': { type: 'tie.draw', pollId },
  'quorum.step': { type: 'quorum.step', decisionId, until: 8e15 },
  'rung.descend': { type: 'rung.descend', decisionId, reason: 'belum' },
  'decision.decide': { type: 'decision.decide', decisionId, outcome: 'not-decided', statement: 'belum' },
  'decision.void': { type: 'decision.void', decisionId, reason: 'salah' },
  'minutes.freeze': { type: 'minutes.freeze' },
  'minutes.reopen': { type: 'minutes.reopen', reason: 'keliru' },
  'minutes.correct': { type: 'minutes.correct', part: null, text: 'ralat' },
  'minutes.settle': { type: 'minutes.settle', correctionId: id(5), taken: true },
  'minutes.sign': { type: 'minutes.sign', version: 1, as: 'chair' },
};

const phases: Record<string, MeetingEvent[]> = {
  planned: gathered(),
  lobby: [...gathered(), { type: 'door.opened', code: 'ABCDEF', until: 8e15 }],
  open: opened(),
  asking: [...asking(), goalDrafted(), questionDrafted(), questionOpened()],
  paused: [
    ...asking(),
    { type: 'meeting.paused', kind: 'prayer', reason: { id: id(1), text: '' }, until: 8e15 },
  ],
  closed: [...opened(), { type: 'meeting.closed' }],
};

const everything: Gathered = {
  code: 'ABCDEF',
  agenda: agenda.map((item) => ({ ...item, presenter: '' })),
  text: frozenText,
  ballots: [],
  hashBox,
  hashRoll,
  drawLot,
  present: new Set(),
  goal: frozenGoal,
  goals: [],
  chairsAwayMs: 60_000,
  lot: { id: lot.id, hash: lot.hash },
  lotSeed: lot.seed,
  minutes: { upTo: 1, head: 'c'.repeat(64), prose: [] },
};

/** People's own acts on themselves are refused to others with the same code; here everyone acts on themselves. */
const actingOn: Partial<Record<MeetingCommandType, (personId: string) => MeetingCommand>> = {
  'person.erase': (personId) => ({ type: 'person.erase', personId }),
  'person.rename': (personId) => ({ type: 'person.rename', personId, name: 'Lain', address: '' }),
  'conflict.declare': (personId) => ({ type: 'conflict.declare', decisionId, personId, reason: '' }),
  'conflict.withdraw': (personId) => ({ type: 'conflict.withdraw', decisionId, personId }),
  'link.issue': (personId) => ({ type: 'link.issue', personId }),
};

const table: [Role, MeetingCommandType, string][] = roles.flatMap((role) =>
  Object.values(commands).flatMap((command) =>
    Object.keys(phases).map((phase): [Role, MeetingCommandType, string] => [role, command.type, phase]),
  ),
);

const actor = id(800);

/** For each phase and role a meeting with someone in that role, folded once for all commands. */
const meetings = new Map(
  Object.entries(phases).flatMap(([phase, events]) =>
    roles.map((role) => {
      const seats = [
        seated('guest', { personId: target }),
        seated('guest', { personId: actor, roles: [role], partnerId: id(21) }),
      ];
      return [`${phase} ${role}`, given(...events, ...seats)] as const;
    }),
  ),
);

function attempt(role: Role, type: MeetingCommandType, phase: string): string | null | undefined {
  const command = actingOn[type]?.(actor) ?? commands[type];
  return meetings.get(`${phase} ${role}`)?.when(command, { by: actor, gathered: everything }).code;
}

/** Planning begins a record of its own, and one's own name is one's own without any right. */
const open: MeetingCommandType[] = ['meeting.plan', 'person.erase'];

describe('the matrix of role, command and phase', () => {
  test('covers every cell', () => {
    expect(table.length).toBe(roles.length * Object.keys(commandRights).length * 6);
  });

  test('[R1] refuses a role without the right with not_allowed, and with it never', () => {
    const wrong = table.filter(([role, type, phase]) => {
      const allowed =
        open.includes(type) || (type !== 'person.come' && hasRight([role], commandRights[type]));
      return (attempt(role, type, phase) !== 'not_allowed') !== allowed;
    });
    expect(wrong).toEqual([]);
  });

  test('[R1] holds the rows of the design', () => {
    const may = (right: Right) => roles.filter((role) => permissions[role].includes(right));
    expect(may('run')).toEqual(['chair', 'facilitator', 'operator']);
    expect(may('decisions')).toEqual(['chair']);
    expect(may('letIn')).toEqual(['chair', 'facilitator', 'operator']);
    expect(may('minutes')).toEqual(['chair', 'secretary']);
    expect(may('votePartner')).toEqual(['delegate']);
    expect(may('votePerson')).toEqual(['chair', 'facilitator', 'secretary', 'delegate', 'participant']);
    expect(permissions.screen).toEqual([]);
  });
});

test('[R2] before the plan there is nothing, and a second plan finds it made', () => {
  given().when({ type: 'meeting.open' }).thenRefused('not_found');
  given(...gathered())
    .when(planCommand, { by: who.observer })
    .thenRefused('already_planned');
});

test('[R3] the door lets people come in and does nothing else; no person comes in for another', () => {
  const lobby = given(...(phases['lobby'] ?? []));
  const come = commands['person.come'];
  expect(lobby.when(come, { by: null }).code).toBeNull();
  lobby.when(come).thenRefused('not_allowed');
  for (const command of Object.values(commands)) {
    if (command.type === 'person.come' || command.type === 'meeting.plan') continue;
    lobby.when(command, { by: null }).thenRefused('not_allowed');
  }
});

test('[R4] rights add up over roles and end with the seat', () => {
  expect([...rightsOf(['observer', 'secretary'])].sort()).toEqual([...new Set(permissions.secretary)].sort());
  expect(new Set(roles.flatMap((role) => permissions[role]))).toEqual(new Set(rights));
  const removed = given(...opened(), { type: 'person.removed', personId: who.operator, blocked: false });
  removed.when({ type: 'door.open', hours: 1 }, { by: who.operator }).thenRefused('not_allowed');
});
