/**
 * What a count comes to, as plain JSON: numbers are safe integers (sums of weights), shares are strings.
 * It goes into `poll.closed` as it is, and a recount must reproduce it exactly.
 *
 * Not here: the wording of a result (words/), and the outcome, which is an act of the meeting.
 */
import type { MajorityBase, QuorumBase, Share, Tie } from './rule';

export type Choice = 'yes' | 'no' | 'abstain' | 'blank' | 'invalid';
export type Answer = 'agree' | 'agree-with-note' | 'not-yet' | 'object';

/** A ballot by a voter of the roll, or `count` equal ballots whose link to their voters is gone. */
export type Ballot =
  | { voter: string; choice: Choice }
  | { choice: Choice; chamber: string | null; weight: number; count: number };

/** The name of the rule that was applied, as tally.md's table calls it. */
export type Variant =
  | 'simple-majority'
  | 'two-thirds'
  | 'more-than-half-of-cast'
  | 'more-than-half-of-present'
  | 'more-than-half-of-attended'
  | 'absolute-majority'
  | 'unanimity'
  | 'share'
  | 'double-majority';

/** Why a motion does not pass; the whole list, in the order in which reasons are given. */
export const reasonCodes = [
  'nobody_to_count',
  'no_quorum',
  'chamber_no_quorum',
  'no_majority',
  'chamber_no_majority',
  'chamber_empty',
  'too_little_support',
  'tied',
  'objection_stands',
  'nobody_agreed',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
export type Reason = { code: ReasonCode; chamber: string | null };

/** `have` of `of` is held against `atLeast`; `need` is the smallest `have` that meets it. */
export type QuorumCheck = {
  base: QuorumBase;
  atLeast: Share;
  strict: boolean;
  of: number;
  have: number;
  need: number;
  met: boolean;
};

/** `yes` of `of` is held against `atLeast`; `need` is the smallest `yes` that passes on this base. */
export type MajorityCheck = {
  base: MajorityBase;
  atLeast: Share;
  strict: boolean;
  of: number;
  yes: number;
  need: number;
  passed: boolean;
};

/** Sums of weights. `ballots` is the sum of the five; `left` are ballots of those who left for a conflict. */
export type VoteCounts = Record<Choice, number> & { ballots: number; left: number };

export type ChamberResult = {
  chamber: string | null;
  counts: VoteCounts;
  roll: number;
  invited: number;
  present: number;
  attended: number;
  /** Nobody of it takes part. */
  empty: boolean;
  /** Empty, and the rule says that an empty chamber is passed over. */
  skipped: boolean;
  quorum: QuorumCheck | null;
  majority: MajorityCheck | null;
};

/** Chambers with at least one yes, against how many the rule asks for. */
export type Support = { need: number; have: number; chambers: string[] };

/** What the chair's casting vote, or the lot, said of a tie. */
export type TieBroken = 'chair-yes' | 'chair-no' | 'lot-yes' | 'lot-no';

/** Yes and no were equal: what the rule makes of it. */
export type TieResult = {
  rule: Tie;
  state: 'fails' | 'awaits-chair' | 'awaits-lot' | 'awaits-revote' | TieBroken;
};

/** One comparison that was made, in the order made, so that anyone can follow by hand. */
export type TraceStep = {
  check:
    | 'quorum'
    | 'chamber-quorum'
    | 'majority'
    | 'chamber-majority'
    | 'chamber-empty'
    | 'support'
    | 'objections'
    | 'agreement';
  chamber: string | null;
  have: number;
  need: number;
  of: number;
  holds: boolean;
};

export type VoteTally = {
  method: 'yes-no-abstain';
  variant: Variant;
  rung: 'qualified' | 'vote';
  counts: VoteCounts;
  byChamber: ChamberResult[];
  quorum: QuorumCheck | null;
  majority: MajorityCheck;
  support: Support;
  tie: TieResult | null;
  /** `tied`: it neither passes nor fails until the chair, the lot or a second vote has spoken. */
  outcome: 'passes' | 'fails' | 'tied';
  passes: boolean;
  reasons: Reason[];
  trace: TraceStep[];
};

/** Sums of weights; `silent` are those on the roll who did not answer. */
export type ConsentCounts = Record<Answer, number> & { answered: number; silent: number };

export type ConsentChamberResult = {
  chamber: string | null;
  counts: ConsentCounts;
  roll: number;
  invited: number;
  present: number;
  attended: number;
  empty: boolean;
  skipped: boolean;
  quorum: QuorumCheck | null;
};

export type ConsentTally = {
  method: 'consent';
  variant: 'silence-counts' | 'silence-does-not-count';
  rung: 'consent';
  counts: ConsentCounts;
  byChamber: ConsentChamberResult[];
  quorum: QuorumCheck | null;
  outcome: 'passes' | 'fails';
  passes: boolean;
  reasons: Reason[];
  trace: TraceStep[];
};

export type ApprovalRow = {
  option: string;
  approvals: number;
  /** Of ballots, not of marks; in lowest terms, "0/1" when there is no ballot. */
  share: Share;
  /** 1 for the most approvals; equal approvals have equal rank. */
  rank: number;
  elected: boolean;
  byChamber: { chamber: string | null; approvals: number; ballots: number }[];
};

export type ApprovalTally = {
  method: 'approval';
  variant: 'approval' | 'block-approval';
  seats: number;
  counts: { ballots: number; approvedNone: number; marks: number };
  /** Most approvals first; equal ones by the code units of their ids, which is no order of merit. */
  rows: ApprovalRow[];
  elected: string[];
  /** Options equal at the last seats: who of them gets the `seats` left is not for the count to say. */
  tie: { options: string[]; seats: number } | null;
  /** More than one seat by approval is block voting: not proportional. */
  blockVoting: boolean;
  trace: { option: string; approvals: number; of: number; elected: boolean }[];
};

export type Tally = VoteTally | ConsentTally | ApprovalTally;
