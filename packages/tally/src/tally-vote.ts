/**
 * The count of a yes/no/abstain vote under a decision rule, on the rungs `qualified` and `vote`.
 *
 * Not here: whether this rung may be taken, and what the meeting makes of the result. A quorum that is not
 * met is a reason not to pass; whether the meeting goes on all the same (`ifNot`) is the chair's step, and
 * then the rule is counted with its quorum taken out.
 */
import {
  castersOf,
  chambersIn,
  isEmptyChamber,
  numbersOf,
  total,
  type Caster,
  type Numbers,
} from './casters';
import { majorityCheck, tookPartIn, variantOf } from './majority';
import { quorumCheck, quorumStep } from './quorum';
import { resolveTie } from './tie';
import type { Electorate } from './electorate';
import type {
  Ballot,
  ChamberResult,
  Choice,
  QuorumCheck,
  Reason,
  ReasonCode,
  Support,
  TieResult,
  TraceStep,
  VoteCounts,
  VoteTally,
} from './result';
import type { ChamberRule, DecisionRule, Threshold } from './rule';

export type VoteInput = {
  rule: DecisionRule;
  rung: 'qualified' | 'vote';
  ballots: readonly Ballot[];
  electorate: Electorate;
  /** What the chair's casting vote, or the lot, said of a tie, where the rule gives it to one of them. */
  casting?: 'yes' | 'no';
  /** The vote was taken anew after a tie: a second tie fails. */
  again?: boolean;
};

/** Throws RangeError on a rule with problems and on broken ballots (casters.ts). */
export function tallyVote(input: VoteInput): VoteTally {
  const { rule, rung, electorate } = input;
  const threshold = thresholdOf(rule, rung);
  const casters = castersOf(input.ballots, electorate);
  const counts = countsOf(casters, rule);
  const numbers = majorityNumbers(numbersOf(electorate), rule);
  refuseOverfull(counts, numbers);
  const majority = majorityCheck(threshold.majority, counts, numbers);
  const quorum = rule.quorum && quorumCheck(rule.quorum, numbers, tookPartIn(counts, numbers), 'signing');
  const byChamber = chambersToCount(rule, threshold, casters, electorate).map((id) =>
    chamberResult(id, rule, threshold, casters, electorate),
  );
  const support = supportOf(byChamber, threshold);
  const failures = failuresOf(quorum, majority, byChamber, support);
  const tie = resolveTie({
    input,
    majority,
    counts,
    otherwise: failures.every(({ code }) => code === 'no_majority'),
  });
  const variant = variantOf(threshold);
  const trace = traceOf(quorum, byChamber, majority, support, rule);
  const method = 'yes-no-abstain';
  return {
    method,
    variant,
    rung,
    counts,
    byChamber,
    quorum,
    majority,
    support,
    tie,
    ...verdict(failures, tie),
    trace,
  };
}

function thresholdOf(rule: DecisionRule, rung: 'qualified' | 'vote'): Threshold {
  const threshold = rung === 'vote' ? rule : rule.qualified;
  if (!threshold) throw new RangeError('the rule says nothing of the rung "qualified"');
  return threshold;
}

/** Where conflicted people stay, nobody is away. */
function majorityNumbers(numbers: Numbers, rule: DecisionRule): Numbers {
  return rule.conflicted === 'stay' ? { ...numbers, away: { roll: 0, present: 0, attended: 0 } } : numbers;
}

function refuseOverfull({ ballots, left }: VoteCounts, { roll }: Numbers): void {
  if (ballots + left > roll) throw new RangeError('more ballots than the roll has voters');
}

function chambersToCount(
  rule: DecisionRule,
  threshold: Threshold,
  casters: readonly Caster<Ballot>[],
  electorate: Electorate,
): (string | null)[] {
  const named = [...threshold.chambers.map(({ id }) => id), ...(rule.quorum?.per ?? [])];
  return chambersIn(electorate, ...named, ...casters.map(({ chamber }) => chamber));
}

function countsOf(casters: readonly Caster<Ballot>[], rule: DecisionRule): VoteCounts {
  const leaves = ({ conflicted }: Caster<Ballot>): boolean =>
    conflicted && rule.conflicted === 'leave-the-base';
  const staying = casters.filter((caster) => !leaves(caster));
  const sum = (choice: Choice): number => weightOf(staying.filter(({ ballot }) => ballot.choice === choice));
  return {
    yes: sum('yes'),
    no: sum('no'),
    abstain: sum('abstain'),
    blank: sum('blank'),
    invalid: sum('invalid'),
    ballots: weightOf(staying),
    left: weightOf(casters.filter(leaves)),
  };
}

function weightOf(casters: readonly Caster<Ballot>[]): number {
  return total(casters.map(({ weight }) => weight));
}

