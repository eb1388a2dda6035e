// What a rung of the ladder is called on screen.
import type { Rung } from '@mufakat/tally';
import { t } from '../../i18n/language.svelte';

export function rungName(rung: Rung): string {
  switch (rung) {
    case 'acclamation':
      return t('decision.rungAcclamation');
    case 'consent':
      return t('decision.rungConsent');
    case 'qualified':
      return t('decision.rungQualified');
    case 'vote':
      return t('decision.rungVote');
  }
}
