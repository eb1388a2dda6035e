/**
 * What is wrong with a decision rule, as codes; an empty list means that it can be counted by.
 * The wording of the codes is not here: they are refusals of the domain.
 */
import { compareShare, readShare } from './fraction';
import type { ChamberQuorum, DecisionRule, Majority, Quorum, Rung, Share, Threshold } from './rule';

export const ruleProblemCodes = [
  'ladder_empty',
  'ladder_repeats',
  'ladder_order',
  'qualified_missing',
  'share_invalid',
  'share_unreachable',
  'share_of_nothing',
  'chamber_unknown',
  'chamber_repeats',
  'support_invalid',
  'support_above_chambers',
  'quorum_step_invalid',
  'tie_invalid',
  'expires_invalid',
] as const;
export type RuleProblem = (typeof ruleProblemCodes)[number];

/** Each code once, in the order of the list above. */
export function ruleProblems(rule: DecisionRule, chamberIds: readonly string[]): RuleProblem[] {
  const found = new Set<RuleProblem>([
    ...ladderProblems(rule),
    ...thresholdProblems(rule, chamberIds),
    ...(rule.qualified ? thresholdProblems(rule.qualified, chamberIds) : []),
    ...(rule.quorum ? quorumProblems(rule.quorum, chamberIds) : []),
    ...tieProblems(rule),
    ...(rule.expires === null || isDate(rule.expires) ? [] : (['expires_invalid'] as const)),
  ]);
  return ruleProblemCodes.filter((code) => found.has(code));
}

const height: Record<Rung, number> = { acclamation: 0, consent: 0, qualified: 1, vote: 2 };

function ladderProblems({ ladder, qualified }: DecisionRule): RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (ladder.length === 0) problems.push('ladder_empty');
  if (new Set(ladder).size < ladder.length) problems.push('ladder_repeats');
  if (ladder.some((rung, i) => i > 0 && height[rung] < height[ladder[i - 1] ?? rung]))
    problems.push('ladder_order');
  if (ladder.includes('qualified') && !qualified) problems.push('qualified_missing');
  return problems;
}

function thresholdProblems(
  { majority, supportFrom, chambers }: Threshold,
  known: readonly string[],
): RuleProblem[] {
  const problems = majorityProblems(majority);
  const ids = chambers.map(({ id }) => id);
  if (ids.some((id) => !known.includes(id))) problems.push('chamber_unknown');
  if (new Set(ids).size < ids.length) problems.push('chamber_repeats');
  if (!isCount(supportFrom)) problems.push('support_invalid');
  if (supportFrom > known.length) problems.push('support_above_chambers');
  for (const chamber of chambers) {
    problems.push(...majorityProblems(chamber.majority));
    if (chamber.quorum) problems.push(...shareProblems(chamber.quorum));
  }
  return problems;
}

/** A majority of "at least nothing" would pass without a single yes. */
function majorityProblems(majority: Majority): RuleProblem[] {
  const problems = shareProblems(majority);
  return problems.length === 0 && !majority.strict && isShare(majority.atLeast, '0/1')
    ? ['share_of_nothing']
    : problems;
}

function shareProblems({ atLeast, strict }: Majority | ChamberQuorum): RuleProblem[] {
  if (!readShare(atLeast)) return ['share_invalid'];
  return strict && isShare(atLeast, '1/1') ? ['share_unreachable'] : [];
}

function quorumProblems(quorum: Quorum, known: readonly string[]): RuleProblem[] {
  const problems = shareProblems(quorum);
  const per = quorum.per ?? [];
  if (per.some((id) => !known.includes(id))) problems.push('chamber_unknown');
  if (new Set(per).size < per.length) problems.push('chamber_repeats');
  if (!stepsAreSound(quorum)) problems.push('quorum_step_invalid');
  return problems;
}

/** Waiting and reconvening take a positive time, and nothing comes after going on with those who are here. */
function stepsAreSound({ ifNot }: Quorum): boolean {
  const timed = ifNot.every((step) =>
    step.step === 'wait' ? isCount(step.hours, 1) : step.step === 'reconvene' ? isCount(step.days, 1) : true,
  );
  const proceedAt = ifNot.findIndex(({ step }) => step === 'proceed');
  return timed && (proceedAt === -1 || proceedAt === ifNot.length - 1);
}

function tieProblems({ tie }: DecisionRule): RuleProblem[] {
  return tie.kind === 'revote' && !isCount(tie.afterHours) ? ['tie_invalid'] : [];
}

function isShare(share: Share, other: Share): boolean {
  return compareShare(share, other) === 0;
}

function isCount(value: number, atLeast = 0): boolean {
  return Number.isSafeInteger(value) && value >= atLeast;
}

function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
