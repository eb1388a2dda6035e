// ICU messages: parsed once, kept by language and pattern. Most messages are plain words and never reach the parser. Tags are
// not interpreted here (`<b>` is marked by Message.svelte), so a `<` in somebody's name is a `<`.
import { IntlMessageFormat } from 'intl-messageformat';
import { languages, type Language } from './languages';

export type Values = Readonly<Record<string, string | number | Date>>;

const parsed = new Map<string, IntlMessageFormat>();

export function formatMessage(language: Language, pattern: string, values?: Values): string {
  if (!/[{']/.test(pattern)) return pattern;
  const key = `${language}\n${pattern}`;
  let message = parsed.get(key);
  if (!message) {
    message = new IntlMessageFormat(pattern, languages[language].locale, undefined, { ignoreTag: true });
    parsed.set(key, message);
  }
  return String(message.format(values));
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
