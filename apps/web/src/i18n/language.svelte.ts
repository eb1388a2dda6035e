// The language of the page, as state: `t('key', values)` and the formatters read it, so whatever shows words follows a switch
// without a reload. A catalogue is loaded before it is switched to (start() before the first mount), so keys never show.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- for programs that take in this file alone
/// <reference path="./virtual-words.d.ts" />
import type { RefusalCode } from '@mufakat/domain';
import { recall, remember } from '../platform/storage';
import * as formats from './formats';
import type { Key } from './id';
import { languages, pickLanguage, type Language } from './languages';
import { formatMessage, formatParts, type Part, type Values } from './messages';

/** Loaded in two parts, see split-words.ts: what a first join shows, and the rest with the first part that says more. */
const loaders: Record<Language, { first: () => Promise<FirstWords>; rest: () => Promise<Words> }> = {
  id: { first: () => import('virtual:words-first/id'), rest: () => import('virtual:words-rest/id') },
  en: { first: () => import('virtual:words-first/en'), rest: () => import('virtual:words-rest/en') },
};

type Catalogue = Partial<Record<Key, string>>;
interface Words {
  readonly words: Readonly<Catalogue>;
}
interface FirstWords extends Words {
  readonly refusals: Readonly<Record<RefusalCode, string>>;
}

interface Shown {
  readonly language: Language;
  /** Grows by the rest, whose words were on no page before, so that nothing needs to be told. */
  readonly catalogue: Catalogue;
  readonly refusals: FirstWords['refusals'];
  whole: boolean;
}

let now = $state.raw<Shown>();
/** The same, for those who must not come to hang on it. */
let latest: Shown | undefined;
let wantsAll = false;

function current(): Shown {
  if (!now) throw new Error('startLanguage() has not been awaited');
  return now;
}

async function show(language: Language): Promise<void> {
  const { words, refusals } = await loaders[language].first();
  const next: Shown = { language, catalogue: { ...words }, refusals, whole: false };
  if (wantsAll) await complete(next);
  now = latest = next;
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].dir;
}

async function complete(shown: Shown): Promise<void> {
  Object.assign(shown.catalogue, (await loaders[shown.language].rest()).words);
  shown.whole = true;
}

/**
 * A part that says more than a first join does, and its words. The build puts it around each `import()` of one. Who asks
 * while something is derived does not come to hang on the language, or a switch would load the part again.
 * @public
 */
export async function withWords<Part>(part: Promise<Part>): Promise<Part> {
  wantsAll = true;
  const [arrived] = await Promise.all([part, allWords()]);
  return arrived;
}

async function allWords(): Promise<void> {
  while (latest && !latest.whole) await complete(latest); // again where the language was switched meanwhile
}

/** Before the first mount: the language that was chosen, or that the device prefers, or Indonesian. */
export function startLanguage(): Promise<void> {
  return show(pickLanguage(recall('language'), navigator.languages));
}

/** Switches and remembers. Rejects when the catalogue cannot be loaded; the page then stays as it is. */
export async function chooseLanguage(language: Language): Promise<void> {
  await show(language);
  remember('language', language);
}

export const language = (): Language => current().language;

export function t(key: Key, values?: Values): string {
  const { language: shown, catalogue } = current();
  return formatMessage(shown, catalogue[key] ?? key, values);
}

/** For Message.svelte: the message in parts, strong or not. */
export function parts(key: Key, values?: Values): Part[] {
  const { language: shown, catalogue } = current();
  return formatParts(shown, catalogue[key] ?? key, values);
}

/** A refusal as the protocol words it. */
export const refusalSentence = (code: RefusalCode): string => current().refusals[code];

/** formats.ts in the language of the page. */
export const format = {
  number: (value: number, options?: Intl.NumberFormatOptions) => formats.number(language(), value, options),
  list: (items: readonly string[], type?: 'conjunction' | 'disjunction') =>
    formats.list(language(), items, type),
  clock: (at: Date | number | string, zone?: string) => formats.clock(language(), at, zone),
  clockInZone: (at: Date | number | string, zone?: string) => formats.clockInZone(language(), at, zone),
  day: (at: Date | number | string, zone?: string, size?: 'long' | 'short') =>
    formats.day(language(), at, zone, size),
  /** A moment on the clock of this device, with that of the zone it was planned in where the two differ. */
  when: (at: Date | number | string, zone: string, size?: 'long' | 'short'): string => {
    const [here, there] = [format.clockInZone(at), format.clockInZone(at, zone)];
    const shown = `${format.day(at, undefined, size)}, ${here}`;
    if (here === there) return shown;
    const sameDay = format.day(at) === format.day(at, zone);
    const planned = sameDay ? there : `${format.day(at, zone, 'short')} ${there}`;
    return t('ui.whenPlanned', { here: shown, planned });
  },
  duration: (spanMs: number) => formats.duration(language(), spanMs),
  relative: (spanMs: number) => formats.relative(language(), spanMs),
  compare: (a: string, b: string) => formats.compare(language(), a, b),
  /** A span in words, for screen readers: "12 menit 40 detik". */
  span: (spanMs: number): string => {
    const all = spanMs < 0 ? Math.floor(-spanMs / 1000) : Math.ceil(spanMs / 1000);
    const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
    if (hours > 0) return t('ui.spanHours', { hours, minutes });
    return minutes > 0 ? t('ui.spanMinutes', { minutes, seconds }) : t('ui.spanSeconds', { seconds });
  },
};
