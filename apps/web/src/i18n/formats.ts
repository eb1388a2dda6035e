// Numbers, lists, dates and spans of time in a language, all through Intl; formatters are kept, as making one is dear on a
// phone. Times are shown in the zone that is named; Indonesian zones have their own letters (WIB, WITA, WIT) in each language.
import { languages, type Language } from './languages';

type Moment = Date | number | string;

const made = new Map<string, unknown>();

function keep<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

const zoneLetters: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${language}${JSON.stringify(options)}`;
  return keep(key, () => new Intl.DateTimeFormat(languages[language].locale, options));
}

export function number(language: Language, value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = `n${language}${JSON.stringify(options)}`;
  return keep(key, () => new Intl.NumberFormat(languages[language].locale, options)).format(value);
}

export function list(
  language: Language,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return keep(`l${language}${type}`, () => new Intl.ListFormat(languages[language].locale, { type })).format(
    items,
  );
}

/** The letters of a zone at a moment: WIB, WITA, WIT, or what Intl says (GMT+9, CET). */
function zoneName(language: Language, at: Moment, zone: string): string {
  const letters = zoneLetters[zone];
  if (letters) return letters;
  const parts = dateFormat(language, { timeZone: zone, timeZoneName: 'short' }).formatToParts(new Date(at));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** "09.00" or "09:00". */
export function clock(language: Language, at: Moment, zone: string = ownZone()): string {
  return dateFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(at));
}

/** "09.00 WIB". */
export function clockInZone(language: Language, at: Moment, zone: string = ownZone()): string {
  return `${clock(language, at, zone)} ${zoneName(language, at, zone)}`;
}

/** "Selasa, 24 November 2026"; short: "24 Nov". */
export function day(
  language: Language,
  at: Moment,
  zone: string = ownZone(),
  size: 'long' | 'short' = 'long',
): string {
  const options: Intl.DateTimeFormatOptions =
    size === 'long'
      ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }
      : { day: 'numeric', month: 'short', timeZone: zone };
  return dateFormat(language, options).format(new Date(at));
}

/** A span as on a clock face, "12.40" or "12:40", "1.02.05" from an hour; a span that has run over is "+0.35". */
export function duration(language: Language, spanMs: number): string {
  const seconds = spanMs < 0 ? Math.floor(-spanMs / 1000) : Math.ceil(spanMs / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const mark = language === 'id' ? '.' : ':';
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const face = hours > 0 ? [String(hours), two(minutes), two(rest)] : [String(minutes), two(rest)];
  return (spanMs < 0 && seconds > 0 ? '+' : '') + face.join(mark);
}

/** "3 menit yang lalu", "in 2 days"; `spanMs` is then minus now. */
export function relative(language: Language, spanMs: number): string {
  const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1000],
  ];
  const [unit, unitMs] = steps.find(([, size]) => Math.abs(spanMs) >= size) ?? (['second', 1000] as const);
  const make = () => new Intl.RelativeTimeFormat(languages[language].locale, { numeric: 'auto' });
  return keep(`r${language}`, make).format(Math.trunc(spanMs / unitMs), unit);
}

/** Letters in the order of the language, numbers by size. */
export function compare(language: Language, a: string, b: string): number {
  return keep(`c${language}`, () => new Intl.Collator(languages[language].locale, { numeric: true })).compare(
    a,
    b,
  );
}
