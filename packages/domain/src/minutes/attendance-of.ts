/** The attendance list of the minutes: by partner, by chamber, and who came for nobody. */
import type { Id } from '../ids';
import type { Meeting, Person } from '../meeting/state';
import { attended } from '../people/views';
import type {
  AttendanceLine,
  ChamberAttendance,
  MinutesAttendance,
  NamedPerson,
  PartnerAttendance,
} from './facts';

export function attendanceOf(state: Meeting): MinutesAttendance {
  const { partners, chambers } = state.plan;
  const lines = state.people.values().filter(attended).sort(bySigning);
  const byPartner = partners.map(({ id, name, mark, chamber, heads }): PartnerAttendance => {
    const people = lines.filter(({ partnerId }) => partnerId === id).map(lineOf);
    return { partnerId: id, name, mark, chamber, invited: heads, people };
  });
  const ids: (Id | null)[] = chambers.map(({ id }) => id);
  if (partners.some(({ chamber }) => chamber === null)) ids.push(null);
  return {
    invited: sum(partners.map(({ heads }) => heads)),
    came: lines.length,
    byChamber: ids.map((chamber) => chamberOf(chamber, byPartner)),
    byPartner,
    others: lines.filter(({ partnerId }) => partnerId === null).map(lineOf),
  };
}

/** Someone who is not among the meeting's people stands as erased. */
export function named({ people }: Meeting, personId: Id): NamedPerson {
  const person = people.get(personId);
  const unknown = { id: personId, erased: true } as const;
  return { personId, name: person?.name ?? unknown, address: person?.address ?? unknown };
}

function lineOf({ id, name, address, roles, votes, signedAt, leftAt, attendance }: Person): AttendanceLine {
  const gone = attendance === 'left' ? leftAt : null;
  return { personId: id, name, address, roles, votes, signedAt: signedAt ?? 0, leftAt: gone };
}

function chamberOf(chamber: Id | null, byPartner: readonly PartnerAttendance[]): ChamberAttendance {
  const own = byPartner.filter((one) => one.chamber === chamber);
  return {
    chamber,
    partners: own.length,
    partnersCame: own.filter(({ people }) => people.length > 0).length,
    invited: sum(own.map(({ invited }) => invited)),
    came: sum(own.map(({ people }) => people.length)),
  };
}

function bySigning(a: Person, b: Person): number {
  return (a.signedAt ?? 0) - (b.signedAt ?? 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
