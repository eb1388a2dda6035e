// What each kind of agenda item is called on screen.
import type { ItemKind } from '@mufakat/domain';
import { t } from '../../i18n/language.svelte';

export function kindName(kind: ItemKind): string {
  switch (kind) {
    case 'opening':
      return t('agenda.kindOpening');
    case 'information':
      return t('agenda.kindInformation');
    case 'discussion':
      return t('agenda.kindDiscussion');
    case 'decision':
      return t('agenda.kindDecision');
    case 'goal':
      return t('agenda.kindGoal');
    case 'break':
      return t('agenda.kindBreak');
    case 'closing':
      return t('agenda.kindClosing');
  }
}
