// What each answer is called on screen.
import type { Answer, Choice } from '@mufakat/domain';
import { t } from '../../i18n/language.svelte';

export function answerName(answer: Answer): string {
  switch (answer) {
    case 'agree':
      return t('poll.agree');
    case 'agree-with-note':
      return t('poll.note');
    case 'not-yet':
      return t('poll.notYet');
    case 'object':
      return t('poll.object');
  }
}

export function voteName(vote: 'yes' | 'no' | 'abstain' | 'blank'): string {
  switch (vote) {
    case 'yes':
      return t('poll.yes');
    case 'no':
      return t('poll.no');
    case 'abstain':
      return t('poll.abstain');
    case 'blank':
      return t('poll.blank');
  }
}

export function choiceName(choice: Choice): string {
  return choice.kind === 'vote' ? voteName(choice.vote) : answerName(choice.answer);
}
