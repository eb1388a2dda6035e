/**
 * The BLT format, as OpenSTV and OpaVote write it (first in Hill, Wichmann and Woodall, "Algorithm 123: Single
 * Transferable Vote by Meek's method", 1987; https://www.opavote.com/help/overview#blt-file-format):
 *
 *     4 2                 four candidates for two seats
 *     -2                  the second has withdrawn
 *     3 1 3=4 - 2 0       three ballots: 1, then 3 and 4 equal, a rank skipped, then 2; the 0 ends the ballot
 *     0                   the ballots end
 *     "Adam"              a name each, a quotation mark in it doubled; then the title
 *
 * One ballot a line, so that a 0 that slipped into a ballot is found and not counted as something else. Comments (# to the
 * end of the line), ballot ids in brackets, several withdrawn, names of one word without quotes, and two quoted fields after
 * the title are read too. What BLT cannot say stands in a comment of ours, `# mufakat: method=… unranked=… strength=…
 * tie-break=2,1 stopAt=…`.
 */
import { checkName, isSeats, isSetting, Names, takeSetting, Turnout, withoutEmptyEnd } from './checks';
import { fileLimits, type ElectionFile, type FileSettings, type RankedFileBallot } from './election-file';
import { Misread, reading, type FileProblemCode, type FileReading } from './file-problem';

export function readBlt(text: string): FileReading {
  return reading(text, (whole) => new BltReader(whole).election());
}

type Token = { text: string; at: number; quoted: boolean };
type Line = { tokens: Token[]; end: number };
type Said = Pick<ElectionFile, 'method' | 'unranked' | 'strength'>;

class BltReader {
  readonly #lines: Generator<Line>;
  #said: Said = { method: null, unranked: null, strength: null };
  readonly #settings: FileSettings = {};
  #tieOrder: Token | null = null;
  #candidates = 0;
  #end = 0;

  constructor(private readonly text: string) {
    this.#lines = linesOf(text, (comment) => this.#comment(comment));
  }

  election(): ElectionFile {
    const seats = this.#header();
    const withdrawn = new Set<number>();
    const ballots: RankedFileBallot[] = [];
    const turnout = new Turnout();
    for (let line = this.#line(); ; line = this.#line()) {
      const [first] = line;
      if (first.text === '0' && line.length === 1) break;
      if (ballots.length === 0 && /^-\d/.test(first.text)) this.#withdraw(line, withdrawn);
      else ballots.push(this.#ballot(line, turnout));
    }
    const names = this.#names();
    return {
      title: names.title,
      seats,
      candidates: names.candidates,
      withdrawn: [...withdrawn].sort((a, b) => a - b),
      kind: 'ranked',
      ballots,
      ...this.#said,
      tieOrder: this.#tieOrder ? this.#orderOf(this.#tieOrder) : null,
      settings: this.#settings,
      grades: null,
    };
  }

  /** The next line that says something; never empty. */
  #line(): [Token, ...Token[]] {
    for (let next = this.#lines.next(); !next.done; next = this.#lines.next()) {
      this.#end = next.value.end;
      const [first, ...rest] = next.value.tokens;
      if (first) return [first, ...rest];
    }
    throw new Misread('ends_early', this.text.length);
  }

