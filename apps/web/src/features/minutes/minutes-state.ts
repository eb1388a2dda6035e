// Where the minutes stand, in a few words: for the rail, the closing item and the close. Light, for what is loaded at once.
import { isSigned, lockedMinutes, type Meeting } from '@mufakat/domain';
import { t } from '../../i18n/language.svelte';

export type MinutesStand = 'draft' | 'locked' | 'signed';

/** Signed: by chair and secretary. */
export function minutesStandOf(meeting: Meeting): MinutesStand {
  const locked = lockedMinutes(meeting);
  if (!locked) return 'draft';
  return isSigned(locked) ? 'signed' : 'locked';
}

export function minutesState(meeting: Meeting): string {
  switch (minutesStandOf(meeting)) {
    case 'draft':
      return t('minutes.draftShort');
    case 'locked':
      return t('minutes.lockedShort');
    case 'signed':
      return t('minutes.signed');
  }
}
