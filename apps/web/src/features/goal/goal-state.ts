// Where a goal stands, in words.
import type { Goal } from '@mufakat/domain';
import { t } from '../../i18n/language.svelte';

export function goalState({ text, version, home }: Goal): string {
  if (text.status === 'frozen') return t('goal.isLocked', { version });
  return home === 'here' ? t('goal.isWritten', { version }) : t('goal.isElsewhere', { version });
}
