/** Folds events of the adopted agenda. Starting an item ends the one before; times are the server's. */
import type { Envelope } from '../envelope';
import { endItem, note } from '../meeting/evolve';
import type { Agenda, AgendaProposal, Meeting } from '../meeting/state';
import { assertNever } from '../result';
import { textOf } from '../words';
import type { AgendaEvent, AgendaItem } from './events';

export function evolveAgenda(state: Meeting, event: AgendaEvent, { at }: Envelope): Meeting {
  const { agenda } = state;
  switch (event.type) {
    case 'agenda.adopted': {
      const { version } = event;
      return note(
        { ...state, agenda: { ...named(agenda, event.items), version, items: event.items, proposal: null } },
        { kind: 'agenda-adopted', at, version },
      );
    }
    case 'agenda.proposed': {
      const { proposalId: id, items, by } = event;
      const proposal = { id, items, by, at, yes: [by], no: [] };
      return { ...state, agenda: { ...named(agenda, items), proposal } };
    }
    case 'agenda.answered': {
      const { proposal } = agenda;
      if (proposal?.id !== event.proposalId) return state;
      return { ...state, agenda: { ...agenda, proposal: answered(proposal, event) } };
    }
    case 'agenda.withdrawn':
      return agenda.proposal?.id === event.proposalId
        ? { ...state, agenda: { ...agenda, proposal: null } }
        : state;
    case 'item.started': {
      const ended = endItem(state, at);
      const { item } = event;
      const running = { item, startedAt: at, minutes: item.minutes, stoodMs: 0, stoppedAt: null };
      return { ...ended, agenda: { ...ended.agenda, running, stage: { kind: 'agenda' } } };
    }
    case 'item.extended': {
      const { running } = agenda;
      if (!running) return state;
      const minutes = running.minutes + event.minutes;
      return { ...state, agenda: { ...agenda, running: { ...running, minutes } } };
    }
    case 'stage.set':
      return { ...state, agenda: { ...agenda, stage: event.stage } };
    default:
      return assertNever(event);
  }
}

/** [P8] Remembers whom the items name as presenters. */
function named(agenda: Agenda, items: readonly AgendaItem[]): Agenda {
  const known = new Set(agenda.presenters.map((words) => words.id));
  const more = items
    .map((item) => item.presenter)
    .filter((words) => !known.has(words.id) && textOf(words) !== '');
  return more.length > 0 ? { ...agenda, presenters: [...agenda.presenters, ...more] } : agenda;
}

/** The last answer of a person counts. */
function answered(
  proposal: AgendaProposal,
  { personId, yes }: Extract<AgendaEvent, { type: 'agenda.answered' }>,
): AgendaProposal {
  const without = (ids: AgendaProposal['yes']) => ids.filter((id) => id !== personId);
  const put = (ids: AgendaProposal['yes'], here: boolean) => [...without(ids), ...(here ? [personId] : [])];
  return { ...proposal, yes: put(proposal.yes, yes), no: put(proposal.no, !yes) };
}
