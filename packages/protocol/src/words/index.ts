/** The sentence for each refusal, once per language: what was wrong and what would help. */
import type { RefusalCode } from '@mufakat/domain';
import { refusalsEn } from './refusals.en';
import { refusalsId } from './refusals.id';

export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

const byLanguage: Readonly<Record<Language, Readonly<Record<RefusalCode, string>>>> = {
  id: refusalsId,
  en: refusalsEn,
};

export function refusalSentence(code: RefusalCode, language: Language): string {
  return byLanguage[language][code];
}

/** The language of an Accept-Language header; Indonesian where it names none of ours. */
export function acceptedLanguage(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return languages.find((one) => one === wanted.find((code) => languages.some((known) => known === code))) ?? 'id';
}
