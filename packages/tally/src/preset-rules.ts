/**
 * The templates' default rules (practice.md §3d), as builders over the ids of the coalition's chambers.
 * A builder's rule has no problems for any list of chambers, also an empty one; what a template cannot
 * know (the date on which an emergency decision lapses) the meeting sets.
 *
 * Not here: rules for ratification by partner and for ranking, which are other methods.
 */
import type { DecisionRule, Majority, Quorum, QuorumStep, Threshold } from './rule';

export type PresetName = 'founding' | 'working' | 'priorities' | 'change' | 'emergency';

export const presetRules: Record<PresetName, (chamberIds: readonly string[]) => DecisionRule> = {
  founding: (chambers) => ({ ...wholeAndEach(chambers), tie: { kind: 'revote', afterHours: 24 } }),
  working: (chambers) => ({
    ...base(moreThanHalf('attended'), chambers),
    quorum: quorum('1/2', true, [waitThreeHours]),
    tie: { kind: 'revote', afterHours: 24 },
  }),
  priorities: () => ({
    ...base(moreThanHalf('attended'), []),
    quorum: quorum('2/3', false, [waitThreeHours, withinThreeDays, { step: 'proceed' }]),
    tie: { kind: 'lot' },
  }),
  change: (chambers) => ({ ...wholeAndEach(chambers), tie: { kind: 'fails' } }),
  emergency: (chambers) => ({
    ...base(moreThanHalf('present'), chambers),
    quorum: quorum('1/2', false, []),
    tie: { kind: 'chair' },
  }),
};

const waitThreeHours: QuorumStep = { step: 'wait', hours: 3 };
const withinThreeDays: QuorumStep = { step: 'reconvene', days: 3 };

function moreThanHalf(of: Majority['base']): Majority {
  return { base: of, atLeast: '1/2', strict: true };
}

function quorum(atLeast: string, strict: boolean, ifNot: QuorumStep[]): Quorum {
  return { base: 'invited', atLeast, strict, ifNot };
}

/** Consent, then a vote; not from one chamber alone where there are two. */
function base(majority: Majority, chambers: readonly string[]): DecisionRule {
  return {
    ladder: ['consent', 'vote'],
    quorum: null,
    majority,
    supportFrom: Math.min(2, chambers.length),
    chambers: [],
    qualified: null,
    consent: { silence: 'does-not-count' },
    emptyChamber: 'blocks',
    tie: { kind: 'fails' },
    conflicted: 'stay',
    expires: null,
  };
}

/** Two thirds of those present and a majority in each chamber, of which someone must have come. */
function wholeAndEach(chambers: readonly string[]): DecisionRule {
  const threshold: Threshold = {
    majority: { base: 'present', atLeast: '2/3', strict: false },
    supportFrom: 0,
    chambers: chambers.map((id) => ({
      id,
      quorum: { base: 'invited', atLeast: '0/1', strict: true },
      majority: moreThanHalf('present'),
    })),
  };
  return {
    ...base(threshold.majority, []),
    ...threshold,
    ladder: ['consent', 'qualified'],
    qualified: structuredCopy(threshold),
    quorum: quorum('2/3', false, [waitThreeHours, withinThreeDays]),
  };
}

/** The two thresholds of a rule are equal, and a change of one must not reach the other. */
function structuredCopy(threshold: Threshold): Threshold {
  return {
    ...threshold,
    majority: { ...threshold.majority },
    chambers: threshold.chambers.map((chamber) => ({ ...chamber })),
  };
}
