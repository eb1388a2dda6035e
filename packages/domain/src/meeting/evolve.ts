/** Folds the events of a meeting's phases. [M11] The clock of the running item stands still during a pause. */
import { ById } from '../by-id';
import { assertNever } from '../result';
import type { Envelope } from '../envelope';
import { carriedGoals } from '../goals/evolve';
import type { MeetingPhaseEvent, MeetingPlanned } from './events';
import type { Meeting, Moment } from './state';

const noAgenda: Meeting['agenda'] = {
  version: 0,
  items: [],
  proposal: null,
  presenters: [],
  running: null,
  done: [],
  stage: { kind: 'agenda' },
};

export function startMeeting(event: MeetingPlanned): Meeting {
  const { type: _, ...plan } = event;
  return {
    status: 'planned',
    plan,
    phase: { status: 'planned' },
    door: { status: 'shut' },
    waitingRoom: false,
    course: [],
    people: ById.from([]),
    agenda: noAgenda,
    goals: carriedGoals(event.goals),
    decisions: {},
    polls: {},
    questions: {},
    minutes: { locked: [], corrections: [] },
    authors: ById.from([]),
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
    case 'meeting.changed': {
      const { type: _, ...notice } = event;
      return { ...state, plan: { ...state.plan, ...notice } };
    }
    case 'waiting-room.set':
      return { ...state, waitingRoom: event.on };
    case 'meeting.opened':
      return note({ ...state, phase: { status: 'open', since: at } }, { kind: 'opened', at });
    case 'meeting.paused': {
      const { kind, reason, until } = event;
      const paused = note(state, { kind: 'paused', at, why: kind, reason, until });
      return stopClock({ ...paused, phase: { status: 'paused', since: at, kind, reason, until } }, at);
    }
    case 'meeting.resumed':
      return note(startClock({ ...state, phase: { status: 'open', since: at } }, at), {
        kind: 'resumed',
        at,
      });
    case 'meeting.closed': {
      const closed = note(state, { kind: 'closed', at });
      return endItem({ ...closed, phase: { status: 'closed', at }, door: { status: 'shut' } }, at);
    }
    case 'meeting.reopened': {
      const { reason } = event;
      return note({ ...state, phase: { status: 'open', since: at } }, { kind: 'reopened', at, reason });
    }
    default:
      return assertNever(event);
  }
}

/** Adds a turn to the meeting's course. */
export function note(state: Meeting, moment: Moment): Meeting {
  return { ...state, course: [...state.course, moment] };
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
  const { item } = running;
  const ended = { itemId: item.id, item, startedAt: running.startedAt, endedAt: at };
  return { ...state, agenda: { ...state.agenda, running: null, done: [...done, ended] } };
}
