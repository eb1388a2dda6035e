// A partner's mark and its unsur's shape, from what the meeting copied of the coalition.
import { textOf, type InvitedPartner, type Meeting, type Person } from '@mufakat/domain';
import type { Mark, PartnerColour, Shape } from '../../ui/partner';

export function partnerOf(meeting: Pick<Meeting, 'plan'>, id: string | null): InvitedPartner | undefined {
  return meeting.plan.partners.find((partner) => partner.id === id);
}

export function markOf(
  meeting: Pick<Meeting, 'plan'>,
  partner: InvitedPartner | undefined,
): Mark | undefined {
  if (!partner) return undefined;
  return {
    letters: partner.mark,
    colour: colourOf(partner.colour),
    shape: shapeOf(meeting, partner.chamber),
  };
}

export function shapeOf(meeting: Pick<Meeting, 'plan'>, chamberId: string | null): Shape {
  return meeting.plan.chambers.find((chamber) => chamber.id === chamberId)?.shape ?? 'circle';
}

function colourOf(colour: number): PartnerColour {
  return Math.min(8, Math.max(1, Math.round(colour))) as PartnerColour;
}

/** "Ibu Siti Aminah", as the person wants to be called; null where the name was erased. */
export function calledName(person: Person | undefined): string | null {
  const name = person ? textOf(person.name) : null;
  if (!person || name === null) return null;
  return [textOf(person.address) ?? '', name].join(' ').trim();
}
