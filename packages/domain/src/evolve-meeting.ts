/**
 * Folds a meeting's events into its state: fold(all) equals fold(rest) over a snapshot, on both sides ([L1]).
 * An event that the viewer may not see is a stub on the wire and never gets here ([V3]); one that names what is not
 * there changes nothing ([L4]).
 */
import { evolveAgenda } from './agenda/evolve';
import { evolveConflicts } from './conflicts/evolve';
import { evolveDecisions } from './decisions/evolve';
import type { Envelope } from './envelope';
import { evolveGoals } from './goals/evolve';
import type { MeetingEvent } from './meeting-events';
import { evolvePhase, startMeeting } from './meeting/evolve';
import type { Meeting, MeetingState } from './meeting/state';
import { evolveMinutes } from './minutes/evolve';
import { evolvePeople } from './people/evolve';
import { evolvePolls } from './polls/evolve';
import { evolveQuestions } from './questions/evolve';
import type { QuestionContent } from './questions/content';
import { assertNever } from './result';
import { evolveTies } from './ties/evolve';
import type { Words } from './words';

export function evolveMeeting(state: MeetingState, event: MeetingEvent, envelope: Envelope): MeetingState {
  if (state.status === 'unplanned') return event.type === 'meeting.planned' ? startMeeting(event) : state;
  const after = evolveArea(state, event, envelope);
  return after === state ? state : remember(after, event, envelope);
}

function evolveArea(state: Meeting, event: MeetingEvent, envelope: Envelope): Meeting {
  switch (event.type) {
    case 'meeting.planned':
    case 'meeting.changed':
    case 'waiting-room.set':
    case 'meeting.reopened':
    case 'door.opened':
    case 'door.closed':
    case 'meeting.opened':
    case 'meeting.paused':
    case 'meeting.resumed':
    case 'meeting.closed':
      return evolvePhase(state, event, envelope);
    case 'person.seated':
    case 'seat.changed':
    case 'people.admitted':
    case 'person.renamed':
    case 'person.unblocked':
    case 'chair.handed-over':
    case 'chair.taken':
    case 'person.removed':
    case 'link.issued':
    case 'link.revoked':
    case 'attendance.signed':
    case 'attendance.left':
    case 'person.erased':
    case 'words.taken-back':
      return evolvePeople(state, event, envelope);
    case 'agenda.adopted':
    case 'agenda.proposed':
    case 'agenda.answered':
    case 'agenda.withdrawn':
    case 'item.started':
    case 'item.extended':
    case 'stage.set':
      return evolveAgenda(state, event, envelope);
    case 'goal.drafted':
    case 'goal.resumed':
    case 'goal.frozen':
    case 'goal.reopened':
    case 'goal.proposed':
      return evolveGoals(state, event, envelope);
    case 'decision.drafted':
    case 'text.frozen':
    case 'text.reopened':
    case 'text.proposed':
    case 'quorum.stepped':
    case 'rung.descended':
    case 'decision.decided':
    case 'decision.voided':
      return evolveDecisions(state, event, envelope);
    case 'poll.opened':
    case 'poll.count-demanded':
    case 'poll.closed':
    case 'poll.voided':
      return evolvePolls(state, event, envelope);
    case 'tie.settled':
    case 'tie.drawn':
      return evolveTies(state, event, envelope);
    case 'conflict.declared':
    case 'conflict.withdrawn':
      return evolveConflicts(state, event, envelope);
    case 'question.drafted':
    case 'question.revised':
    case 'question.withdrawn':
    case 'question.opened':
    case 'question.closed':
    case 'question.published':
    case 'question.outcome-stated':
    case 'question.voided':
    case 'roll.added':
      return evolveQuestions(state, event, envelope);
    case 'minutes.frozen':
    case 'minutes.reopened':
    case 'minutes.correction-asked':
    case 'minutes.correction-settled':
    case 'minutes.signed':
      return evolveMinutes(state, event, envelope);
    default:
      return assertNever(event);
  }
}

/** [P9] Notes who wrote a free text, so that its author can take it back. */
function remember(state: Meeting, event: MeetingEvent, { by }: Envelope): Meeting {
  const words = by === null ? [] : freeTexts(event);
  if (words.length === 0 || by === null) return state;
  return { ...state, authors: words.reduce((authors, { id }) => authors.put(id, by), state.authors) };
}

function textsOf({ title, about, options }: QuestionContent): Words[] {
  return [title, about, ...options.map(({ text }) => text)];
}

function freeTexts(event: MeetingEvent): Words[] {
  switch (event.type) {
    case 'meeting.paused':
    case 'meeting.reopened':
    case 'text.reopened':
    case 'goal.reopened':
    case 'rung.descended':
    case 'poll.voided':
    case 'question.voided':
    case 'roll.added':
    case 'decision.voided':
    case 'minutes.reopened':
    case 'conflict.declared':
      return [event.reason];
    case 'decision.decided':
    case 'question.outcome-stated':
      return [event.statement];
    case 'question.drafted':
    case 'question.revised':
      return textsOf(event.content);
    case 'text.proposed':
    case 'goal.proposed':
    case 'minutes.correction-asked':
      return [event.text];
    case 'minutes.frozen':
      return event.prose.map(({ text }) => text);
    default:
      return [];
  }
}
