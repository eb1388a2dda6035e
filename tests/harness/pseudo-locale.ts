/**
 * A language that nobody speaks, made from the Indonesian catalogue: every letter accented, a third longer, between
 * ⟦ ⟧. It stands in for the built catalogue as the browser asks for it, so that no build and no language menu knows
 * of it. What is read on a page in plain letters is then a word that no catalogue holds.
 *
 * `plainWords` finds them: visible text, names for screen readers, placeholders and titles, without what people wrote
 * themselves, what the browser's own formats say (days, zones), addresses, codes and marks.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { kindMethods, refusalCodes, templates } from '@mufakat/domain';
import { refusalSentence } from '@mufakat/protocol';
import { id } from '../../apps/web/src/i18n/id';
import { languages } from '../../apps/web/src/i18n/languages';

const tallyWords = fileURLToPath(new URL('../../packages/tally/src/words/id.ts', import.meta.url));
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀçđéƒǧħíĵķłɱñóþɋřšŧúṽŵẋýžÁɃÇĐÉƑǦĦÍĴĶŁṀÑÓÞɊŘŠŦÚṼŴẊÝŽ';

/** A message of ICU's syntax with its own words accented: names of values and of branches stay. */
export function pseudo(pattern: string): string {
  const words = accent(pattern);
  const length = words.replaceAll(/\{[^{}]*\}/g, '').length;
  return `⟦${words}${'·'.repeat(Math.ceil(length * 0.3))}⟧`;
}

function accent(pattern: string): string {
  let out = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const tag = /^<\/?b>/.exec(pattern.slice(at))?.[0];
    if (tag) {
      out += tag;
      at += tag.length - 1;
    } else if (pattern[at] === '{') {
      const end = closing(pattern, at);
      out += `{${placeholder(pattern.slice(at + 1, end))}}`;
      at = end;
    } else out += letter(pattern[at] ?? '');
  }
  return out;
}

function placeholder(inside: string): string {
  const head = /^\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/.exec(inside)?.[0];
  if (!head) return inside;
  let out = head;
  for (let at = head.length; at < inside.length; at += 1) {
    if (inside[at] !== '{') {
      out += inside[at] ?? '';
      continue;
    }
    const end = closing(inside, at);
    out += `{${accent(inside.slice(at + 1, end))}}`;
    at = end;
  }
  return out;
}

function closing(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at += 1) {
    if (pattern[at] === '{') depth += 1;
    if (pattern[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`a brace stays open in: ${pattern}`);
}

function letter(one: string): string {
  const at = plain.indexOf(one);
  return at < 0 ? one : ([...accented][at] ?? one);
}

/** The whole catalogue in it, by key. */
export const pseudoCatalogue = Object.fromEntries(
  Object.entries(id).map(([key, pattern]) => [key, pseudo(pattern)]),
);

/** It stands for both parts of the built catalogue; refusals stay as they are worded. */
const pseudoModule = [
  `export const words = ${JSON.stringify(pseudoCatalogue)};`,
  `export const refusals = ${JSON.stringify(
    Object.fromEntries(refusalCodes.map((code) => [code, refusalSentence(code, 'id')])),
  )};`,
].join('\n');

/** Pages of this context get it in place of Indonesian; `served` says whether one has asked for it. */
export async function speakPseudo(context: BrowserContext): Promise<{ served: () => boolean }> {
  let served = false;
  await context.route(/\/assets\/words-(?:first|rest)-id-[\w-]+\.js$/, (route) => {
    served = true;
    return route.fulfill({ contentType: 'text/javascript', body: pseudoModule });
  });
  return { served: () => served };
}

/** Everything on the page that is read, one entry a piece; labels and titles with the attribute's name before them. */
async function piecesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pieces = new Set<string>([document.title]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.parentElement;
      const text = (node.textContent ?? '').trim();
      if (text === '' || !at || at.closest('script, style, noscript, [contenteditable]')) continue;
      // A list as long as the world's zones holds names of places, not words.
      const list = at.closest('select');
      if (list ? list.options.length < 100 : at.checkVisibility()) pieces.add(text);
    }
    for (const name of [
      'aria-label',
      'aria-description',
      'aria-valuetext',
      'aria-roledescription',
      'placeholder',
      'title',
      'alt',
    ])
      for (const at of document.querySelectorAll(`[${name}]`))
        pieces.add(`${name}: ${at.getAttribute(name) ?? ''}`);
    return [...pieces];
  });
}