  #header(): number {
    const [candidates, seats, more] = this.#line();
    this.#candidates = numberOf(candidates) ?? fail('syntax', candidates);
    if (this.#candidates === 0) fail('no_candidates', candidates);
    if (this.#candidates > fileLimits.candidates) fail('too_many_candidates', candidates);
    if (!seats) throw new Misread('bad_seats', this.#end);
    if (more) fail('syntax', more);
    const n = numberOf(seats);
    return isSeats(n) ? n : fail('bad_seats', seats);
  }

  #withdraw(line: readonly Token[], withdrawn: Set<number>): void {
    for (const token of line) {
      if (!token.text.startsWith('-')) fail('syntax', token);
      const index = this.#candidate(token, token.text.slice(1));
      if (withdrawn.has(index)) fail('candidate_twice', token);
      withdrawn.add(index);
    }
  }

  #ballot(line: readonly Token[], turnout: Turnout): RankedFileBallot {
    const tokens = line[0]?.text.startsWith('(') ? line.slice(1) : line;
    const [weight, ...ranks] = tokens;
    if (!weight) throw new Misread('bad_count', this.#end);
    const count = numberOf(weight) ?? fail('bad_count', weight);
    if (count === 0) fail(ranks.length > 0 ? 'bad_count' : 'syntax', weight);
    turnout.add(count, weight.at);
    const quoted = ranks.find((rank) => rank.quoted);
    if (quoted) fail('syntax', quoted);
    const last = ranks.pop();
    if (last?.text !== '0') throw new Misread('ballot_open', this.#end);
    const seen = new Set<number>();
    return { count, ranking: withoutEmptyEnd(ranks.map((rank) => this.#rank(rank, seen))) };
  }

  #rank(token: Token, seen: Set<number>): number[] {
    if (token.text === '-') return [];
    return token.text.split('=').map((number) => {
      const index = this.#candidate(token, number);
      if (seen.has(index)) fail('candidate_twice', token);
      seen.add(index);
      return index;
    });
  }

  #candidate(token: Token, text: string): number {
    const number = numberOf({ ...token, text }) ?? fail('syntax', token);
    return number >= 1 && number <= this.#candidates ? number - 1 : fail('no_such_candidate', token);
  }

  #names(): { candidates: string[]; title: string } {
    const names = new Names();
    const rest: Token[] = [];
    for (const { tokens } of this.#lines) {
      for (const token of tokens) {
        if (names.list.length < this.#candidates) names.add(nameOf(token), token.at);
        else if (rest.length < 3) rest.push(token);
        else fail('text_after_end', token);
      }
    }
    if (names.list.length < this.#candidates) throw new Misread('ends_early', this.text.length);
    const [title] = rest;
    if (title && title.text !== '') checkTitle(title);
    return { candidates: names.list, title: title?.text ?? '' };
  }

  #comment({ text, at }: Token): void {
    const ours = /^#\s*mufakat:(.*)$/s.exec(text);
    for (const word of (ours?.[1] ?? '').split(/\s+/).filter((each) => each !== '')) {
      const [key = '', value = ''] = word.split('=', 2);
      this.#setting(key, { text: value, at, quoted: false });
    }
  }

  #setting(key: string, value: Token): void {
    const { text } = value;
    if (key === 'method' && /^[a-z0-9-]{1,40}$/.test(text)) this.#said.method = text;
    else if (key === 'unranked' && (text === 'last' || text === 'exhausted')) this.#said.unranked = text;
    else if (key === 'strength' && (text === 'margins' || text === 'winning')) this.#said.strength = text;
    else if (key === 'tie-break') this.#tieOrder = value;
    else if (!isSetting(key) || !takeSetting(this.#settings, key, text))
      fail('unknown_word', { ...value, text: `${key}=${text}` });
  }

  /** Known only once the header was read: a comment may stand before it. */
  #orderOf(token: Token): number[] {
    const order = token.text.split(',').map((number) => this.#candidate(token, number));
    if (order.length !== this.#candidates || new Set(order).size < order.length) fail('bad_tie_order', token);
    return order;
  }
}

function* linesOf(text: string, comment: (token: Token) => void): Generator<Line> {
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length;) {
    const end = lineEnd(text, at);
    const tokens: Token[] = [];
    for (let next = tokenAt(text, at, end); next; next = tokenAt(text, next.end, end)) {
      if (next.token.text.startsWith('#') && !next.token.quoted) comment(next.token);
      else tokens.push(next.token);
      if (tokens.length > fileLimits.candidates * 2 + 4) throw new Misread('row_too_long', next.token.at);
    }
    yield { tokens, end };
    at = end + 1;
  }
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

/** The token that begins at or after `from` in the line that ends at `end`; null where there is none. */
function tokenAt(text: string, from: number, end: number): { token: Token; end: number } | null {
  let at = from;
  while (at < end && /\s/.test(text[at] ?? '')) at += 1;
  if (at >= end) return null;
  const sign = text[at];
  if (sign === '#') return { token: { text: text.slice(at, end), at, quoted: false }, end };
  if (sign === '"') return quotedAt(text, at, end);
  let stop = at;
  while (stop < end && !/[\s#]/.test(text[stop] ?? '')) stop += 1;
  return { token: { text: text.slice(at, stop), at, quoted: false }, end: stop };
}

function quotedAt(text: string, at: number, end: number): { token: Token; end: number } {
  for (
    let close = text.indexOf('"', at + 1);
    close >= 0 && close < end;
    close = text.indexOf('"', close + 2)
  ) {
    if (text[close + 1] === '"') continue;
    if (close + 1 < end && !/[\s#]/.test(text[close + 1] ?? '')) throw new Misread('quote_open', close, '"');
    const token = { text: text.slice(at + 1, close).replaceAll('""', '"'), at, quoted: true };
    return { token, end: close + 1 };
  }
  throw new Misread('quote_open', at, '"');
}

function nameOf(token: Token): string {
  // A number here is a ballot that came after the end of the ballots.
  return token.quoted || /^[^\d"(-]/.test(token.text) ? token.text : fail('syntax', token);
}

function checkTitle(token: Token): void {
  checkName(nameOf(token), token.at);
}

/** Undefined where it is not a whole number in plain digits. */
function numberOf({ text, quoted }: Token): number | undefined {
  return !quoted && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function fail(code: FileProblemCode, { at, text }: Token): never {
  throw new Misread(code, at, text);
}
