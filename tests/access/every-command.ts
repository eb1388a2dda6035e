/** Each of a meeting's commands once, for the permission walk. */
import type { MeetingCommand, MeetingCommandType } from '@mufakat/domain';
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
  const guest = { partnerId: null, roles: ['guest' as const], votes: false };
  const plan = {
    title: 'Lagi',
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
    'meeting.open': { type: 'meeting.open' },
    'door.close': { type: 'door.close' },
    'door.open': { type: 'door.open', hours: 2 },
    'person.seat': { type: 'person.seat', name: 'Baru', address: '', ...guest },
    'seat.change': { type: 'seat.change', personId: on.target, ...guest },
    'link.issue': { type: 'link.issue', personId: on.target },
    'link.revoke': { type: 'link.revoke', personId: on.target },
    'person.remove': { type: 'person.remove', personId: on.target },
    'attendance.leave': { type: 'attendance.leave' },
    'attendance.sign': { type: 'attendance.sign' },
    'words.take-back': { type: 'words.take-back', wordsId: newId() },
    'agenda.adopt': { type: 'agenda.adopt' },
    'item.start': { type: 'item.start', itemId: on.itemId },
    'item.extend': { type: 'item.extend', minutes: 5 },
    'stage.set': { type: 'stage.set', stage: { kind: 'decision', decisionId: on.frozen } },
    'decision.draft': { type: 'decision.draft', title: 'Lain', itemId: null, rule: null, electorate: null },
    'text.propose': {
      type: 'text.propose',
      decisionId: on.frozen,
      base: on.frozenHash,
      text: 'Usul dari luar jaringan.',
    },
    'poll.demand-count': { type: 'poll.demand-count', pollId: on.personPoll },
    'poll.open': { type: 'poll.open', decisionId: on.frozen },
    'poll.close': { type: 'poll.close', pollId: newId() },
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
    'meeting.pause': { type: 'meeting.pause', kind: 'break', reason: '', until: Date.now() + 60_000 },
    'meeting.resume': { type: 'meeting.resume' },
    // Refused by the open polls where it is allowed, so that the walk goes on.
    'meeting.close': { type: 'meeting.close' },
    'person.erase': { type: 'person.erase', personId: on.self },
  };
}