/** Letters that are read in any language as they are: names of languages, zones and days by the browser. */
const formats = [
  ...Object.values(languages).map(({ name }) => name),
  ...['long', 'short'].flatMap((size) => monthsAndDays(size as 'long' | 'short')),
  'WITA',
  'WIB',
  'WIT',
];

function monthsAndDays(size: 'long' | 'short'): string[] {
  const show = (options: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat('id-ID', { ...options, timeZone: 'UTC' }).format(at);
  const months = Array.from({ length: 12 }, (_, month) => show({ month: size }, Date.UTC(2026, month, 15)));
  const days = Array.from({ length: 7 }, (_, day) => show({ weekday: size }, Date.UTC(2026, 0, 4 + day)));
  return [...months, ...days];
}

/** Worded once per language beside the protocol; a missing one does not compile. */
const refusals = refusalCodes.map((code) => refusalSentence(code, 'id'));

/** Meetings to start from are content, in every language of a record. */
const templateWords = [
  ...Object.values(kindMethods),
  ...Object.values(templates).flatMap(({ title, items }) => [
    title,
    ...items.flatMap((item) => [item.title, item.method, item.output]),
  ]),
].map(({ id: said }) => said);

/** Literals of the words in which rules and results are said, beside the count; complete or they do not compile. */
const tallySource = readFileSync(tallyWords, 'utf8');
const tallyPhrases = [/'([^'\n]+)'/g, /`([^`]+)`/g]
  .flatMap((literal) => [...tallySource.matchAll(literal)])
  .flatMap(([, text = '']) => text.split(/\$\{[^}]*\}/))
  .flatMap((phrase) => [phrase, phrase.trim()])
  .filter((phrase) => phrase.trim().length > 2)
  .toSorted((a, b) => b.length - a.length);

/** Whether all of it is said by the count, a whole phrase among it. */
function isOfTally(piece: string): boolean {
  let rest = piece;
  let longest = 0;
  for (const phrase of tallyPhrases) {
    if (!rest.includes(phrase)) continue;
    longest = Math.max(longest, phrase.length);
    rest = rest.replaceAll(phrase, ' ');
  }
  return longest >= 10 && !/[A-Za-z]{2,}/.test(rest);
}

/** Pieces with letters that no catalogue has given; `own` is what people wrote: names, titles, texts. */
export async function plainWords(page: Page, own: readonly string[]): Promise<string[]> {
  const known = [...own, ...formats, ...refusals, ...templateWords]
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length);
  return (await piecesOf(page)).filter((piece) => {
    let rest = piece
      .replace(/^(aria-\w+|placeholder|title|alt): /, '')
      // Addresses, with and without their scheme.
      .replaceAll(/\w+:\/\/\S+|\b[\d.]+:\d+\/\S*/g, '');
    // As if a catalogue had given it, so that the lists that the browser makes of it are known as such.
    for (const word of known) rest = rest.replaceAll(word, '⟦⟧');
    // Codes of a door, marks of partners, fingerprints, zones by their names in the database of zones, GMT+7.
    rest = rest
      .replaceAll(/\b[A-Z]\w+\/[A-Z][\w/]+/g, ' ')
      .replaceAll(/\b[0-9a-f]{64}\b/g, ' ')
      // The browser joins lists.
      .replaceAll(/⟧,? dan ⟦/g, ' ')
      .replaceAll(/\b(?:GMT|[B-DF-HJ-NP-TV-XZ]{3}|[A-Z]{1,2}|[0-9a-f]{4})\b/g, ' ');
    return /[A-Za-z]{2,}/.test(rest) && !isOfTally(rest);
  });
}