function chamberResult(
  chamber: string | null,
  rule: DecisionRule,
  threshold: Threshold,
  casters: readonly Caster<Ballot>[],
  electorate: Electorate,
): ChamberResult {
  const counts = countsOf(
    casters.filter((caster) => caster.chamber === chamber),
    rule,
  );
  const numbers = majorityNumbers(numbersOf(electorate, chamber), rule);
  const own = threshold.chambers.find(({ id }) => id === chamber);
  const { roll, invited, present, attended } = numbers;
  const empty = isEmptyChamber(numbers, tookPartIn(counts, numbers));
  const skipped = empty && rule.emptyChamber === 'skipped';
  const quorum = skipped ? null : chamberQuorum(chamber, rule, own, counts, numbers);
  const majority = skipped || !own ? null : majorityCheck(own.majority, counts, numbers);
  return { chamber, counts, roll, invited, present, attended, empty, skipped, quorum, majority };
}

/** A chamber's own quorum goes before the share that `per` asks of each. */
function chamberQuorum(
  chamber: string | null,
  rule: DecisionRule,
  own: ChamberRule | undefined,
  counts: VoteCounts,
  numbers: Numbers,
): QuorumCheck | null {
  const quorum =
    own?.quorum ?? (chamber !== null && rule.quorum?.per?.includes(chamber) ? rule.quorum : undefined);
  return quorum ? quorumCheck(quorum, numbers, tookPartIn(counts, numbers), 'signing') : null;
}

function supportOf(byChamber: readonly ChamberResult[], { supportFrom }: Threshold): Support {
  const chambers = byChamber.flatMap(({ chamber, counts }) =>
    chamber !== null && counts.yes > 0 ? [chamber] : [],
  );
  return { need: supportFrom, have: chambers.length, chambers };
}

/** An empty chamber blocks where something is asked of it, which is nothing of a skipped one. */
function failuresOf(
  quorum: QuorumCheck | null,
  majority: VoteTally['majority'],
  byChamber: readonly ChamberResult[],
  support: Support,
): Reason[] {
  const whole = (code: ReasonCode, fails: boolean): Reason[] => (fails ? [{ code, chamber: null }] : []);
  const each = (code: ReasonCode, fails: (chamber: ChamberResult) => boolean): Reason[] =>
    byChamber.filter(fails).map(({ chamber }) => ({ code, chamber }));
  const blocked = ({ empty, quorum: own, majority: its }: ChamberResult): boolean =>
    empty && (own !== null || its !== null);
  return [
    ...whole('nobody_to_count', majority.of === 0),
    ...whole('no_quorum', quorum !== null && !quorum.met),
    ...each('chamber_no_quorum', (chamber) => !blocked(chamber) && chamber.quorum?.met === false),
    ...whole('no_majority', majority.of > 0 && !majority.passed),
    ...each('chamber_no_majority', (chamber) => !blocked(chamber) && chamber.majority?.passed === false),
    ...each('chamber_empty', blocked),
    ...whole('too_little_support', support.have < support.need),
  ];
}

/** A tie takes the place of the majority that was missed. */
function verdict(
  failures: readonly Reason[],
  tie: TieResult | null,
): Pick<VoteTally, 'outcome' | 'passes' | 'reasons'> {
  if (tie?.state === 'chair-yes' || tie?.state === 'lot-yes')
    return { outcome: 'passes', passes: true, reasons: [] };
  if (!tie)
    return {
      outcome: failures.length === 0 ? 'passes' : 'fails',
      passes: failures.length === 0,
      reasons: [...failures],
    };
  const others = failures.filter(({ code }) => code !== 'no_majority');
  const waits = tie.state === 'awaits-chair' || tie.state === 'awaits-lot' || tie.state === 'awaits-revote';
  return {
    outcome: waits ? 'tied' : 'fails',
    passes: false,
    reasons: [...others, { code: 'tied', chamber: null }],
  };
}

function traceOf(
  quorum: QuorumCheck | null,
  byChamber: readonly ChamberResult[],
  majority: VoteTally['majority'],
  support: Support,
  rule: DecisionRule,
): TraceStep[] {
  return [
    ...(quorum ? [quorumStep(quorum, null, true)] : []),
    { check: 'majority', chamber: null, ...compared(majority) },
    ...byChamber.flatMap((chamber) => chamberSteps(chamber, rule)),
    ...(support.need > 0
      ? [
          {
            check: 'support' as const,
            chamber: null,
            have: support.have,
            need: support.need,
            of: byChamber.filter(({ chamber }) => chamber !== null).length,
            holds: support.have >= support.need,
          },
        ]
      : []),
  ];
}

function chamberSteps(
  { chamber, empty, skipped, quorum, majority }: ChamberResult,
  rule: DecisionRule,
): TraceStep[] {
  const concerned = quorum !== null || majority !== null || skipped;
  return [
    ...(empty && concerned
      ? [
          {
            check: 'chamber-empty' as const,
            chamber,
            have: 0,
            need: 1,
            of: 0,
            holds: rule.emptyChamber === 'skipped',
          },
        ]
      : []),
    ...(quorum ? [quorumStep(quorum, chamber, false)] : []),
    ...(majority ? [{ check: 'chamber-majority' as const, chamber, ...compared(majority) }] : []),
  ];
}

function compared({
  yes,
  need,
  of,
  passed,
}: VoteTally['majority']): Pick<TraceStep, 'have' | 'need' | 'of' | 'holds'> {
  return { have: yes, need, of, holds: passed };
}
