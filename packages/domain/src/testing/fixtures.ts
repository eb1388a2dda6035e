/**
 * A typical coalition and its meeting, as events and with ids that read the same in every run: four partners, each in
 * a chamber of its own, and one person for each role that a test may need.
 *
 * The histories build on each other: planned, opened, asking (a wording frozen, a poll on it open), closed.
 */
import { presetRules, tallyConsent, tallyVote, type DecisionRule } from '@mufakat/tally';
import type { AgendaItem } from '../agenda/events';
import type { CoalitionFound } from '../coalition/commands';
import type { CoalitionSnapshot, StoredBallot } from '../context';
import type { Id } from '../ids';
import type { MeetingCommand } from '../meeting-commands';
import type { MeetingEvent } from '../meeting-events';
import type { Role } from '../permissions';
import type { Choice } from '../polls/choices';

type EventOf<T extends MeetingEvent['type']> = Extract<MeetingEvent, { type: T }>;
type Seat = { partnerId: Id | null; roles: Role[]; votes: boolean };

/** 22 base64url characters that end in the number. */
export function id(n: number): Id {
  return String(n).padStart(22, 'A');
}

/** Fresh ids in order: `id(first)`, `id(first + 1)` … */
export function idsFrom(first: number): () => Id {
  let next = first;
  return () => id(next++);
}

/** Server time of the n-th minute of a test, in milliseconds. */
export function at(minute: number): number {
  return Date.UTC(2026, 4, 4, 2, minute);
}

export const chambers = [
  { id: id(11), name: 'Pemerintah', shape: 'square' as const },
  { id: id(12), name: 'Masyarakat sipil', shape: 'circle' as const },
  { id: id(13), name: 'Usaha', shape: 'diamond' as const },
  { id: id(14), name: 'Warga', shape: 'hexagon' as const },
];

export const partners = {
  office: { ...partner(21, 'Dinas Pendidikan', 'DP', 0), heads: 2 },
  society: { ...partner(22, 'Yayasan Aur', 'YA', 1), heads: 2 },
  company: { ...partner(23, 'Koperasi Lembah', 'KL', 2), heads: 1 },
  village: { ...partner(24, 'Warga Hulu', 'WH', 3), heads: 3 },
};

function partner(n: number, name: string, mark: string, chamber: number) {
  return {
    id: id(n),
    name: { id: id(n + 100), text: name },
    mark,
    colour: chamber + 1,
    chamber: chambers[chamber]?.id ?? null,
    weight: 1,
  };
}

export const coalition: CoalitionSnapshot = {
  coalitionId: id(1),
  name: { id: id(2), text: 'Sekolah Terpencil' },
  form: 'forum',
  chamberSets: [{ id: id(10), name: 'unsur', chambers }],
  partners: Object.values(partners).map(({ heads: _, ...rest }) => rest),
};

/** The command that founds a coalition of this shape. */
export const founding: CoalitionFound = {
  type: 'coalition.found',
  name: 'Sekolah Terpencil',
  form: 'forum',
  languages: ['id', 'en'],
  chambers: [
    { name: 'Pemerintah', shape: 'square' },
    { name: 'Warga', shape: 'hexagon' },
  ],
  partners: [
    { name: 'Dinas', mark: 'DP', kind: 'government', place: 'Aur', weight: 1, chamber: 0 },
    { name: 'Warga Hulu', mark: 'WH', kind: 'community', place: 'Hulu', weight: 1, chamber: 1 },
  ],
  founder: { name: 'Siti Aminah', address: 'Ibu', partner: 1 },
};

/** Consent, then a vote by simple majority, without quorum or support, unless a test says otherwise. */
export function ruleWith(part: Partial<DecisionRule> = {}): DecisionRule {
  return {
    ...presetRules.working([]),
    quorum: null,
    majority: { base: 'yes+no', atLeast: '1/2', strict: true },
    tie: { kind: 'fails' },
    ...part,
  };
}

export const planCommand: Extract<MeetingCommand, { type: 'meeting.plan' }> = {
  type: 'meeting.plan',
  title: 'Musyawarah Mei',
  kind: 'working',
  startsAt: at(0),
  timeZone: 'Asia/Jakarta',
  place: 'Balai desa',
  callUrl: '',
  language: 'id',
  invited: Object.values(partners).map((one) => ({ partnerId: one.id, heads: one.heads })),
  rule: ruleWith(),
  electorate: 'person',
};

export function planned(part: Partial<EventOf<'meeting.planned'>> = {}): EventOf<'meeting.planned'> {
  const { invited: _, ...plan } = planCommand;
  return {
    ...plan,
    type: 'meeting.planned',
    meetingId: id(3),
    coalitionId: coalition.coalitionId,
    coalitionName: coalition.name,
    coalitionForm: coalition.form,
    chambers,
    partners: Object.values(partners),
    goals: [],
    ...part,
  };
}

