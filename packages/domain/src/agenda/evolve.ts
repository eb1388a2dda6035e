/** Folds events of the adopted agenda. Starting an item ends the one before; times are the server's. */
import type { Envelope } from '../envelope';
import { endItem } from '../meeting/evolve';
import type { Meeting } from '../meeting/state';
import { assertNever } from '../result';
import type { AgendaEvent } from './events';

export function evolveAgenda(state: Meeting, event: AgendaEvent, { at }: Envelope): Meeting {
  const { agenda } = state;
  switch (event.type) {
    case 'agenda.adopted':
      return { ...state, agenda: { ...agenda, version: event.version, items: event.items } };
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
