/** The two kinds of stream, and which of their events are found from outside. */
import {
  coalitionEventSchema,
  decideCoalition,
  decideMeeting,
  evolveCoalition,
  evolveMeeting,
  meetingEventSchema,
  unfounded,
  unplanned,
  type CoalitionCommand,
  type CoalitionEvent,
  type CoalitionState,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingState,
} from '@mufakat/domain';
import { documentName } from '@mufakat/shared-docs';
import type { IndexRow } from '../store/ports';
import type { Aggregate } from './plan';

export const coalitionAggregate: Aggregate<CoalitionState, CoalitionCommand, CoalitionEvent> = {
  initial: unfounded,
  decide: decideCoalition,
  evolve: evolveCoalition,
  parse: (event) => coalitionEventSchema.parse(event),
  rows: coalitionRows,
};

function coalitionRows(event: CoalitionEvent): IndexRow[] {
  switch (event.type) {
    case 'coalition.founded':
      return [{ row: 'link', linkId: event.founder.linkId, personId: event.founder.personId }];
    case 'coalition.changed':
      return [{ row: 'kept', months: event.retentionMonths }];
    case 'partner.removed':
      return event.wordsIds.length === 0
        ? []
        : [
            { row: 'erase', wordsIds: event.wordsIds },
            { row: 'forgotten', wordsIds: event.wordsIds },
          ];
    default:
      return [];
  }
}

export const meetingAggregate: Aggregate<MeetingState, MeetingCommand, MeetingEvent> = {
  initial: unplanned,
  decide: decideMeeting,
  evolve: evolveMeeting,
  parse: (event) => meetingEventSchema.parse(event),
  rows: meetingRows,
};

function meetingRows(event: MeetingEvent, before: MeetingState, at: number): IndexRow[] {
  switch (event.type) {
    case 'meeting.planned':
      return (['agenda', 'notes', 'minutes'] as const).map((kind) => ({
        row: 'document',
        name: documentName(kind, event.meetingId),
      }));
    case 'decision.drafted':
      return [{ row: 'document', name: documentName('wording', event.decisionId) }];
    case 'goal.drafted':
      return [{ row: 'document', name: documentName('goal', event.goalId) }];
    case 'goal.resumed':
    case 'goal.reopened':
      return [{ row: 'moved-document', name: documentName('goal', event.goalId) }];
    case 'poll.opened':
      return [{ row: 'box', pollId: event.pollId }];
    case 'question.opened':
      return [boxRow(event.pollId, before)];
    case 'question.voided':
      return isAsked(event.pollId, before) ? [{ row: 'emptied', pollId: event.pollId }] : [];
    case 'link.issued':
      return [
        ...unlink(before, event.personId),
        { row: 'link', linkId: event.linkId, personId: event.personId },
      ];
    case 'link.revoked':
    case 'person.removed':
      return unlink(before, event.personId);
    case 'door.opened':
      return [{ row: 'code', code: event.code, until: event.until }];
    case 'door.closed':
      return [{ row: 'no-code' }];
    case 'meeting.closed':
      return [{ row: 'no-code' }, { row: 'closed', at }];
    case 'meeting.reopened':
      return [{ row: 'reopened' }];
    case 'person.erased':
    case 'words.taken-back':
      return [{ row: 'erase', wordsIds: event.wordsIds }];
    default:
      return [];
  }
}

/** With its deadline, where it has one. */
function boxRow(pollId: string, before: MeetingState): IndexRow {
  const question = before.status === 'planned' ? before.questions[pollId] : undefined;
  const deadline = question?.content.deadline ?? null;
  return deadline === null ? { row: 'box', pollId } : { row: 'box', pollId, deadline };
}

function isAsked(pollId: string, before: MeetingState): boolean {
  return before.status === 'planned' && before.questions[pollId]?.stage.status === 'open';
}

/** The link that a person held before this event finds nothing any more. */
function unlink(before: MeetingState, personId: string): IndexRow[] {
  const linkId = before.status === 'planned' ? before.people.get(personId)?.linkId : null;
  return linkId ? [{ row: 'no-link', linkId }] : [];
}
