// Where a decision stands, in a word or two: for lists of decisions.
import type { Decision, Meeting } from '@mufakat/domain';
import { t } from '../../i18n/language.svelte';
import { situationOf } from './decision-model';

export function stateWords(meeting: Meeting, decision: Decision): string {
  const situation = situationOf(meeting, decision);
  // After the close nothing is being written or asked any more.
  if (meeting.phase.status === 'closed' && decision.outcome.status === 'pending')
    return t('decision.pending');
  switch (situation.kind) {
    case 'writing':
      return t('decision.stateWritten');
    case 'locked':
      return t('decision.stateLocked');
    case 'asked':
      return t('decision.stateAsked');
    case 'counted':
      return t('decision.stateCounted');
    case 'decided':
      return t('decision.decided');
    case 'not-decided':
      return t('decision.notYet');
    case 'void':
      return t('decision.void');
  }
}
