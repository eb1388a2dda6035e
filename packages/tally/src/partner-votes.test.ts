/** Votes of partners that follow from those of their people. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partnerBallots, remainderOrder, type Member, type PartnerVote } from './partner-votes';
import type { Ballot, Choice } from './result';
import { electorateOf, majority, ruleOf } from './testing';
import { tallyVote } from './tally-vote';

type Said = Partial<Record<Choice, number>>;

/** One partner of this weight, whose people cast so. */
function one(way: PartnerVote, said: Said, weight = 1): Ballot[] {
  const cast = remainderOrder.flatMap((choice) => Array.from({ length: said[choice] ?? 0 }, () => choice));
  const members = cast.map((_, i) => ({ key: `m${i}`, partner: 'p' }));
  const ballots = cast.map((choice, i) => ({ voter: `m${i}`, choice }));
  return partnerBallots(way, [{ key: 'p', chamber: 'a', weight }], members, ballots);
}

describe('the majority of its people sets it', () => {
  test.each<[string, Said, Choice]>([
    ['one more for than against', { yes: 2, no: 1 }, 'yes'],
    ['one more against', { yes: 1, no: 2, abstain: 9 }, 'no'],
    ['a tie is an abstention', { yes: 2, no: 2 }, 'abstain'],
    ['a single yes among abstentions', { yes: 1, abstain: 5, blank: 2 }, 'yes'],
    ['all abstain', { abstain: 3 }, 'abstain'],
    ['all blank', { blank: 3 }, 'blank'],
    ['all invalid', { invalid: 3 }, 'invalid'],
    ['blank and invalid', { blank: 1, invalid: 1 }, 'abstain'],
  ])('[T24] %s', (_, said, choice) => {
    expect(one('majority', said)).toEqual([{ voter: 'p', choice }]);
  });

  test('[T24] nobody casts: nothing is cast', () => {
    expect(one('majority', {})).toEqual([]);
    expect(one('split', {})).toEqual([]);
  });
});

describe('split in proportion', () => {
  test.each<[string, Said, number, Said]>([
    ['evenly', { yes: 2, no: 1 }, 6, { yes: 4, no: 2 }],
    ['the largest remainder is rounded up', { yes: 2, no: 1 }, 4, { yes: 3, no: 1 }],
    [
      'three thirds of ten: no, by the published order',
      { yes: 1, no: 1, abstain: 1 },
      10,
      { no: 4, abstain: 3, yes: 3 },
    ],
    ['two over of eleven: no and abstain', { yes: 1, no: 1, abstain: 1 }, 11, { no: 4, abstain: 4, yes: 3 }],
    ['a weight of 1 goes to most', { yes: 3, no: 2 }, 1, { yes: 1 }],
    ['a weight of 1 of two halves is a no', { yes: 1, no: 1 }, 1, { no: 1 }],
    ['blanks have their part', { yes: 1, blank: 1 }, 4, { yes: 2, blank: 2 }],
  ])('[T25] %s', (_, said, weight, parts) => {
    expect(one('split', said, weight)).toEqual(
      remainderOrder.flatMap((choice) => {
        const count = parts[choice];
        return count ? [{ choice, chamber: 'a', weight: 1, count }] : [];
      }),
    );
  });
});

const anyChoice = fc.constantFrom(...remainderOrder);
const anyRoom = fc
  .array(
    fc.record({ weight: fc.integer({ min: 1, max: 60 }), people: fc.array(anyChoice, { maxLength: 12 }) }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((partners) => ({
    roll: partners.map(({ weight }, p) => ({ key: `p${p}`, chamber: p % 2 === 0 ? 'a' : null, weight })),
    members: partners.flatMap(({ people }, p) =>
      people.map((_, i): Member => ({ key: `p${p}m${i}`, partner: `p${p}` })),
    ),
    ballots: partners.flatMap(({ people }, p) =>
      people.map((choice, i) => ({ voter: `p${p}m${i}`, choice })),
    ),
    partners,
  }));
const anyWay = fc.constantFrom<PartnerVote>('majority', 'split');
const runs = { numRuns: 2000 };

describe('in any room', () => {
  test('[T25] what a partner casts sums up to its weight, exactly when one of its people casts', () => {
    fc.assert(
      fc.property(anyRoom, ({ roll, members, ballots, partners }) => {
        for (const [p, { people, weight }] of partners.entries()) {
          const own = roll.slice(p, p + 1);
          const ours = <T extends { key?: string; voter?: string }>(all: T[]): T[] =>
            all.filter(({ key, voter }) => (key ?? voter ?? '').startsWith(`p${p}m`));
          const parts = partnerBallots('split', own, ours(members), ours(ballots));
          const sum = parts.reduce((total, part) => total + ('count' in part ? part.count : 0), 0);
          expect(sum).toBe(people.length === 0 ? 0 : weight);
        }
      }),
      runs,
    );
  });

  test('[T25] no part is a whole unit away from its exact share', () => {
    fc.assert(
      fc.property(
        fc.array(anyChoice, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 99 }),
        (cast, weight) => {
          const said = Object.fromEntries(
            remainderOrder.map((c) => [c, cast.filter((one_) => one_ === c).length]),
          );
          for (const choice of remainderOrder) {
            const part = one('split', said, weight).find((ballot) => ballot.choice === choice);
            const count = part && 'count' in part ? part.count : 0;
            expect(Math.abs(count * cast.length - weight * (said[choice] ?? 0))).toBeLessThan(cast.length);
          }
        },
      ),
      runs,
    );
  });

  test('[T12] neither the order of ballots nor of people nor of partners changes the result', () => {
    const rule = ruleOf(majority('cast'));
    fc.assert(
      fc.property(anyRoom, anyWay, ({ roll, members, ballots }, way) => {
        const tally = (turn: boolean) => {
          const [r, m, b] = turn
            ? [roll.toReversed(), members.toReversed(), ballots.toReversed()]
            : [roll, members, ballots];
          return tallyVote({
            rule,
            rung: 'vote',
            ballots: partnerBallots(way, r, m, b),
            electorate: electorateOf(r),
          });
        };
        expect(tally(true)).toEqual(tally(false));
      }),
      runs,
    );
  });

  test('[T24] [T25] people who all say the same give their partner’s whole vote to it', () => {
    fc.assert(
      fc.property(
        anyChoice,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 60 }),
        (choice, n, weight) => {
          expect(one('majority', { [choice]: n }, weight)).toEqual([{ voter: 'p', choice }]);
          expect(one('split', { [choice]: n }, weight)).toEqual([
            { choice, chamber: 'a', weight: 1, count: weight },
          ]);
        },
      ),
    );
  });
});

test('[T19] a ballot of nobody, two of one, a member twice, one of no partner', () => {
  const roll = [{ key: 'p', chamber: null, weight: 1 }];
  const m = { key: 'm', partner: 'p' };
  const yes = { voter: 'm', choice: 'yes' as const };
  expect(() => partnerBallots('majority', roll, [m], [{ ...yes, voter: 'x' }])).toThrow('not a member');
  expect(() => partnerBallots('split', roll, [m], [yes, yes])).toThrow('two ballots');
  expect(() => partnerBallots('split', roll, [m, m], [yes])).toThrow('named twice');
  expect(() => partnerBallots('split', roll, [{ ...m, partner: 'q' }], [])).toThrow('no partner');
});
