// Who is here, counted for the people column: by unsur, and against the quorum of the meeting's rule. Counts follow the attendance
// list (signed and not left); who is connected at this moment is a mark in the list, no number.
import { attended, isVoter, type Meeting, type Person } from '@mufakat/domain';
import { meetsShare, neededFor } from '@mufakat/tally';

export interface UnitPresence {
  readonly id: string | null;
  readonly name: string | null;
  readonly here: number;
  /** Heads that were invited and have not come; 0 where more came than were invited. */
  readonly away: number;
}

export interface Presence {
  readonly here: number;
  readonly invited: number;
  readonly units: readonly UnitPresence[];
  readonly quorum: { met: boolean; need: number; of: 'people' | 'partners' } | null;
}

/** On the floor now: signed in and not gone, in a role that counts as taking part or standing by. */
export function isHere(person: Person): boolean {
  return person.seat === 'held' && person.attendance === 'signed';
}

export function presenceOf(meeting: Meeting): Presence {
  const people = Object.values(meeting.people).filter(isHere);
  const { partners, chambers } = meeting.plan;
  const chamberOfPartner = new Map(partners.map((partner) => [partner.id, partner.chamber]));
  const units = chambers.map(({ id, name }) => {
    const here = people.filter((one) => one.partnerId && chamberOfPartner.get(one.partnerId) === id).length;
    const invited = sum(partners.filter((one) => one.chamber === id).map((one) => one.heads));
    return { id, name, here, away: Math.max(0, invited - here) };
  });
  return {
    here: people.length,
    invited: sum(partners.map((partner) => partner.heads)),
    units,
    quorum: quorumOf(meeting),
  };
}

/** How the rule's quorum stands by the attendance list alone; an answer or a vote is counted by the poll itself. */
function quorumOf(meeting: Meeting): Presence['quorum'] {
  const { rule, electorate, partners } = meeting.plan;
  if (!rule.quorum) return null;
  const { base, atLeast, strict } = rule.quorum;
  const came = Object.values(meeting.people).filter((person) => person.seat === 'held' && attended(person));
  const byPartner = electorate === 'partner';
  const have = byPartner
    ? sum(partners.filter((one) => came.some((who) => who.partnerId === one.id)).map((one) => one.weight))
    : came.filter(isVoter).length;
  const of = byPartner
    ? sum(partners.map((one) => one.weight))
    : base === 'invited'
      ? sum(partners.map((one) => one.heads))
      : Object.values(meeting.people).filter(isVoter).length;
  return {
    met: meetsShare(have, of, atLeast, strict),
    need: neededFor(of, atLeast, strict),
    of: byPartner ? 'partners' : 'people',
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
