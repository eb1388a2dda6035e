/**
 * A tie: as many yes as no, where more than half is asked for and missed. A tied motion fails, unless the
 * rule gives the chair a casting vote, draws a lot, or takes the vote anew, and nothing else is missing.
 *
 * A casting vote or a lot is one more yes at the most: where that would not be more than half either
 * (18 to 18 with 5 abstaining, of 41 present), there is nothing for the chair to decide. A vote is taken
 * anew once; a second tie fails.
 *
 * Chair and lot speak after the count: break-tie.ts.
 */
import { compareShare, meetsShare } from './fraction';
import { assertNever } from './majority';
import type { MajorityCheck, TieResult, VoteCounts } from './result';
import type { Tie } from './rule';

export type TieInput = {
  input: { rule: { tie: Tie }; casting?: 'yes' | 'no'; again?: boolean };
  majority: MajorityCheck;
  counts: VoteCounts;
  /** Nothing else stands in the way. */
  otherwise: boolean;
};

/** Null where there is no tie. */
export function resolveTie(tied: TieInput): TieResult | null {
  const { counts, majority, input } = tied;
  const half = compareShare(majority.atLeast, '1/2') === 0 && majority.strict;
  if (counts.yes !== counts.no || counts.yes === 0 || !half) return null;
  return { rule: input.rule.tie, state: tied.otherwise ? stateOf(tied) : 'fails' };
}

function stateOf({ input, majority }: TieInput): TieResult['state'] {
  const { tie } = input.rule;
  switch (tie.kind) {
    case 'fails':
      return 'fails';
    case 'chair':
      if (!oneMoreDecides(majority)) return 'fails';
      return input.casting ? `chair-${input.casting}` : 'awaits-chair';
    case 'lot':
      if (!oneMoreDecides(majority)) return 'fails';
      return input.casting ? `lot-${input.casting}` : 'awaits-lot';
    case 'revote':
      return input.again ? 'fails' : 'awaits-revote';
    default:
      return assertNever(tie);
  }
}

/** The chair may have voted already: the casting vote is one more, also in the base of votes. */
function oneMoreDecides({ base, of, yes, atLeast, strict }: MajorityCheck): boolean {
  const more = base === 'yes+no' || base === 'cast' ? 1 : 0;
  return meetsShare(yes + 1, of + more, atLeast, strict);
}
