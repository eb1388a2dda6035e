/**
 * What people may answer and vote, as plain types. Their wire shape is ballot-schema.ts, their rule ballot.ts; choices
 * of options are questions/content.ts.
 */
import type { Id } from '../ids';
import type { OptionsChoice } from '../questions/content';

export const answers = ['agree', 'agree-with-note', 'not-yet', 'object'] as const;
export type Answer = (typeof answers)[number];

export const voteChoices = ['yes', 'no', 'abstain', 'blank'] as const;
type VoteChoice = { kind: 'vote'; vote: (typeof voteChoices)[number] };

export interface ConsentChoice {
  kind: 'consent';
  answer: Answer;
  note: string;
  /** For an objection: what would make the text acceptable. */
  acceptableIf: string;
  /** For *not yet*: a day, `YYYY-MM-DD`. */
  until: string | null;
  /** Said by the secretary, without naming the partner. */
  viaSecretary: boolean;
}

/** What the poll of a decision is answered with. */
export type Choice = ConsentChoice | VoteChoice;

export type AnyChoice = Choice | OptionsChoice;

export interface Ballot {
  /** Made by the client and kept over retries; the same id counts once. */
  ballotId: Id;
  pollId: Id;
  choice: AnyChoice;
  /** For a secret poll: blanks that bring the choice, as JSON, to `limits.secretChoiceLength`. */
  padding?: string;
}
