/**
 * A majority of one base, for the whole or for one chamber, and the name that the rule goes by.
 *
 * The base of votes cast holds abstentions and invalid ballots: an illegal ballot by someone entitled
 * counts, a blank is no vote (RONR §45). Nobody votes without being here, so the bases of presence and
 * attendance, which are taken at the close, are never smaller than the ballots in them.
 */
import type { Numbers } from './casters';
import { compareShare, meetsShare, neededFor } from './fraction';
import type { MajorityCheck, Variant, VoteCounts } from './result';
import type { Majority, MajorityBase, Threshold } from './rule';

export function majorityCheck(rule: Majority, counts: VoteCounts, numbers: Numbers): MajorityCheck {
  const { base, atLeast, strict } = rule;
  const of = majorityBaseOf(base, counts, numbers);
  const need = neededFor(of, atLeast, strict);
  return {
    base,
    atLeast,
    strict,
    of,
    yes: counts.yes,
    need,
    passed: meetsShare(counts.yes, of, atLeast, strict),
  };
}

function majorityBaseOf(base: MajorityBase, counts: VoteCounts, numbers: Numbers): number {
  const { yes, no, abstain, invalid, ballots } = counts;
  switch (base) {
    case 'yes+no':
      return yes + no;
    case 'cast':
      return yes + no + abstain + invalid;
    case 'present':
    case 'attended':
      return Math.max(numbers[base] - numbers.away[base], ballots);
    case 'roll':
      return numbers.roll - numbers.away.roll;
    default:
      return assertNever(base);
  }
}

/** For a quorum: who cast a ballot of any kind, and who is here but stays out for a conflict. */
export function tookPartIn({ ballots, left }: VoteCounts, { away }: Numbers): number {
  return ballots + Math.max(left, away.present, away.attended);
}

export function variantOf({ majority, chambers }: Threshold): Variant {
  const { atLeast, strict, base } = majority;
  if (chambers.length > 0) return 'double-majority';
  if (compareShare(atLeast, '1/1') === 0) return 'unanimity';
  if (compareShare(atLeast, '2/3') === 0 && !strict) return 'two-thirds';
  return compareShare(atLeast, '1/2') === 0 && strict ? halfVariants[base] : 'share';
}

const halfVariants: Record<MajorityBase, Variant> = {
  'yes+no': 'simple-majority',
  cast: 'more-than-half-of-cast',
  present: 'more-than-half-of-present',
  attended: 'more-than-half-of-attended',
  roll: 'absolute-majority',
};

export function assertNever(value: never): never {
  throw new TypeError(`not a case that is known: ${JSON.stringify(value)}`);
}
