/** Who came: the list by partner, the counts by chamber, and which partners did not come. */
import type { AttendanceLine, PartnerAttendance } from '@mufakat/domain';
import { chamberName, isolated, personName, said, type Page } from './page';
import type { Block } from './sheet';

export function attendanceBlocks(page: Page): Block[] {
  const { came, invited, byPartner } = page.paper.facts.attendance;
  const { attendance: say } = page.say;
  const absent = byPartner.filter(({ people }) => people.length === 0);
  return [
    { kind: 'text', tone: 'plain', text: came === 0 ? say.nobody : say.sum(came, invited) },
    ...(page.paper.facts.chambers.length > 0 ? [byChamber(page)] : []),
    ...(came > 0 ? [list(page)] : []),
    ...(absent.length > 0 ? [missing(page, absent)] : []),
  ];
}

function byChamber(page: Page): Block {
  const { say } = page;
  const { columns, counts, chambers, of } = say.attendance;
  return {
    kind: 'table',
    caption: chambers,
    columns: [
      { label: columns.chamber, numeric: false },
      { label: counts.partners, numeric: true },
      { label: counts.people, numeric: true },
    ],
    rows: page.paper.facts.attendance.byChamber.map((one) => [
      chamberName(page, one.chamber),
      of(one.partnersCame, one.partners),
      of(one.came, one.invited),
    ]),
  };
}

function list(page: Page): Block {
  const { columns } = page.say.attendance;
  const { byPartner, others } = page.paper.facts.attendance;
  const lines = [
    ...byPartner.flatMap((partner) => partner.people.map((person) => ({ person, partner }))),
    ...others.map((person) => ({ person, partner: null })),
  ];
  return {
    kind: 'table',
    caption: null,
    columns: [
      { label: columns.no, numeric: true },
      { label: columns.name, numeric: false },
      { label: columns.partner, numeric: false },
      { label: columns.chamber, numeric: false },
      { label: columns.role, numeric: false },
      { label: columns.signed, numeric: true },
      { label: columns.left, numeric: true },
    ],
    rows: lines.map(({ person, partner }, index) => line(page, person, partner, index + 1)),
  };
}

function line(page: Page, person: AttendanceLine, partner: PartnerAttendance | null, no: number): string[] {
  const { say, times } = page;
  return [
    String(no),
    personName(page, person),
    partner ? isolated(said(page, partner.name)) : '–',
    partner ? chamberName(page, partner.chamber) : '–',
    person.roles.map((role) => say.roles[role]).join(', '),
    times.clock(person.signedAt),
    person.leftAt === null ? '' : times.clock(person.leftAt),
  ];
}

function missing(page: Page, absent: readonly PartnerAttendance[]): Block {
  const names = absent.map((one) => isolated(said(page, one.name)));
  return { kind: 'list', items: [{ lead: page.say.attendance.absent, text: names.join(', ') }] };
}
