/**
 * Polls in which the people of a partner set its vote ([B17] in SPEC.md): partners stand on the roll, and each of
 * their people who holds a vote casts a ballot of their own. How a partner's vote follows is packages/tally's.
 *
 * On the rungs where the room is asked the delegates answer as ever: an objection is a partner's word, not a number.
 */
import { partnerBallots, type Ballot, type Member } from '@mufakat/tally';
import type { StoredBallot } from '../context';
import type { Decision, Meeting, Poll } from '../meeting/state';
import type { Id } from '../ids';
import { isVoter } from '../people/views';
import type { PollOpened } from './events';

type Asked = Pick<Poll, 'roll' | 'people'>;

/** For the event that opens a poll: fixed like the roll, in the order in which people came. */
export function peopleOf(
  state: Meeting,
  decision: Decision,
  roll: PollOpened['roll'],
  leaving: readonly Id[],
): Pick<PollOpened, 'people'> {
  const { partnerVote: way, rung } = decision;
  if (!way || rung === 'acclamation' || rung === 'consent') return {};
  const partners = new Set(roll.map(({ key }) => key));
  const members = state.people.values().flatMap((person): Member[] => {
    const { id: key, partnerId: partner } = person;
    if (leaving.includes(key)) return [];
    return isVoter(person) && partner !== null && partners.has(partner) ? [{ key, partner }] : [];
  });
  return { people: { way, members } };
}

/** The key on the roll for which this one casts. */
export function rollKeysIn({ people }: Asked): (key: string) => string {
  if (!people) return (key) => key;
  const partnerOf = new Map(people.members.map(({ key, partner }) => [key, partner]));
  return (key) => partnerOf.get(key) ?? key;
}

/** Votes as the roll has cast them. */
export function votesOf({ roll, people }: Asked, ballots: readonly StoredBallot[]): Ballot[] {
  const votes = ballots.flatMap(({ voter, choice }) =>
    choice.kind === 'vote' ? [{ voter, choice: choice.vote }] : [],
  );
  return people ? partnerBallots(people.way, roll, people.members, votes) : votes;
}
