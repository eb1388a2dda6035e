/**
 * What a question is: a poll with options, as plain types. The method, with its figures, is packages/tally's; who may
 * answer, how secretly, and until when is said here. Their wire shape is schemas.ts.
 */
import type { Election, HandCountElection } from '@mufakat/tally';
import type { Id } from '../ids';
import type { Words } from '../words';

type Counted = 'options' | 'tieOrder' | 'ballots';
type MethodOf<E> = E extends Election ? Omit<E, Counted> : never;

/** A method of packages/tally with its figures: all of an election but options, tie order and ballots. */
export type QuestionMethod = MethodOf<Exclude<Election, HandCountElection>>;

/** Each of the partner's or the person's voices weighs one, but where it is `weighted`: partners by their weight. */
export const questionElectorates = ['person', 'partner', 'weighted'] as const;
export type QuestionElectorate = (typeof questionElectorates)[number];

/** `breakdown` is what was announced of a secret poll: whether its ballots are told by chamber. */
export type Secrecy = { kind: 'open' } | { kind: 'secret'; breakdown: 'none' | 'chamber' };

/** Texts are words where they may be erased (`W` = Words), and plain in a command. */
export interface OptionOf<W> {
  id: Id;
  text: W;
  place: string;
  /** How much of it, as people write it: "1,2 km", "24 rumah". */
  volume: string;
  /** In whole units of `money.unit`; null where nothing is said. */
  cost: number | null;
  /** Who proposes it. */
  partnerId: Id | null;
}

export interface ContentOf<W> {
  title: W;
  /** What is to be known before answering; its text may be empty. */
  about: W;
  itemId: Id | null;
  options: readonly OptionOf<W>[];
  /** What costs are counted in, and the ceiling that they are held against. */
  money: { unit: string; ceiling: number | null } | null;
  method: QuestionMethod;
  electorate: QuestionElectorate;
  secrecy: Secrecy;
  /** Whether a voice may be given again until the close. */
  revote: 'until-close' | 'none';
  /** Whether the room sees the answers as they come; only where nothing is bound by them. */
  result: 'at-close' | 'live';
  /** A vote over options, or a poll that binds nobody. */
  force: 'binding' | 'unbinding';
  /** Server time in milliseconds after which no ballot is taken; null where the chair closes it. */
  deadline: number | null;
  /** Whether it may go on after the meeting, until its deadline. */
  afterMeeting: 'closes' | 'stays-open';
}

export type QuestionContent = ContentOf<Words>;
export type QuestionOption = OptionOf<Words>;

/** What a ballot says; numbers are places in `options`. Which of them fits is the method's (ballot.ts). */
export type OptionsChoice =
  | { kind: 'one'; choice: number | null }
  | { kind: 'marks'; marks: readonly number[] }
  | { kind: 'figures'; figures: readonly (number | null)[] }
  /** Best first; equals in an inner list, which is empty where a rank is skipped. */
  | { kind: 'ranking'; ranking: readonly (readonly number[])[] };
