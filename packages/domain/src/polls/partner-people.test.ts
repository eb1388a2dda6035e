/** Votes of partners that their people set. */
import { describe, expect, test } from 'vitest';
import type { MeetingEvent } from '../meeting-events';
import type { PollOpened } from './events';
import {
  at,
  ballot,
  counting,
  decisionId,
  drafted,
  fold,
  frozen,
  given,
  hashBox,
  id,
  opened,
  partners,
  pollId,
  pollOpened,
  ruleWith,
  seated,
  who,
  type Entry,
} from '../testing';
import { decideBallot } from '../decide-ballot';
import { castersIn } from './casters-in';

const rule = ruleWith({ ladder: ['consent', 'vote'], quorum: null });
const voteOnly = ruleWith({ ladder: ['vote'] });
const second = id(720);
const { village, office } = partners;
/** Three of the village hold a vote. */
const villagers = [who.villageDelegate, who.participant, second];
const room: MeetingEvent[] = [
  ...opened(),
  seated('participant', { personId: second, partnerId: village.id }),
];
const members = [
  { key: who.officeDelegate, partner: office.id },
  { key: who.societyDelegate, partner: partners.society.id },
  { key: who.companyDelegate, partner: partners.company.id },
  ...villagers.map((key) => ({ key, partner: village.id })),
];
const open = { type: 'poll.open' as const, decisionId };
const people = (way: 'majority' | 'split'): Pick<PollOpened, 'people'> => ({ people: { way, members } });

function asked(way: 'majority' | 'split', weight = 1): Entry[] {
  const roll = counting.roll.map((one) => (one.key === village.id ? { ...one, weight } : one));
  const decision = drafted({ rule: voteOnly, electorate: 'partner', partnerVote: way });
  const poll = pollOpened({ rule: voteOnly, rung: 'vote', electorate: 'partner', roll, ...people(way) });
  return [...room, decision, frozen(), poll];
}

const draft = {
  type: 'decision.draft' as const,
  title: 'Jalan',
  itemId: null,
  rule: null,
  wording: null,
  electorate: 'partner' as const,
  partnerVote: 'split' as const,
};

test('[D1] people set the votes of partners only where partners have them', () => {
  expect(given(...room).when(draft).events).toMatchObject([{ electorate: 'partner', partnerVote: 'split' }]);
  given(...room)
    .when({ ...draft, electorate: 'person' })
    .thenRefused('rule_invalid');
  given(...room)
    .when({ ...draft, electorate: null })
    .thenRefused('rule_invalid');
});

describe('the people of partners', () => {
  const ready = (own = rule, way: 'majority' | 'split' = 'majority'): Entry[] => [
    ...room,
    drafted({ rule: own, electorate: 'partner', partnerVote: way }),
    frozen(),
  ];

  test('[B17] are fixed with the roll where a vote opens: those who hold a vote and come for a partner on it', () => {
    const [event] = given(...ready(voteOnly, 'split')).when(open).events;
    expect(event).toMatchObject({ roll: counting.roll, people: { way: 'split' } });
    const named = event?.type === 'poll.opened' ? event.people?.members : [];
    expect(named?.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
      members.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    );
  });

  test('[B17] do not answer where the room is asked: their delegates do', () => {
    const asking = given(...ready()).when(open);
    expect(asking.events[0]).not.toHaveProperty('people');
    const answer = { kind: 'consent' as const, answer: 'agree' as const, note: '', acceptableIf: '' };
    const cast = (by: string) =>
      decideBallot(
        asking.meeting,
        {
          ballotId: id(1),
          pollId: Object.keys(asking.meeting.polls)[0]!,
          choice: { ...answer, until: null, viaSecretary: false },
        },
        by,
      );
    expect(cast(who.villageDelegate)).toMatchObject({ ok: true, value: { voter: village.id } });
    expect(cast(who.participant)).toEqual({ ok: false, code: 'not_on_the_roll' });
  });

  test('[B17] are nobody where no partner has one with a vote', () => {
    const nobody = villagers
      .concat(who.officeDelegate, who.societyDelegate, who.companyDelegate)
      .map((personId): MeetingEvent => ({ type: 'person.removed', personId, blocked: false }));
    given(...ready(voteOnly), ...nobody)
      .when(open)
      .thenRefused('nobody_on_the_roll');
  });

  test('[B17] cast ballots of their own, and nobody seated later does', () => {
    const late = seated('participant', { personId: id(721), partnerId: village.id });
    const state = fold([...asked('majority'), late]);
    if (state.status !== 'planned') throw new Error('unplanned');
    const cast = (by: string) =>
      decideBallot(state, { ballotId: id(1), pollId, choice: { kind: 'vote', vote: 'yes' } }, by);
    expect(cast(second)).toMatchObject({ ok: true, value: { voter: second, castBy: second } });
    expect(cast(id(721))).toEqual({ ok: false, code: 'not_on_the_roll' });
    expect(cast(who.guest)).toEqual({ ok: false, code: 'not_on_the_roll' });
    expect(castersIn(state.polls[pollId]!)).toContainEqual({ key: second, chamber: village.chamber });
  });
});

describe('the count', () => {
  const close = { type: 'poll.close' as const, pollId };
  const said = (votes: Record<string, 'yes' | 'no'>) =>
    Object.entries(votes).map(([voter, vote]) => ballot(voter, vote));
  const closedWith = (entries: readonly Entry[], votes: Record<string, 'yes' | 'no'>) => {
    const gathered = { ballots: said(votes), hashBox, present: new Set([who.participant, who.guest]) };
    const [event] = given(...entries).when(close, { gathered, now: at(60) }).events;
    if (event?.type !== 'poll.closed') throw new Error('not closed');
    return event;
  };
  const [one, two, three] = villagers as [string, string, string];
  const votes = { [one]: 'yes', [two]: 'yes', [three]: 'no', [who.officeDelegate]: 'no' } as const;

  test('[B17] counts each partner once, as the majority of its people says', () => {
    const event = closedWith(asked('majority'), votes);
    expect(event).toMatchObject({
      turnout: 4,
      tally: { counts: { yes: 1, no: 1, ballots: 2 }, outcome: 'fails', reasons: [{ code: 'tied' }] },
    });
    const chamber = event.tally.byChamber.find((part) => part.chamber === village.chamber);
    expect(chamber?.counts).toMatchObject({ yes: 1, no: 0 });
  });

  test('[B17] or splits its weight in proportion', () => {
    const event = closedWith(asked('split', 6), votes);
    expect(event.tally).toMatchObject({ counts: { yes: 4, no: 3, ballots: 7 }, passes: true });
  });

  test('[B17][B9] bases are counted in partners: here is a partner one of whose people is, or has cast', () => {
    const { electorate } = closedWith(asked('majority'), { [one]: 'yes', [who.officeDelegate]: 'no' });
    expect(electorate.present.reduce((sum, { weight }) => sum + weight, 0)).toBe(2);
    expect(closedWith(asked('majority'), {}).electorate.present).toEqual([
      { chamber: village.chamber, weight: 1 },
    ]);
  });

  test('[B10] ballots are published with the names of who cast them', () => {
    expect(closedWith(asked('split', 6), { [one]: 'yes' }).boxHash).toContain(`"voter":"${one}"`);
  });
});