/** One person for each role, the delegates one for each partner. */
export const who = {
  chair: id(301),
  facilitator: id(302),
  operator: id(303),
  secretary: id(304),
  officeDelegate: id(305),
  societyDelegate: id(306),
  companyDelegate: id(307),
  villageDelegate: id(308),
  participant: id(309),
  resource: id(310),
  guest: id(311),
  companion: id(312),
  interpreter: id(313),
  scribe: id(314),
  observer: id(315),
  screen: id(316),
};

const { office, society, company, village } = partners;

export const everyone: Record<keyof typeof who, Seat> = {
  chair: { partnerId: office.id, roles: ['chair'], votes: false },
  facilitator: { partnerId: null, roles: ['facilitator'], votes: false },
  operator: { partnerId: null, roles: ['operator'], votes: false },
  secretary: { partnerId: null, roles: ['secretary'], votes: false },
  officeDelegate: { partnerId: office.id, roles: ['delegate'], votes: true },
  societyDelegate: { partnerId: society.id, roles: ['delegate'], votes: true },
  companyDelegate: { partnerId: company.id, roles: ['delegate'], votes: true },
  villageDelegate: { partnerId: village.id, roles: ['delegate'], votes: true },
  participant: { partnerId: village.id, roles: ['participant'], votes: true },
  resource: { partnerId: null, roles: ['resource'], votes: false },
  guest: { partnerId: village.id, roles: ['guest'], votes: false },
  companion: { partnerId: null, roles: ['companion'], votes: false },
  interpreter: { partnerId: null, roles: ['interpreter'], votes: false },
  scribe: { partnerId: null, roles: ['scribe'], votes: false },
  observer: { partnerId: null, roles: ['observer'], votes: false },
  screen: { partnerId: null, roles: ['screen'], votes: false },
};

export function seated(
  name: keyof typeof who,
  part: Partial<EventOf<'person.seated'>> = {},
): EventOf<'person.seated'> {
  return {
    type: 'person.seated',
    personId: who[name],
    name: { id: `name-${who[name].slice(5)}`, text: `Nama ${name}` },
    address: { id: `addr-${who[name].slice(5)}`, text: `Gelar ${name}` },
    ...everyone[name],
    waits: false,
    ...part,
  };
}

/** A meeting in which all have a seat, planned and not yet open. */
export function gathered(part: Partial<EventOf<'meeting.planned'>> = {}): MeetingEvent[] {
  return [planned(part), ...typed(Object.keys(who)).map((name) => seated(name))];
}

function typed(names: string[]): (keyof typeof who)[] {
  return names.filter((name): name is keyof typeof who => name in who);
}

export const agenda: AgendaItem[] = [
  item(401, 'Pembukaan', 'opening', 10),
  item(402, 'Jalan ke sekolah', 'decision', 40),
  item(403, 'Penutup', 'closing', 10),
];

function item(n: number, title: string, kind: AgendaItem['kind'], minutes: number): AgendaItem {
  const presenter = { id: id(n + 50), text: `Penyaji ${title}` };
  return { id: id(n), title, kind, minutes, presenter, papers: [] };
}

/** … then opened, with its agenda adopted. */
export function opened(part: Partial<EventOf<'meeting.planned'>> = {}): MeetingEvent[] {
  return [
    ...gathered(part),
    { type: 'meeting.opened' },
    { type: 'agenda.adopted', version: 1, items: agenda },
  ];
}

export const decisionId = id(501);
export const pollId = id(601);

export function drafted(part: Partial<EventOf<'decision.drafted'>> = {}): EventOf<'decision.drafted'> {
  return {
    type: 'decision.drafted',
    decisionId,
    title: 'Jalan diperbaiki bersama',
    itemId: id(402),
    rule: ruleWith(),
    electorate: 'person',
    ...part,
  };
}

export const frozenText = {
  text: 'canon:1\nJalan diperbaiki.',
  plain: 'Jalan diperbaiki.',
  hash: 'a'.repeat(64),
};

export function frozen(version = 1): EventOf<'text.frozen'> {
  return { type: 'text.frozen', decisionId, version, document: `wording/${decisionId}`, ...frozenText };
}

export const goalId = id(701);
const clauseWords = [
  { language: 'id' as const, text: 'canon:1\nSetiap kelas ada gurunya.', plain: 'Setiap kelas ada gurunya.' },
  {
    language: 'en' as const,
    text: 'canon:1\nEvery class has its teacher.',
    plain: 'Every class has its teacher.',
  },
];
export const frozenGoal = {
  clauses: [{ id: id(711), words: clauseWords }],
  text: '{"clauses":[]}',
  plain: '1. Setiap kelas ada gurunya.',
  hash: 'b'.repeat(64),
};

export function goalDrafted(): EventOf<'goal.drafted'> {
  return { type: 'goal.drafted', goalId, title: 'Tujuan bersama', languages: ['id', 'en'] };
}

