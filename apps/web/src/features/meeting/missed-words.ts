// What happened meanwhile, in words.
import { textOf, type Meeting, type Moment } from '@mufakat/domain';
import { t } from '../../i18n/language.svelte';
import { calledName } from '../people/partner-marks';
import type { Missed } from './missed';
import { pauseName } from './pause-words';

export function missedWords(missed: Missed, meeting: Meeting): string {
  switch (missed.kind) {
    case 'course':
      return momentWords(missed.moment, meeting);
    case 'item-done':
      return t('self.missedItemDone', { title: missed.title });
    case 'decision-locked':
    case 'goal-locked':
      return t('self.missedLocked', { title: missed.title });
    case 'outcome':
      return outcomeWords(missed.outcome, missed.title);
  }
}

function outcomeWords(outcome: 'decided' | 'not-decided' | 'void', title: string): string {
  if (outcome === 'decided') return t('self.missedDecided', { title });
  return outcome === 'void' ? t('self.missedVoid', { title }) : t('self.missedNotDecided', { title });
}

function momentWords(moment: Moment, meeting: Meeting): string {
  const name = (id: string): string => calledName(meeting.people.get(id)) ?? t('self.someone');
  switch (moment.kind) {
    case 'opened':
      return t('self.missedOpened');
    case 'resumed':
      return t('self.missedResumed');
    case 'closed':
      return t('self.missedClosed');
    case 'paused':
      return t('self.missedPaused', { why: textOf(moment.reason) || pauseName(moment.why) });
    case 'reopened':
      return t('self.missedReopened', { why: textOf(moment.reason) ?? '' });
    case 'agenda-adopted':
      return t('self.missedAgenda');
    case 'chair-handed-over':
      return t('self.missedHanded', { from: name(moment.from), to: name(moment.to) });
    case 'chair-taken':
      return t('self.missedTaken', { by: name(moment.by) });
  }
}
