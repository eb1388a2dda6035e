/** What holds for an election in every format: names, counts, rankings. Each check throws a Misread at the offset it is given. */
import { fileLimits, settingNumbers, settingWords, type FileSettings } from './election-file';
import { Misread } from './file-problem';

/** Adds names one by one, each with its offset. */
export class Names {
  readonly list: string[] = [];
  readonly #index = new Map<string, number>();

  add(name: string, at: number): void {
    checkName(name, at);
    if (this.#index.has(name)) throw new Misread('name_twice', at, name);
    if (this.list.length >= fileLimits.candidates) throw new Misread('too_many_candidates', at);
    this.#index.set(name, this.list.length);
    this.list.push(name);
  }

  indexOf(name: string): number | undefined {
    return this.#index.get(name);
  }
}

export function checkName(name: string, at: number): void {
  if (name.trim() === '' || name.length > fileLimits.nameCharacters || !isPrintable(name))
    throw new Misread('bad_name', at, name);
}

/** No control characters, no line breaks, no half of a surrogate pair: what every format and every UTF-8 file can carry. */
export function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(text);
}

/** Counts ballots and voters as they are read, and refuses those that are too many. */
export class Turnout {
  #ballots = 0;
  #voters = 0;

  add(count: number, at: number): void {
    if (!Number.isSafeInteger(count) || count < 1) throw new Misread('bad_count', at, String(count));
    this.#ballots += 1;
    this.#voters += count;
    if (this.#ballots > fileLimits.ballots) throw new Misread('too_many_ballots', at);
    if (this.#voters > fileLimits.voters) throw new Misread('too_many_voters', at);
  }
}

/** Whole; below 0 where a method lets one be against. */
export function isMark(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(Number(value)) <= fileLimits.mark && !Object.is(value, -0);
}

/** Takes a setting into `settings` if it is one and may be so; a number may come as text. */
export function takeSetting(settings: FileSettings, key: string, value: unknown): boolean {
  for (const each of settingNumbers) {
    if (each !== key) continue;
    const number = typeof value === 'string' && /^-?\d{1,7}$/.test(value) ? Number(value) : value;
    if (isMark(number)) settings[each] = number;
    return isMark(number);
  }
  return isSettingWord(key) && takeWord(settings, key, value);
}

export function isSetting(key: string): boolean {
  return isSettingWord(key) || settingNumbers.some((each) => each === key);
}

function isSettingWord(key: string): key is keyof typeof settingWords {
  return Object.hasOwn(settingWords, key);
}

function takeWord<Key extends keyof typeof settingWords>(
  settings: FileSettings,
  key: Key,
  value: unknown,
): boolean {
  const words: readonly string[] = settingWords[key];
  if (typeof value !== 'string' || !words.includes(value)) return false;
  // Input is parsed here: the word is one of this key's list.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion
  settings[key] = value as FileSettings[Key];
  return true;
}

export function isSeats(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= fileLimits.candidates;
}

/** Ranks that nobody stands on are kept where a better one follows, and dropped at the end. */
export function withoutEmptyEnd(ranking: number[][]): number[][] {
  let end = ranking.length;
  while (end > 0 && ranking[end - 1]?.length === 0) end -= 1;
  return ranking.slice(0, end);
}
