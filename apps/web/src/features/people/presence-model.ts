// Who is here, counted for the people column: by unsur, and against the quorum of the meeting's rule. Counts follow the attendance
// list (signed and not left); who is connected at this moment is a mark in the list, no number.
import type { Meeting, Person } from '@mufakat/domain';
import { meetsShare, neededFor } from '@mufakat/tally';
import { sum, voicesOf } from './voices';

export interface UnitPresence {
  readonly id: string | null;
  readonly name: string | null;
  readonly here: number;
  /** Heads that were invited and have not come; 0 where more came than were invited. */
  readonly away: number;
}

export interface Presence {
  /** People who are here for a partner that was invited; the sum of the rows. */
  readonly here: number;
  readonly invited: number;
  /** Guests, and whoever comes for no partner. */
  readonly others: number;
  readonly units: readonly UnitPresence[];
  readonly quorum: { met: boolean; need: number; of: 'people' | 'partners' } | null;
}

/** On the floor now: signed in and not gone, in a role that counts as taking part or standing by. */
export function isHere(person: Person): boolean {
  return person.seat === 'held' && person.attendance === 'signed';
}

/** Came in by the open code and has no seat yet; a partner named at the door is only what they say. */
export function isGuest(person: Person): boolean {
  return person.roles.every((role) => role === 'guest');
}

export function presenceOf(meeting: Pick<Meeting, 'people' | 'plan'>): Presence {
  const people = meeting.people.values().filter(isHere);
  const { partners, chambers } = meeting.plan;
  const comesFor = (partnerIds: ReadonlySet<string>): number =>
    people.filter((one) => one.partnerId !== null && partnerIds.has(one.partnerId) && !isGuest(one)).length;
  const units = [...chambers, { id: null, name: null }].flatMap(({ id, name }): UnitPresence[] => {
    const own = partners.filter((one) => one.chamber === id);
    if (id === null && own.length === 0) return [];
    const here = comesFor(new Set(own.map((one) => one.id)));
    return [{ id, name, here, away: Math.max(0, sum(own.map((one) => one.heads)) - here) }];
  });
  const here = sum(units.map((unit) => unit.here));
  return {
    here,
    invited: sum(partners.map((partner) => partner.heads)),
    others: people.length - here,
    units,
    quorum: quorumOf(meeting),
  };
}

/** How the rule's quorum stands by the attendance list alone; an answer or a vote is counted by the poll itself. */
function quorumOf(meeting: Pick<Meeting, 'people' | 'plan'>): Presence['quorum'] {
  const { rule, electorate } = meeting.plan;
  if (!rule.quorum) return null;
  const { base, atLeast, strict } = rule.quorum;
  const have = voicesOf(meeting, electorate, 'attended');
  // Of those who are connected, or who came, everyone is there by signing.
  const of = voicesOf(meeting, electorate, base === 'present' ? 'attended' : base);
  return {
    met: meetsShare(have, of, atLeast, strict),
    need: neededFor(of, atLeast, strict),
    of: electorate === 'partner' ? 'partners' : 'people',
  };
}
