/** Folds the events of a meeting's phases. [M11] The clock of the running item stands still during a pause. */
import { assertNever } from '../result';
import type { Envelope } from '../envelope';
import type { MeetingPhaseEvent, MeetingPlanned } from './events';
import type { Meeting } from './state';

export function startMeeting(event: MeetingPlanned): Meeting {
  const { type: _, ...plan } = event;
  return {
    status: 'planned',
    plan,
    phase: { status: 'planned' },
    door: { status: 'shut' },
    people: {},
    agenda: { version: 0, items: [], running: null, done: [], stage: { kind: 'agenda' } },
    decisions: {},
    polls: {},
    authors: {},
  };
}

export function evolvePhase(state: Meeting, event: MeetingPhaseEvent, { at }: Envelope): Meeting {
  switch (event.type) {
    case 'meeting.planned':
      return state;
    case 'door.opened':
      return {
        ...state,
        door: { status: 'open', code: event.code, until: event.until },
        phase: state.phase.status === 'planned' ? { status: 'lobby' } : state.phase,
      };
    case 'door.closed':
      return { ...state, door: { status: 'shut' } };
    case 'meeting.opened':
      return { ...state, phase: { status: 'open', since: at } };
    case 'meeting.paused': {
      const { kind, reason, until } = event;
      return stopClock({ ...state, phase: { status: 'paused', since: at, kind, reason, until } }, at);
    }
    case 'meeting.resumed':
      return startClock({ ...state, phase: { status: 'open', since: at } }, at);
    case 'meeting.closed':
      return endItem({ ...state, phase: { status: 'closed', at }, door: { status: 'shut' } }, at);
    default:
      return assertNever(event);
  }
}

function stopClock(state: Meeting, at: number): Meeting {
  const { running } = state.agenda;
  if (!running || running.stoppedAt !== null) return state;
  return { ...state, agenda: { ...state.agenda, running: { ...running, stoppedAt: at } } };
}

function startClock(state: Meeting, at: number): Meeting {
  const { running } = state.agenda;
  if (!running || running.stoppedAt === null) return state;
  const stoodMs = running.stoodMs + Math.max(0, at - running.stoppedAt);
  return { ...state, agenda: { ...state.agenda, running: { ...running, stoodMs, stoppedAt: null } } };
}

/** Ends the running item, if there is one. */
export function endItem(state: Meeting, at: number): Meeting {
  const { running, done } = state.agenda;
  if (!running) return state;
  const ended = { itemId: running.item.id, startedAt: running.startedAt, endedAt: at };
  return { ...state, agenda: { ...state.agenda, running: null, done: [...done, ended] } };
}
