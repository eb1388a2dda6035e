/**
 * [V4] What whoever waits to be let in is shown: no event at all, only where they wait, whether it has begun, and how
 * they gave their name. Nothing of other people, of the agenda, of goals, and no link to the call.
 */
import type { Id } from '../ids';
import type { Meeting, Phase } from '../meeting/state';
import { textOf } from '../words';

export interface WaitingView {
  title: string;
  coalition: string;
  /** Server time, milliseconds. */
  startsAt: number;
  timeZone: string;
  place: string;
  phase: Phase['status'];
  name: string;
  address: string;
  /** For whom they say that they come. */
  partner: { name: string; mark: string } | null;
}

/** Null for anyone who does not wait. */
export function waitingView(state: Meeting, personId: Id): WaitingView | null {
  const person = state.people.get(personId);
  if (person?.seat !== 'waiting') return null;
  const { plan, phase } = state;
  const partner = plan.partners.find((one) => one.id === person.partnerId);
  return {
    title: plan.title,
    coalition: textOf(plan.coalitionName) ?? '',
    startsAt: plan.startsAt,
    timeZone: plan.timeZone,
    place: plan.place,
    phase: phase.status,
    name: textOf(person.name) ?? '',
    address: textOf(person.address) ?? '',
    partner: partner ? { name: textOf(partner.name) ?? partner.mark, mark: partner.mark } : null,
  };
}
