/**
 * The count of a consent round. It passes when no objection stands, somebody agreed, and the quorum is met:
 * by those who answered where silence is not consent, by those who are here where the rule says it is.
 * "Not yet" does not block and is no agreement.
 *
 * Not here: the reason that an objection needs, and whether it was resolved or withdrawn; the domain counts
 * only answers that stand.
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
import { quorumCheck, quorumStep, type QuorumBy } from './quorum';
import type { Electorate } from './electorate';
import type {
  Answer,
  ConsentChamberResult,
  ConsentCounts,
  ConsentTally,
  QuorumCheck,
  Reason,
  ReasonCode,
  TraceStep,
} from './result';
import type { DecisionRule } from './rule';

export type ConsentAnswer = { voter: string; answer: Answer };

export type ConsentInput = {
  rule: DecisionRule;
  answers: readonly ConsentAnswer[];
  electorate: Electorate;
};

/** Throws RangeError on broken answers (casters.ts). Weights are summed; one objection blocks, whatever its weight. */
export function tallyConsent({ rule, answers, electorate }: ConsentInput): ConsentTally {
  const casters = castersOf(answers, electorate).filter(({ conflicted }) => !(conflicted && leaves(rule)));
  const numbers = consentNumbers(numbersOf(electorate), rule);
  const counts = countsOf(casters, numbers);
  const quorum = rule.quorum && quorumCheck(rule.quorum, numbers, tookPart(counts, numbers), quorumBy(rule));
  const byChamber = chambersIn(electorate, ...chambersAsked(rule)).map((id) =>
    chamberResult(id, rule, casters, consentNumbers(numbersOf(electorate, id), rule)),
  );
  const agreement = agreementOf(counts, numbers, rule);
  const reasons = reasonsOf(counts, agreement, quorum, byChamber);
  const passes = reasons.length === 0;
  return {
    method: 'consent',
    variant: rule.consent.silence === 'counts' ? 'silence-counts' : 'silence-does-not-count',
    rung: 'consent',
    counts,
    byChamber,
    quorum,
    outcome: passes ? 'passes' : 'fails',
    passes,
    reasons,
    trace: traceOf(counts, agreement, quorum, byChamber),
  };
}

function leaves(rule: DecisionRule): boolean {
  return rule.conflicted === 'leave-the-base';
}

/** Where conflicted people stay, nobody is away. */
function consentNumbers(numbers: Numbers, rule: DecisionRule): Numbers {
  return leaves(rule) ? numbers : { ...numbers, away: { roll: 0, present: 0, attended: 0 } };
}

function quorumBy(rule: DecisionRule): QuorumBy {
  return rule.consent.silence === 'counts' ? 'staying' : 'answering';
}

function chambersAsked({ chambers, quorum }: DecisionRule): string[] {
  return [...chambers.map(({ id }) => id), ...(quorum?.per ?? [])];
}

/** Who left for a conflict is not silent: they are not asked. */
function countsOf(casters: readonly Caster<ConsentAnswer>[], { roll, away }: Numbers): ConsentCounts {
  const sum = (answer: Answer): number =>
    total(casters.filter(({ ballot }) => ballot.answer === answer).map(({ weight }) => weight));
  const answered = total(casters.map(({ weight }) => weight));
  return {
    agree: sum('agree'),
    'agree-with-note': sum('agree-with-note'),
    'not-yet': sum('not-yet'),
    object: sum('object'),
    answered,
    silent: roll - away.roll - answered,
  };
}

/** Who stays out for a conflict and is here is not missing. */
function tookPart({ answered }: ConsentCounts, { away }: Numbers): number {
  return answered + Math.max(away.present, away.attended);
}

function chamberResult(
  chamber: string | null,
  rule: DecisionRule,
  casters: readonly Caster<ConsentAnswer>[],
  numbers: Numbers,
): ConsentChamberResult {
  const own = casters.filter((caster) => caster.chamber === chamber);
  const counts = countsOf(own, numbers);
  const { roll, invited, present, attended } = numbers;
  const empty = isEmptyChamber(numbers, tookPart(counts, numbers));
  const skipped = empty && rule.emptyChamber === 'skipped';
  const quorum = skipped ? null : chamberQuorum(chamber, rule, counts, numbers);
  return { chamber, counts, roll, invited, present, attended, empty, skipped, quorum };
}

function chamberQuorum(
  chamber: string | null,
  rule: DecisionRule,
  counts: ConsentCounts,
  numbers: Numbers,
): QuorumCheck | null {
  const own = rule.chambers.find(({ id }) => id === chamber)?.quorum;
  const quorum = own ?? (chamber !== null && rule.quorum?.per?.includes(chamber) ? rule.quorum : undefined);
  return quorum ? quorumCheck(quorum, numbers, tookPart(counts, numbers), quorumBy(rule)) : null;
}

/** An empty chamber blocks consent where a quorum is asked of it, which a skipped one has not. */
function reasonsOf(
  counts: ConsentCounts,
  agreement: number,
  quorum: QuorumCheck | null,
  byChamber: readonly ConsentChamberResult[],
): Reason[] {
  const whole = (code: ReasonCode, fails: boolean): Reason[] => (fails ? [{ code, chamber: null }] : []);
  const blocked = ({ empty, quorum: own }: ConsentChamberResult): boolean => empty && own !== null;
  return [
    ...whole('no_quorum', quorum !== null && !quorum.met),
    ...byChamber
      .filter((chamber) => !blocked(chamber) && chamber.quorum?.met === false)
      .map(({ chamber }) => ({ code: 'chamber_no_quorum' as const, chamber })),
    ...byChamber.filter(blocked).map(({ chamber }) => ({ code: 'chamber_empty' as const, chamber })),
    ...whole('objection_stands', counts.object > 0),
    ...whole('nobody_agreed', agreement === 0),
  ];
}

/** Who said yes; where silence counts, also whoever is here and says nothing. */
function agreementOf(counts: ConsentCounts, numbers: Numbers, rule: DecisionRule): number {
  const said = counts.agree + counts['agree-with-note'];
  if (rule.consent.silence === 'does-not-count') return said;
  const { present, attended, away } = numbers;
  const here = Math.max(present - away.present, attended - away.attended);
  return said + Math.max(0, here - counts.answered);
}

function traceOf(
  counts: ConsentCounts,
  agreement: number,
  quorum: QuorumCheck | null,
  byChamber: readonly ConsentChamberResult[],
): TraceStep[] {
  const of = counts.answered;
  return [
    ...(quorum ? [quorumStep(quorum, null, true)] : []),
    ...byChamber.flatMap(({ chamber, quorum: own }) => (own ? [quorumStep(own, chamber, false)] : [])),
    { check: 'objections', chamber: null, have: counts.object, need: 0, of, holds: counts.object === 0 },
    { check: 'agreement', chamber: null, have: agreement, need: 1, of, holds: agreement > 0 },
  ];
}
