// A message of the catalogue in words. Read once, kept by pattern; most are plain words and are never read. Tags mean nothing to
// ICU here (`<b>` is marked by Message.svelte), so a `<` in somebody's name is a `<`.
import { readMessage, sayMessage, type Message, type Values } from './icu';
import { languages, type Language } from './languages';

export type { Values };

const known = new Map<string, Message>();

export function formatMessage(language: Language, pattern: string, values: Values = {}): string {
  if (!/[{']/.test(pattern)) return pattern;
  const message = known.get(pattern) ?? readMessage(pattern);
  known.set(pattern, message);
  return sayMessage(message, languages[language].locale, values);
}

export interface Part {
  readonly text: string;
  readonly strong: boolean;
}

/** A message in which `<b>…</b>` marks what is strong. Values cannot mark anything: their `<` is set aside while we split. */
export function formatParts(language: Language, pattern: string, values: Values = {}): Part[] {
  const safe = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('<', '\uE000') : value,
    ]),
  );
  return formatMessage(language, pattern, safe)
    .split(/<b>(.*?)<\/b>/s)
    .map((text, at) => ({ text: text.replaceAll('\uE000', '<'), strong: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}
