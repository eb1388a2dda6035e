// The languages of the interface, each named in itself. A new one: a line here, its catalogues in messages/, its loader in
// language.svelte.ts; nothing else knows how many there are.
export const languages = {
  id: { name: 'Bahasa Indonesia', locale: 'id-ID', dir: 'ltr' },
  en: { name: 'English', locale: 'en-GB', dir: 'ltr' },
} as const;

export type Language = keyof typeof languages;

export const languageList = Object.keys(languages) as Language[];

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}

/** The first of what the person chose and what the device prefers that we have; Indonesian where none is. */
export function pickLanguage(chosen: string | undefined, preferred: readonly string[]): Language {
  for (const tag of [chosen, ...preferred]) {
    const language = tag?.toLowerCase().split(/[-_]/)[0];
    // Malay readers are nearer to Indonesian than to English
    if (language === 'ms' || language === 'in') return 'id';
    if (isLanguage(language)) return language;
  }
  return 'id';
}
