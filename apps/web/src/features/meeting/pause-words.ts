// What each kind of pause is called on screen.
import type { pauseKinds } from '@mufakat/domain';
import { t } from '../../i18n/language.svelte';

export function pauseName(kind: (typeof pauseKinds)[number]): string {
  switch (kind) {
    case 'break':
      return t('room.pauseBreak');
    case 'lobby':
      return t('room.pauseLobby');
    case 'prayer':
      return t('room.pausePrayer');
    case 'quorum':
      return t('room.pauseQuorum');
    case 'other':
      return t('room.pauseOther');
  }
}
