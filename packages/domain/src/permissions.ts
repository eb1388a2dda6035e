/**
 * Who may do what, as data: one row a role, one column a right, and for each command the right that it takes.
 *
 * A person's rights are the union over their roles. This page decides nothing about the state of the meeting; it
 * says only who may try. Every door (HTTP, Socket.IO, documents, exports) asks here, through access/.
 * Defaults of a meeting, from architecture.md; rules R1 to R6 in SPEC.md.
 */
export const roles = [
  'chair',
  'facilitator',
  'operator',
  'secretary',
  'delegate',
  'participant',
  'resource',
  'guest',
  'companion',
  'interpreter',
  'scribe',
  'observer',
  'screen',
] as const;
export type Role = (typeof roles)[number];

export const rights = [
  'run', // run the agenda, set the stage
  'decisions', // draft, freeze, ask, count, declare
  'chair', // hand the chair over
  'takeChair', // take it when its line is gone
  'letIn', // seats, links, the open code, the waiting room
  'agenda', // write the agenda
  'wording', // write wordings and the goal
  'notes',
  'minutes',
  'hand',
  'ideas',
  'votePerson', // may be put on a roll of persons
  'votePartner', // may cast the partner's vote
  'attend', // sign the attendance list, ask for a correction of the minutes, sign them
  'self', // one's own data, own words
] as const;
export type Right = (typeof rights)[number];

const member: Right[] = ['attend', 'self'];

export const permissions: Readonly<Record<Role, readonly Right[]>> = {
  chair: [
    'run',
    'decisions',
    'chair',
    'letIn',
    'agenda',
    'wording',
    'notes',
    'minutes',
    'ideas',
    'votePerson',
    ...member,
  ],
  facilitator: [
    'run',
    'takeChair',
    'letIn',
    'agenda',
    'wording',
    'notes',
    'hand',
    'ideas',
    'votePerson',
    ...member,
  ],
  operator: ['run', 'letIn', 'agenda', 'notes', ...member],
  secretary: ['takeChair', 'agenda', 'wording', 'notes', 'minutes', 'hand', 'ideas', 'votePerson', ...member],
  delegate: ['agenda', 'wording', 'notes', 'hand', 'ideas', 'votePerson', 'votePartner', ...member],
  participant: ['agenda', 'wording', 'notes', 'hand', 'ideas', 'votePerson', ...member],
  resource: ['notes', 'hand', 'ideas', ...member],
  guest: ['ideas', ...member],
  companion: ['ideas', ...member],
  interpreter: [...member],
  scribe: ['notes', ...member],
  observer: [...member],
  screen: [],
};

export const commandRights = {
  'meeting.plan': 'run',
  'meeting.change': 'run',
  'waiting-room.set': 'letIn',
  'meeting.open': 'run',
  'meeting.pause': 'run',
  'meeting.resume': 'run',
  'meeting.close': 'run',
  'meeting.reopen': 'chair',
  'door.open': 'letIn',
  'door.close': 'letIn',
  'person.come': 'letIn',
  'person.seat': 'letIn',
  'seat.change': 'letIn',
  'people.admit': 'letIn',
  'person.rename': 'self',
  'person.remove': 'letIn',
  'person.unblock': 'letIn',
  'chair.hand-over': 'chair',
  'chair.take': 'takeChair',
  'link.issue': 'self',
  'link.revoke': 'letIn',
  'attendance.sign': 'attend',
  'attendance.leave': 'attend',
  'person.erase': 'self',
  'words.take-back': 'self',
  'agenda.adopt': 'run',
  'agenda.propose': 'agenda',
  'agenda.answer': 'agenda',
  'agenda.withdraw': 'agenda',
  'item.start': 'run',
  'item.extend': 'run',
  'stage.set': 'run',
  'decision.draft': 'decisions',
  'text.freeze': 'decisions',
  'text.reopen': 'decisions',
  'text.propose': 'wording',
  'poll.open': 'decisions',
  'poll.demand-count': 'votePerson',
  'poll.close': 'decisions',
  'poll.void': 'decisions',
  'conflict.declare': 'self',
  'conflict.withdraw': 'self',
  'tie.cast': 'chair',
  'tie.draw': 'decisions',
  'question.draft': 'decisions',
  'question.revise': 'decisions',
  'question.withdraw': 'decisions',
  'question.open': 'decisions',
  'question.close': 'decisions',
  'question.publish': 'run',
  'question.state-outcome': 'decisions',
  'question.void': 'decisions',
  'roll.add': 'decisions',
  'goal.draft': 'decisions',
  'goal.resume': 'decisions',
  'goal.freeze': 'decisions',
  'goal.reopen': 'decisions',
  'goal.propose': 'wording',
  'rung.descend': 'decisions',
  'quorum.step': 'decisions',
  'decision.decide': 'decisions',
  'decision.void': 'decisions',
  'minutes.freeze': 'minutes',
  'minutes.reopen': 'minutes',
  'minutes.correct': 'attend',
  'minutes.settle': 'minutes',
  'minutes.sign': 'attend',
} as const satisfies Record<string, Right>;

export type MeetingCommandType = keyof typeof commandRights;

export function rightsOf(held: readonly Role[]): ReadonlySet<Right> {
  return new Set(held.flatMap((role) => permissions[role]));
}

export function hasRight(held: readonly Role[], right: Right): boolean {
  return held.some((role) => permissions[role].includes(right));
}
