/** What every section needs, and how people, times and words are said in it. */
import { textOf, type Id, type MinutesPaper, type NamedPerson, type Words } from '@mufakat/domain';
import type { Lang, Names } from '@mufakat/tally';
import type { MinutesWords } from './phrases';
import { minutesWords } from './words';

/** How a caller says times, in the meeting's zone; `at` is milliseconds since 1970. */
export interface Times {
  /** "Senin, 4 Mei 2026". */
  day: (at: number) => string;
  /** "09.05". */
  clock: (at: number) => string;
  /** "09.05 WIB". */
  clockInZone: (at: number) => string;
}

export interface Page {
  paper: MinutesPaper;
  language: Lang;
  times: Times;
  say: MinutesWords;
}

export function pageOf(paper: MinutesPaper, language: Lang, times: Times): Page {
  return { paper, language, times, say: minutesWords[language] };
}

export function said({ say }: Page, words: Words): string {
  return textOf(words) ?? say.erased;
}

/** "Ibu Siti Aminah"; one erased word for both. */
export function personName(page: Page, { name, address }: Pick<NamedPerson, 'name' | 'address'>): string {
  return isolated([textOf(address), said(page, name)].filter(Boolean).join(' '));
}

/** Keeps words that run from right to left from turning the sentence around them (Unicode's isolates). */
export function isolated(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufefc]/u.test(text) ? `\u2068${text}\u2069` : text;
}

export function people(page: Page, all: readonly NamedPerson[]): string {
  return all.length === 0 ? '–' : all.map((one) => personName(page, one)).join(', ');
}

export function partnerName(page: Page, partnerId: Id | null): string {
  const { byPartner } = page.paper.facts.attendance;
  const partner = byPartner.find((one) => one.partnerId === partnerId);
  return partner ? isolated(said(page, partner.name)) : '';
}

export function chamberName({ paper, say }: Page, chamber: Id | null): string {
  const found = paper.facts.chambers.find(({ id }) => id === chamber);
  return found?.name ?? (chamber === null ? say.attendance.withoutChamber : '');
}

export function chamberNames({ paper }: Page): Names {
  return Object.fromEntries(paper.facts.chambers.map(({ id, name }) => [id, name]));
}

/** Day and time; the day is left out where it is that of the meeting. */
export function moment({ times, paper }: Page, at: number): string {
  const { openedAt, startsAt } = paper.facts.heading;
  const day = times.day(at);
  return day === times.day(openedAt ?? startsAt) ? times.clockInZone(at) : `${day}, ${times.clockInZone(at)}`;
}

/** The first eight hex digits, as the room sees them. */
export function fingerprint(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}
