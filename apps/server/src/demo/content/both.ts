/** A text of the demo in both languages. */
import type { Language } from '@mufakat/protocol';

export type Both = Readonly<Record<Language, string>>;

/** Said alike in both: names. */
export function alike(text: string): Both {
  return { id: text, en: text };
}
