/** What every part of the record's page needs, and how times and words are said on it. */
import { textOf, type Meeting, type Words } from '@mufakat/domain';
import type { Language } from '@mufakat/protocol';
import type { PublishedBox } from './record-file';
import type { RecordWords } from './words';

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
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);
}

export function clock({ state, language }: PageContext, at: number): string {
  const { timeZone } = state.plan;
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }).format(at);
}
