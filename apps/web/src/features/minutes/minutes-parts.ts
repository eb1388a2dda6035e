// The parts of the minutes in their order with what each is called, and who is missing on the attendance list; pure.
import type { Minutes, MinutesItem, MinutesPart, PartnerAttendance } from '@mufakat/domain';

export interface PartName {
  readonly part: MinutesPart;
  readonly title: string;
}

/** "2 Our goal": the item with its place in the agenda; a break has none. */
export function itemTitle({ number, title }: Pick<MinutesItem, 'number' | 'title'>): string {
  return number === null ? title : `${number} ${title}`;
}

/** What comes before the items, each item, what comes after: as packages/domain lists them. */
export function partNames(
  { items }: Pick<Minutes, 'items'>,
  names: Readonly<Record<'opening' | 'closing', string>>,
): PartName[] {
  return [
    { part: 'opening', title: names.opening },
    ...items.map((item) => ({ part: item.id, title: itemTitle(item) })),
    { part: 'closing', title: names.closing },
  ];
}

/** Partners that were invited and sent nobody. */
export function partnersAbsent({ attendance }: Pick<Minutes, 'attendance'>): PartnerAttendance[] {
  return attendance.byPartner.filter(({ people }) => people.length === 0);
}
