/** The words of the minutes by language. */
import type { Lang } from '@mufakat/tally';
import type { MinutesWords } from './phrases';
import { en } from './words-en';
import { id } from './words-id';

export const minutesWords: Readonly<Record<Lang, MinutesWords>> = { id, en };
