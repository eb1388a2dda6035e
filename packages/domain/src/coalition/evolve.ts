/** Folds a coalition's events into its state. Pure; the same on server and client. */
import type { Id } from '../ids';
import { assertNever } from '../result';
import type { CoalitionEvent, Partner } from './events';

export type CoalitionState =
  | { status: 'unfounded' }
  | ({
      status: 'founded';
      partners: Record<Id, Partner>;
      /** Ids of the names that partners had before, by partner. */
      formerNames: Record<Id, readonly Id[]>;
      secretariat: Id | null;
      retentionMonths: number | null;
    } & Omit<Extract<CoalitionEvent, { type: 'coalition.founded' }>, 'type' | 'partners'>);

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
        formerNames: {},
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
      return state.status === 'unfounded' ? state : put(state, event.partner);
    default:
      return assertNever(event);
  }
}

function put(state: FoundedCoalition, partner: Partner): FoundedCoalition {
  const partners = { ...state.partners, [partner.id]: partner };
  const before = state.partners[partner.id]?.name.id;
  if (before === undefined || before === partner.name.id) return { ...state, partners };
  const names = [...(state.formerNames[partner.id] ?? []), before];
  return { ...state, partners, formerNames: { ...state.formerNames, [partner.id]: names } };
}

/** A partner that is gone is no secretariat either. */
function without(state: FoundedCoalition, partnerId: Id): FoundedCoalition {
  const { [partnerId]: _, ...partners } = state.partners;
  const { [partnerId]: __, ...formerNames } = state.formerNames;
  const secretariat = state.secretariat === partnerId ? null : state.secretariat;
  return { ...state, partners, formerNames, secretariat };
}
