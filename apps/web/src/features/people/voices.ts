// How many voices there are by each base of a rule, before anything is asked: counted as packages/domain counts them when a poll
// closes, for rules that are said in words and for the quorum that is shown beforehand.
import { attended, hasRight, isVoter, type Meeting, type Person } from '@mufakat/domain';

export type KnownBase = 'invited' | 'roll' | 'attended';

/** Of persons one each, of partners their weight. */
export function voicesOf(
  meeting: Pick<Meeting, 'people' | 'plan'>,
  electorate: 'person' | 'partner',
  base: KnownBase,
): number {
  const { partners } = meeting.plan;
  const people = meeting.people.values();
  if (electorate === 'person') {
    if (base === 'invited') return sum(partners.map((one) => one.heads));
    return people.filter((one) => isVoter(one) && (base === 'roll' || attended(one))).length;
  }
  const spokenFor = new Set(
    people.filter((one) => isDelegate(one) && attended(one)).map(({ partnerId }) => partnerId),
  );
  const counted = base === 'attended' ? partners.filter(({ id }) => spokenFor.has(id)) : partners;
  return sum(counted.map((one) => one.weight));
}

function isDelegate(person: Person): boolean {
  return person.seat === 'held' && hasRight(person.roles, 'votePartner');
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
