/**
 * A partner's vote where its people cast the ballots: the majority of them sets it, or it is split in proportion.
 * Both come to ballots of the roll, on which partners stand, and are then counted like any others.
 *
 * - `majority`: more of its people for than against is a yes, more against a no, as many an abstention. Where they
 *   were all blank, or all invalid, it is that.
 * - `split`: the partner's weight is split over everything that its people cast, in whole numbers by largest remainder
 *   (Hamilton). Of equal remainders the first in `remainderOrder` goes before: when in doubt a motion gains nothing.
 *
 * A partner of which nobody casts has cast nothing. Each of its people weighs 1.
 */
import type { Voter } from './electorate';
import type { Ballot, Choice } from './result';

/** How a partner's vote follows from those of its people. */
export type PartnerVote = 'majority' | 'split';

/** Someone who casts a ballot of their own towards the vote of a partner on the roll. */
export type Member = { key: string; partner: string };

/** Published: it decides which of equal remainders is rounded up. */
export const remainderOrder: readonly Choice[] = ['no', 'abstain', 'yes', 'blank', 'invalid'];

type Cast = { voter: string; choice: Choice };

/** Throws RangeError on a ballot of no member, two of one, a member named twice, and one of no partner on the roll. */
export function partnerBallots(
  way: PartnerVote,
  roll: readonly Voter[],
  members: readonly Member[],
  ballots: readonly Cast[],
): Ballot[] {
  const cast = castByPartner(roll, members, ballots);
  return roll.flatMap((partner): Ballot[] => {
    const counts = cast.get(partner.key);
    if (!counts) return [];
    return way === 'majority'
      ? [{ voter: partner.key, choice: majorityOf(counts) }]
      : splitOf(partner, counts);
  });
}

type Counts = Readonly<Record<Choice, number>>;
const none: Counts = { yes: 0, no: 0, abstain: 0, blank: 0, invalid: 0 };

function castByPartner(
  roll: readonly Voter[],
  members: readonly Member[],
  ballots: readonly Cast[],
): Map<string, Counts> {
  const partners = new Set(roll.map(({ key }) => key));
  const partnerOf = new Map(members.map(({ key, partner }) => [key, partner]));
  if (partnerOf.size < members.length) throw new RangeError('a member is named twice');
  if (members.some(({ partner }) => !partners.has(partner))) throw new RangeError('a member of no partner');
  if (new Set(ballots.map(({ voter }) => voter)).size < ballots.length)
    throw new RangeError('two ballots of one member');
  const cast = new Map<string, Counts>();
  for (const { voter, choice } of ballots) {
    const partner = partnerOf.get(voter);
    if (partner === undefined) throw new RangeError(`not a member: ${voter}`);
    const counts = cast.get(partner) ?? none;
    cast.set(partner, { ...counts, [choice]: counts[choice] + 1 });
  }
  return cast;
}

function majorityOf({ yes, no, abstain, blank, invalid }: Counts): Choice {
  if (yes !== no) return yes > no ? 'yes' : 'no';
  if (yes > 0 || abstain > 0) return 'abstain';
  if (invalid === 0) return 'blank';
  return blank === 0 ? 'invalid' : 'abstain';
}

/** Whole parts first; the units left go to the largest remainders. */
function splitOf({ chamber, weight }: Voter, counts: Counts): Ballot[] {
  const of = remainderOrder.reduce((sum, choice) => sum + counts[choice], 0);
  const parts = remainderOrder.map((choice) => {
    const product = BigInt(weight) * BigInt(counts[choice]);
    return { choice, whole: Number(product / BigInt(of)), rest: Number(product % BigInt(of)) };
  });
  const left = parts.reduce((sum, { whole }) => sum - whole, weight);
  // Sorting keeps the published order among equals.
  const luckier = new Set(
    parts
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, left)
      .map(({ choice }) => choice),
  );
  return parts.flatMap(({ choice, whole }) => {
    const count = whole + (luckier.has(choice) ? 1 : 0);
    return count > 0 ? [{ choice, chamber, weight: 1, count }] : [];
  });
}
