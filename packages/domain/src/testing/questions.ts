/** Questions for tests: a typical draft, its events, and ballots that fit. */
import type { StoredBallot } from '../context';
import type { Id } from '../ids';
import type { MeetingEvent } from '../meeting-events';
import { ballotKind } from '../questions/choice';
import type { OptionsChoice, QuestionContent } from '../questions/content';
import type { PlainContent, WordedContent } from '../questions/schemas';
import { chambers, everyone, id, partners, who } from './fixtures';

type EventOf<T extends MeetingEvent['type']> = Extract<MeetingEvent, { type: T }>;

export const questionId = id(651);

export function option(n: number, text: string, part: Partial<PlainContent['options'][number]> = {}) {
  return { id: id(660 + n), text, place: '', volume: '', cost: null, partnerId: null, ...part };
}

export function content(part: Partial<PlainContent> = {}): PlainContent {
  return {
    title: 'Mana yang lebih dahulu?',
    about: '',
    itemId: null,
    options: [option(1, 'Jalan'), option(2, 'Jembatan'), option(3, 'Perahu')],
    money: null,
    method: { method: 'approval', seats: 1, most: null },
    electorate: 'person',
    secrecy: { kind: 'open' },
    revote: 'until-close',
    result: 'at-close',
    force: 'binding',
    deadline: null,
    afterMeeting: 'closes',
    ...part,
  };
}

/** The same with its texts as words, whose ids count up from 8001. */
export function worded(plain: PlainContent = content()): WordedContent {
  return {
    ...plain,
    title: { id: id(8001), text: plain.title },
    about: { id: id(8002), text: plain.about },
    options: plain.options.map((one, n) => ({ ...one, text: { id: id(8003 + n), text: one.text } })),
  };
}

export function questionDrafted(part: Partial<PlainContent> = {}): EventOf<'question.drafted'> {
  return { type: 'question.drafted', pollId: questionId, content: worded(content(part)) };
}

const voters = [
  'officeDelegate',
  'societyDelegate',
  'companyDelegate',
  'villageDelegate',
  'participant',
] as const;

/** The roll of persons that `everyone` makes. */
export const personRoll = voters.map((name) => {
  const { partnerId } = everyone[name];
  const chamber = Object.values(partners).find((one) => one.id === partnerId)?.chamber ?? null;
  return { key: who[name], chamber, weight: 1 };
});

export function questionOpened(part: Partial<EventOf<'question.opened'>> = {}): EventOf<'question.opened'> {
  const order = [id(662), id(663), id(661)];
  return {
    type: 'question.opened',
    pollId: questionId,
    roll: personRoll,
    rollHash: 'roll',
    tieOrder: { seed: id(9), order },
    ...part,
  };
}

/** A roll of so many persons, all of one chamber and weight. */
export function rollOfMany(many: number, weight = 1): EventOf<'question.opened'>['roll'] {
  return Array.from({ length: many }, (_, n) => ({
    key: id(20_000 + n),
    chamber: chambers[0]?.id ?? null,
    weight,
  }));
}

export function marks(voter: Id, ...places: number[]): StoredBallot {
  return { voter, castBy: voter, choice: { kind: 'marks', marks: places } };
}

/** Draws no lot: the last option goes first. */
export function drawLot(options: readonly Id[]) {
  return { seed: id(9), order: [...options].reverse() };
}

export function hashRoll(pollId: string, roll: readonly unknown[]): string {
  return `roll of ${pollId}: ${JSON.stringify(roll)}`;
}

/** A ballot of the kind that the method takes, mostly one that fits. */
export function someChoice({ method, options }: QuestionContent, pick: number): OptionsChoice {
  const first = pick % options.length;
  switch (ballotKind(method)) {
    case 'one':
      return { kind: 'one', choice: first };
    case 'marks':
      return { kind: 'marks', marks: [first] };
    case 'figures':
      return { kind: 'figures', figures: options.map((_, place) => (place === first ? pick % 6 : null)) };
    case 'ranking':
      return { kind: 'ranking', ranking: [[first]] };
  }
}
