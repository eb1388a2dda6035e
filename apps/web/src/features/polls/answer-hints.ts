// What each answer means, in a line. Apart from its name, which the first join shows.
import type { Answer } from '@mufakat/domain';
import { t } from '../../i18n/language.svelte';

export function answerHint(answer: Answer): string {
  switch (answer) {
    case 'agree':
      return t('poll.agreeHint');
    case 'agree-with-note':
      return t('poll.noteHint');
    case 'not-yet':
      return t('poll.notYetHint');
    case 'object':
      return t('poll.objectHint');
  }
}
