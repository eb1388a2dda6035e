// How many voices there are by each base of a rule, before anything is asked: counted as packages/domain counts them when a poll
// closes, for rules that are said in words and for the quorum that is shown beforehand.
import { attended, hasRight, isVoter, type Meeting, type Person } from '@mufakat/domain';

export type KnownBase = 'invited' | 'roll' | 'attended';

/** Of persons one each, of partners their weight. */
export function voicesOf(meeting: Meeting, electorate: 'person' | 'partner', base: KnownBase): number {
  const { partners } = meeting.plan;
  const people = meeting.people.values();
  if (electorate === 'person') {
    if (base === 'invited') return sum(partners.map((one) => one.heads));
    return people.filter((one) => isVoter(one) && (base === 'roll' || attended(one))).length;
  }
  const speaks = ({ id }: { id: string }): boolean =>
    people.some((one) => one.partnerId === id && isDelegate(one) && attended(one));
  return sum((base === 'attended' ? partners.filter(speaks) : partners).map((one) => one.weight));
}

function isDelegate(person: Person): boolean {
  return person.seat === 'held' && hasRight(person.roles, 'votePartner');
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
