/** Each of a meeting's commands once, for the permission walk. */
import type { MeetingCommand, MeetingCommandType } from '@mufakat/domain';
import { content } from '@mufakat/domain/testing';
import { plainRule } from '../harness/coalition';
import { newId } from '../harness/person';

export interface Targets {
  /** A guest, on whom commands act. */
  target: string;
  /** Whoever acts. */
  self: string;
  /** A decision whose wording is open, and one whose wording is frozen. */
  open: string;
  frozen: string;
  frozenHash: string;
  /** A poll of persons that is open. */
  personPoll: string;
  itemId: string;
}

/** Well-formed, and such that the chair could do most of it in this order. */
export function everyCommand(on: Targets): Record<MeetingCommandType, MeetingCommand> {
  const question = content();
  const guest = { partnerId: null, roles: ['guest' as const], votes: false };
  const plan = {
    title: 'Lagi',
    kind: 'working' as const,
    place: '',
    callUrl: '',
    startsAt: Date.now(),
    timeZone: 'Asia/Jakarta',
    language: 'id' as const,
    invited: [],
    rule: plainRule,
    electorate: 'person' as const,
  };
  return {
    'meeting.plan': { type: 'meeting.plan', ...plan },
    'person.come': { type: 'person.come', name: 'Tamu', address: '', partnerId: null },
    'meeting.change': {
      type: 'meeting.change',
      title: 'Diubah',
      startsAt: Date.now(),
      timeZone: 'Asia/Jakarta',
      place: 'Balai',
      callUrl: '',
    },
    'waiting-room.set': { type: 'waiting-room.set', on: true },
    'question.draft': { type: 'question.draft', content: question },
    'question.revise': { type: 'question.revise', pollId: newId(), content: question },
    'question.withdraw': { type: 'question.withdraw', pollId: newId() },
    'question.open': { type: 'question.open', pollId: newId() },
    'question.close': { type: 'question.close', pollId: newId() },
    'question.publish': { type: 'question.publish', pollId: newId() },
    'question.state-outcome': { type: 'question.state-outcome', pollId: newId(), statement: 'jadi' },
    'question.void': { type: 'question.void', pollId: newId(), reason: 'salah' },
    'roll.add': { type: 'roll.add', pollId: newId(), key: on.target, reason: 'baru tiba' },
    'people.admit': { type: 'people.admit', personIds: [on.target] },
    'person.rename': { type: 'person.rename', personId: on.self, name: 'Nama Baru', address: 'Ibu' },
    'chair.take': { type: 'chair.take' },
    'chair.hand-over': { type: 'chair.hand-over', to: newId() },
    'meeting.open': { type: 'meeting.open' },
    'door.close': { type: 'door.close' },
    'door.open': { type: 'door.open', hours: 2 },
    'person.seat': { type: 'person.seat', name: 'Baru', address: '', ...guest },
    'seat.change': { type: 'seat.change', personId: on.target, ...guest },
    'link.issue': { type: 'link.issue', personId: on.self },
    'link.revoke': { type: 'link.revoke', personId: on.target },
    'person.remove': { type: 'person.remove', personId: on.target, block: false },
    'person.unblock': { type: 'person.unblock', personId: on.target },
    'attendance.leave': { type: 'attendance.leave' },
    'attendance.sign': { type: 'attendance.sign' },
    'words.take-back': { type: 'words.take-back', wordsId: newId() },
    'agenda.adopt': { type: 'agenda.adopt' },
    'agenda.propose': { type: 'agenda.propose' },
    'agenda.answer': { type: 'agenda.answer', proposalId: newId(), yes: true },
    'agenda.withdraw': { type: 'agenda.withdraw', proposalId: newId() },
    'item.start': { type: 'item.start', itemId: on.itemId },
    'item.extend': { type: 'item.extend', minutes: 5 },
    'stage.set': { type: 'stage.set', stage: { kind: 'decision', decisionId: on.frozen } },
    'decision.draft': {
      type: 'decision.draft',
      title: 'Lain',
      itemId: null,
      rule: null,
      electorate: null,
      wording: null,
    },
    'text.propose': {
      type: 'text.propose',
      decisionId: on.frozen,
      base: on.frozenHash,
      text: 'Usul dari luar jaringan.',
    },
    'goal.draft': { type: 'goal.draft', title: 'Tujuan', languages: ['id', 'en'] },
    'goal.resume': { type: 'goal.resume', goalId: newId() },
    'goal.freeze': { type: 'goal.freeze', goalId: newId() },
    'goal.reopen': { type: 'goal.reopen', goalId: newId(), reason: 'belum' },
    'goal.propose': {
      type: 'goal.propose',
      goalId: newId(),
      clauseId: newId(),
      language: 'id',
      base: on.frozenHash,
      text: 'Usul dari luar jaringan.',
    },
    'poll.demand-count': { type: 'poll.demand-count', pollId: on.personPoll },
    'poll.open': { type: 'poll.open', decisionId: on.frozen },
    'poll.close': { type: 'poll.close', pollId: newId() },
    'poll.void': { type: 'poll.void', pollId: newId(), reason: 'tergesa' },
    'conflict.declare': { type: 'conflict.declare', decisionId: on.open, personId: on.self, reason: '' },
    'conflict.withdraw': { type: 'conflict.withdraw', decisionId: on.open, personId: on.self },
    'tie.cast': { type: 'tie.cast', pollId: newId(), choice: 'yes' },
    'tie.draw': { type: 'tie.draw', pollId: newId() },
    'quorum.step': { type: 'quorum.step', decisionId: on.frozen, until: null },
    'rung.descend': { type: 'rung.descend', decisionId: on.frozen, reason: 'belum' },
    'text.reopen': { type: 'text.reopen', decisionId: on.frozen, reason: 'salah' },
    'text.freeze': { type: 'text.freeze', decisionId: on.open },
    'decision.decide': {
      type: 'decision.decide',
      decisionId: on.open,
      outcome: 'not-decided',
      statement: 'belum',
    },
    'decision.void': { type: 'decision.void', decisionId: on.open, reason: 'salah' },
    'minutes.correct': { type: 'minutes.correct', part: null, text: 'Ejaan nama desa.' },
    'minutes.settle': { type: 'minutes.settle', correctionId: newId(), taken: true },
    'minutes.sign': { type: 'minutes.sign', version: 1, as: 'witness' },
    'minutes.reopen': { type: 'minutes.reopen', reason: 'keliru' },
    // Refused by the open polls where it is allowed.
    'minutes.freeze': { type: 'minutes.freeze' },
    'meeting.pause': { type: 'meeting.pause', kind: 'break', reason: '', until: Date.now() + 60_000 },
    'meeting.resume': { type: 'meeting.resume' },
    // Refused by the open polls where it is allowed, so that the walk goes on.
    'meeting.close': { type: 'meeting.close' },
    'meeting.reopen': { type: 'meeting.reopen', reason: 'tergesa' },
    'person.erase': { type: 'person.erase', personId: on.self },
  };
}
