// A seat as it is being changed. Which roles may vote is the domain's; here only what the form starts from.
import { hasRight, roles, type Person, type Role } from '@mufakat/domain';

export interface SeatForm {
  partnerId: string;
  roles: Role[];
  votes: boolean;
}

/** Roles that somebody may be given at a seat; `screen` is a device, not a person. */
export const seatRoles: readonly Role[] = roles.filter((role) => role !== 'screen');

export function seatOf(person: Person | undefined): SeatForm {
  return {
    partnerId: person?.partnerId ?? '',
    roles: [...(person?.roles ?? ['participant'])],
    votes: person?.votes ?? false,
  };
}

/** A role more or less; a guest who gets another role is a guest no longer, and a vote goes with the roles that may have one. */
export function withRole(form: SeatForm, role: Role, on: boolean): SeatForm {
  const others = form.roles.filter((one) => one !== role);
  const kept = on && role !== 'guest' ? others.filter((one) => one !== 'guest') : others;
  const held = on ? [...kept, role] : kept;
  const may = hasRight(held, 'votePerson');
  const newlyMay = may && !hasRight(form.roles, 'votePerson');
  return {
    ...form,
    roles: held,
    votes: may && (form.votes || (newlyMay && (role === 'participant' || role === 'delegate'))),
  };
}

export function mayVote(form: SeatForm): boolean {
  return hasRight(form.roles, 'votePerson');
}
