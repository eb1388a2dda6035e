/** Folds a coalition's events into its state. Pure; the same on server and client. */
import type { Id } from '../ids';
import { assertNever } from '../result';
import type { CoalitionEvent, Partner } from './events';

export type CoalitionState =
  | { status: 'unfounded' }
  | ({
      status: 'founded';
      partners: Record<Id, Partner>;
      secretariat: Id | null;
      retentionMonths: number | null;
    } & Omit<
      Extract<CoalitionEvent, { type: 'coalition.founded' }>,
      'type' | 'partners'
    >);

export type FoundedCoalition = Extract<CoalitionState, { status: 'founded' }>;

export const unfounded: CoalitionState = { status: 'unfounded' };

export function evolveCoalition(state: CoalitionState, event: CoalitionEvent): CoalitionState {
  switch (event.type) {
    case 'coalition.founded': {
      const { type: _, partners, ...rest } = event;
      return {
        status: 'founded',
        ...rest,
        secretariat: null,
        retentionMonths: null,
        partners: Object.fromEntries(partners.map((partner) => [partner.id, partner])),
      };
    }
    case 'coalition.changed': {
      if (state.status === 'unfounded') return state;
      const { type: _, ...rest } = event;
      return { ...state, ...rest };
    }
    case 'partner.removed':
      return state.status === 'unfounded' ? state : without(state, event.partnerId);
    case 'partner.added':
    case 'partner.changed':
      if (state.status === 'unfounded') return state;
      return { ...state, partners: { ...state.partners, [event.partner.id]: event.partner } };
    default:
      return assertNever(event);
  }
}

/** A partner that is gone is no secretariat either. */
function without(state: FoundedCoalition, partnerId: Id): FoundedCoalition {
  const { [partnerId]: _, ...partners } = state.partners;
  return { ...state, partners, secretariat: state.secretariat === partnerId ? null : state.secretariat };
}
