/**
 * The decision rule as data: what must be met, counted on which base, rung by rung. It is fixed when a
 * poll opens and travels inside events, so every type here is plain JSON and none may change its meaning.
 *
 * Not here: counting (tally-vote.ts, tally-consent.ts), the check of a rule (rule-problems.ts), its
 * wording (words/), and the templates' defaults (preset-rules.ts).
 */

/** A step of the ladder, from the whole room's agreement down to a count. */
export type Rung = 'acclamation' | 'consent' | 'qualified' | 'vote';

/** An exact fraction in plain digits, from "0/1" to "1/1", such as "2/3". `parseShare` refuses all else. */
export type Share = string;

/**
 * What a majority is a share of.
 * - `yes+no`: votes for and against
 * - `cast`: yes, no, abstain and invalid ballots; a blank is no vote (RONR §45)
 * - `present`: who is here at the close; an abstention works like a no
 * - `attended`: who signed the attendance list, also if gone since
 * - `roll`: everyone who may vote; an absent voter works like a no
 */
export type MajorityBase = 'yes+no' | 'cast' | 'present' | 'attended' | 'roll';

/** Passes when yes ÷ base > atLeast (strict) or ≥ atLeast. A base of 0 never passes. */
export type Majority = { base: MajorityBase; atLeast: Share; strict: boolean };

/** What a quorum is a share of; who is counted against it is said in quorum.ts. */
export type QuorumBase = 'roll' | 'invited' | 'present' | 'attended';

/** What happens when the quorum is not met, in order. */
export type QuorumStep =
  { step: 'wait'; hours: number } | { step: 'reconvene'; days: number } | { step: 'proceed' };

/** A quorum of the whole; `per` names chambers that must each meet the same share. */
export type Quorum = {
  base: QuorumBase;
  atLeast: Share;
  strict: boolean;
  per?: string[];
  ifNot: QuorumStep[];
};

/** A quorum of one chamber. */
export type ChamberQuorum = { base: QuorumBase; atLeast: Share; strict: boolean };

/** What one chamber must meet by itself. */
export type ChamberRule = { id: string; quorum?: ChamberQuorum; majority: Majority };

/** What a count must meet: a majority of the whole, a yes from so many chambers, and each chamber's own. */
export type Threshold = { majority: Majority; supportFrom: number; chambers: ChamberRule[] };

/** What a tied motion comes to. */
export type Tie =
  { kind: 'fails' } | { kind: 'chair' } | { kind: 'lot' } | { kind: 'revote'; afterHours: number };

/** The whole rule. The threshold at its top is that of the rung `vote`; `qualified` is that of its own rung. */
export type DecisionRule = Threshold & {
  ladder: Rung[];
  quorum: Quorum | null;
  qualified: Threshold | null;
  consent: { silence: 'counts' | 'does-not-count' };
  /** What a chamber of which nobody takes part does to the whole. */
  emptyChamber: 'blocks' | 'skipped';
  tie: Tie;
  conflicted: 'leave-the-base' | 'stay';
  /** The last day (YYYY-MM-DD) on which the decision is in force unless confirmed (expiry.ts). */
  expires: string | null;
};
