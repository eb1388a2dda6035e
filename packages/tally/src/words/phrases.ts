/**
 * What can be said about rules and results, once per language; a phrase that is missing does not compile.
 * Words come from the house's glossary. Sentences are short and plain, for reading aloud.
 */
import type { PartnerVote } from '../partner-votes';
import type { QuorumBy } from '../quorum';
import type { Answer, Choice, ReasonCode, TieResult } from '../result';
import type { MajorityBase, QuorumBase, QuorumStep, Tie } from '../rule';

export type Phrases = {
  /** A strict or plain share, such as "more than half" or "at least two thirds". */
  share: (atLeast: string, strict: boolean) => string;
  /** "At least one" and "all", where a share of the base would be hard to hear. */
  shareWhole: Record<'0/1' | '1/1', string>;
  base: Record<MajorityBase, string>;
  /** "(21 of 41)" */
  numbers: (need: number, of: number) => string;
  /** How a partner's vote follows from those of its people. */
  partnerVote: Record<PartnerVote, string>;
  rule: {
    acclamation: string[];
    consent: string;
    silence: Record<'counts' | 'does-not-count', string>;
    simpleMajority: string;
    noOneAgainst: string;
    all: (base: string) => string;
    majority: (share: string, base: string, numbers: string) => string;
    /** What the base makes of an abstention or an absence; empty where nothing needs saying. */
    effect: Record<MajorityBase, string>;
    support: (chambers: number) => string;
    eachChamber: (chambers: string, share: string, base: string) => string;
    emptyChamber: Record<'blocks' | 'skipped', string>;
    quorum: (who: string, numbers: string) => string;
    quorumOf: (share: string, base: QuorumBase, by: QuorumBy) => string;
    quorumPer: (chambers: string) => string;
    chamberQuorum: (chamber: string, who: string) => string;
    ifNot: (steps: string) => string;
    step: (step: QuorumStep) => string;
    tie: (tie: Tie) => string;
    conflicted: string;
    expires: (date: string) => string;
    /** "A, B and C" */
    list: (items: readonly string[]) => string;
  };
  tally: {
    outcome: Record<'passes' | 'fails' | 'tied', string>;
    consent: Record<'passes' | 'fails', string>;
    rung: Record<'consent' | 'qualified' | 'vote', string>;
    choice: Record<Choice, string>;
    answer: Record<Answer, string>;
    silent: string;
    majority: (need: number, of: number, base: string, yes: number) => string;
    quorum: (met: boolean, have: number, of: number, need: number) => string;
    reason: Record<ReasonCode, (chamber: string) => string>;
    tie: Record<TieResult['state'], string>;
    left: (weight: number) => string;
    ballots: (ballots: number) => string;
    option: (name: string, approvals: number, ballots: number) => string;
    elected: (names: string) => string;
    nobodyElected: string;
    approvalTie: (names: string, seats: number) => string;
    blockVoting: string;
  };
};
