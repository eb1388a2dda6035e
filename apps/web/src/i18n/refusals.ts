// A refusal as a sentence in the language of the page. `server_busy` is also what a line that is down comes to, and says both.
import type { RefusalCode } from '@mufakat/domain';
import { refusalSentence, t } from './language.svelte';

export const refusalWords = (code: RefusalCode): string =>
  code === 'server_busy' ? t('shell.unreachable') : refusalSentence(code);
