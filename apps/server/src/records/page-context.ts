/** What every part of the record's page needs, and how times and words are said on it. */
import { textOf, type Meeting, type Words } from '@mufakat/domain';
import type { Language } from '@mufakat/protocol';
import type { PublishedBox } from './record-file';
import type { RecordWords } from './words';

/** English as it is written where the day comes before the month and hours go to 24. */
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

export interface PageContext {
  state: Meeting;
  boxes: readonly PublishedBox[];
  language: Language;
  say: RecordWords;
}

export function saidIn(page: PageContext, words: Words): string {
  return textOf(words) ?? page.say.erased;
}

/** In the meeting's own zone. */
export function dateTime({ state, language }: PageContext, at: number): string {
  const { timeZone } = state.plan;
  return new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
}

export function clock({ state, language }: PageContext, at: number): string {
  const { timeZone } = state.plan;
  return new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone }).format(at);
}
