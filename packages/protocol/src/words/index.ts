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

interface LanguageRange {
  /** Primary subtag in small letters, or `*`. */
  tag: string;
  quality: number;
}

/**
 * The language of an Accept-Language header, by its weights (RFC 9110, 12.5.4); Indonesian where it names none of ours
 * and does not refuse it. A range that cannot be read is passed over.
 */
export function acceptedLanguage(header: string | undefined): Language {
  const ranges = rangesIn(header ?? '');
  for (const { tag, quality } of ranges) {
    const found = quality > 0 ? languageOf(tag, ranges) : undefined;
    if (found) return found;
  }
  const refused = ranges.filter(({ quality }) => quality === 0).map(({ tag }) => tag);
  return languages.find((one) => !refused.includes(one)) ?? 'id';
}

/** Ranges by weight, those of equal weight as they were written. */
function rangesIn(header: string): LanguageRange[] {
  const ranges = header.split(',').flatMap((part) => rangeOf(part) ?? []);
  return ranges.sort((a, b) => b.quality - a.quality);
}

const rangePattern = /^([a-z]{1,8}|\*)(?:-[a-z0-9-]*)?(?:\s*;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/;

function rangeOf(part: string): LanguageRange | null {
  const [, tag, weight] = rangePattern.exec(part.trim().toLowerCase()) ?? [];
  // Java says `in` for Indonesian; Malay readers are nearer to Indonesian than to English.
  const known = tag === 'in' || tag === 'ms' ? 'id' : tag;
  return known === undefined ? null : { tag: known, quality: Number(weight ?? 1) };
}

/** `*` stands for whatever is not named beside it. */
function languageOf(tag: string, ranges: readonly LanguageRange[]): Language | undefined {
  if (tag !== '*') return languages.find((one) => one === tag);
  return languages.find((one) => !ranges.some((range) => range.tag === one));
}