export function goalFrozen(version = 1): EventOf<'goal.frozen'> {
  return { type: 'goal.frozen', goalId, version, document: `goal/${goalId}`, ...frozenGoal };
}

export const frozenProse = {
  upTo: 20,
  head: 'c'.repeat(64),
  prose: [{ part: 'opening' as const, text: 'canon:1\nDibuka dengan doa.' }],
};

export function minutesFrozen(version = 1): EventOf<'minutes.frozen'> {
  const prose = frozenProse.prose.map(({ part, text }, n) => ({ part, text: { id: id(9001 + n), text } }));
  return { type: 'minutes.frozen', version, upTo: frozenProse.upTo, head: frozenProse.head, prose };
}

export function minutesReopened(version = 1): EventOf<'minutes.reopened'> {
  return { type: 'minutes.reopened', version, reason: { id: id(9101), text: 'ada yang keliru' } };
}

export function minutesSigned(
  name: keyof typeof who,
  as: EventOf<'minutes.signed'>['as'],
  version = 1,
): EventOf<'minutes.signed'> {
  return { type: 'minutes.signed', version, personId: who[name], as };
}

/** The roll of persons that `everyone` makes. */
const roll = [
  'officeDelegate',
  'societyDelegate',
  'companyDelegate',
  'villageDelegate',
  'participant',
] as const;

export function pollOpened(part: Partial<EventOf<'poll.opened'>> = {}): EventOf<'poll.opened'> {
  return {
    type: 'poll.opened',
    pollId,
    decisionId,
    rung: 'consent',
    textHash: frozenText.hash,
    electorate: 'person',
    rule: ruleWith(),
    roll: roll.map((name) => ({ key: who[name], chamber: chamberOf(everyone[name].partnerId), weight: 1 })),
    ...part,
  };
}

function chamberOf(partnerId: Id | null): Id | null {
  return Object.values(partners).find((one) => one.id === partnerId)?.chamber ?? null;
}

/** … with a wording frozen and the room asked about it: by consent. */
export function asking(part: Partial<EventOf<'poll.opened'>> = {}): MeetingEvent[] {
  const { rule = ruleWith(), electorate = 'person' } = part;
  return [...opened(), drafted({ rule, electorate }), frozen(), pollOpened(part)];
}

/** … by a vote, which is then the rule's only rung. */
export function voting(part: Partial<EventOf<'poll.opened'>> = {}): MeetingEvent[] {
  return asking({ rung: 'vote', rule: ruleWith({ ladder: ['vote'] }), ...part });
}

/** The roll where partners vote, one voice each. */
export const counting = {
  electorate: 'partner' as const,
  roll: Object.values(partners).map((one) => ({ key: one.id, chamber: one.chamber, weight: 1 })),
};

/** A lot as it is told at the opening; the seed falls to *yes*. */
export const lot = { id: id(801), hash: 'd'.repeat(64), seed: `${'5'.repeat(63)}4` };

/** The count of a round in which nobody said anything. */
const noAnswers = tallyConsent({
  rule: ruleWith(),
  answers: [],
  electorate: { roll: [], invited: [], present: [], attended: [] },
});

export function closed(passes: boolean, part: Partial<EventOf<'poll.closed'>> = {}): EventOf<'poll.closed'> {
  return {
    type: 'poll.closed',
    pollId,
    turnout: 0,
    boxHash: 'box',
    electorate: { invited: [], present: [], attended: [] },
    tally: { ...noAnswers, passes },
    passes,
    remarks: [],
    ...part,
  };
}

/** The close of a vote on which so many said yes and no, by the rule that its opening fixed. */
export function counted(
  rule: DecisionRule,
  yes: number,
  no: number,
  poll: Id = pollId,
): EventOf<'poll.closed'> {
  const ids = Array.from({ length: yes + no }, (_, i) => `v${i}`);
  const tally = tallyVote({
    rule,
    rung: 'vote',
    ballots: ids.map((voter, i) => ({ voter, choice: i < yes ? 'yes' : 'no' })),
    electorate: {
      roll: ids.map((key) => ({ key, chamber: null, weight: 1 })),
      invited: [],
      present: [],
      attended: [],
    },
  });
  return closed(tally.passes, { pollId: poll, tally, turnout: yes + no });
}

const plainConsent = { kind: 'consent', answer: 'agree', note: '', acceptableIf: '', until: null } as const;

/** A ballot as the box keeps it: a vote, or an answer with what goes with it. */
export function ballot(
  voter: Id,
  choice: 'yes' | 'no' | 'abstain' | 'blank' | Partial<Extract<Choice, { kind: 'consent' }>>,
  castBy: Id = voter,
): StoredBallot {
  if (typeof choice === 'string') return { voter, castBy, choice: { kind: 'vote', vote: choice } };
  return { voter, castBy, choice: { ...plainConsent, viaSecretary: false, ...choice } };
}
