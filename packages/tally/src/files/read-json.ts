/**
 * The project's own ballots file: JSON with `candidates`, `ballots` and what the count needs to know.
 *
 *     { "title", "method", "seats", "candidates": ["A", …], "withdrawn": [1],
 *       "ballots": [{ "count": 3, "ranking": [[0], [2, 1]] }],    indexes; an inner list is a tie, an empty one a skipped rank
 *       "unranked": "last" | "exhausted", "strength": "margins" | "winning",
 *       "tieBreak": "candidate-order" | [2, 0, 1] }               the published order: the earlier one wins
 *
 * Ballots that give marks have `"marks": [5, null, 0]`, one for each candidate (also under the name `scores`), or, by name,
 * `{ "A": 5 }`; those that approve have `"approvals": [0, 2]`. Other keys (such as `expected`, what a source published) are
 * passed over. The method's own fields (`stopAt`, `unrankedPoints`, `most`, `budget`, `grades` …) may stand beside them. Only candidates and ballots must be there; a ballot without `count` is one.
 */
import {
  checkName,
  isMark,
  isSeats,
  isSetting,
  Names,
  takeSetting,
  Turnout,
  withoutEmptyEnd,
} from './checks';
import type {
  ElectionFile,
  FileBallots,
  FileSettings,
  MarkedFileBallot,
  RankedFileBallot,
} from './election-file';
import { Misread, reading, type FileProblemCode, type FileReading } from './file-problem';
import { checkJson, offsetOf, type JsonPath } from './json-scan';

export function readJson(text: string): FileReading {
  return reading(text, (whole) => {
    checkJson(whole);
    const value: unknown = JSON.parse(whole);
    return new JsonReader(whole).election(value);
  });
}

type Fields = Readonly<Record<string, unknown>>;

class JsonReader {
  readonly #names = new Names();
  readonly #turnout = new Turnout();

  constructor(private readonly text: string) {}

  election(value: unknown): ElectionFile {
    const file = this.#fields(value, []);
    if (!Object.hasOwn(file, 'candidates') || !Object.hasOwn(file, 'ballots'))
      this.#fail('not_an_election', []);
    this.#list(file['candidates'], ['candidates']).forEach((name, i) => this.#candidate(name, i));
    if (this.#names.list.length === 0) this.#fail('no_candidates', ['candidates']);
    return {
      title: this.#title(file),
      method: this.#word(file, 'method'),
      seats: this.#seats(file),
      candidates: this.#names.list,
      withdrawn: this.#withdrawn(file),
      ...this.#ballots(file['ballots']),
      unranked: this.#oneOf(file, 'unranked', ['last', 'exhausted']),
      strength: this.#oneOf(file, 'strength', ['margins', 'winning']),
      tieOrder: this.#tieOrder(file),
      settings: this.#settings(file),
      grades: this.#grades(file),
    };
  }

  #candidate(name: unknown, i: number): void {
    if (typeof name !== 'string') this.#fail('wrong_kind', ['candidates', i], name);
    this.#at(['candidates', i], (at) => this.#names.add(name, at));
  }

  #title(file: Fields): string {
    const title = valueOf(file, 'title') ?? '';
    if (typeof title !== 'string') this.#fail('wrong_kind', ['title'], title);
    if (title !== '') this.#at(['title'], (at) => checkName(title, at));
    return title;
  }

  #seats(file: Fields): number {
    const seats = valueOf(file, 'seats') ?? 1;
    return isSeats(seats) ? seats : this.#fail('bad_seats', ['seats'], seats);
  }

  #withdrawn(file: Fields): number[] {
    const value = valueOf(file, 'withdrawn') ?? [];
    const seen = new Set<number>();
    for (const [i, each] of this.#list(value, ['withdrawn']).entries())
      this.#addOnce(seen, each, ['withdrawn', i]);
    return [...seen].sort((a, b) => a - b);
  }

  #tieOrder(file: Fields): number[] | null {
    const value = valueOf(file, 'tieBreak');
    if (value === undefined) return null;
    if (value === 'candidate-order') return this.#names.list.map((_, i) => i);
    if (!Array.isArray(value)) this.#fail('unknown_word', ['tieBreak'], value);
    const seen = new Set<number>();
    for (const [i, each] of this.#list(value, ['tieBreak']).entries())
      this.#addOnce(seen, each, ['tieBreak', i]);
    if (seen.size < this.#names.list.length) this.#fail('bad_tie_order', ['tieBreak']);
    return [...seen];
  }

  #settings(file: Fields): FileSettings {
    const settings: FileSettings = {};
    for (const key of Object.keys(file).filter(isSetting)) {
      const value = valueOf(file, key);
      if (value !== undefined && !takeSetting(settings, key, value)) this.#fail('unknown_word', [key], value);
    }
    return settings;
  }

  #grades(file: Fields): string[] | null {
    const value = valueOf(file, 'grades');
    if (value === undefined) return null;
    const grades = new Names();
    for (const [i, each] of this.#list(value, ['grades']).entries()) {
      if (typeof each !== 'string') this.#fail('wrong_kind', ['grades', i], each);
      this.#at(['grades', i], (at) => grades.add(each, at));
    }
    return grades.list;
  }

  #ballots(value: unknown): FileBallots {
    const [ranked, marked]: [RankedFileBallot[], MarkedFileBallot[]] = [[], []];
    for (const [i, each] of this.#list(value, ['ballots']).entries()) {
      const ballot = this.#ballot(each, ['ballots', i]);
      if ('ranking' in ballot) ranked.push(ballot);
      else marked.push(ballot);
      if (ranked.length > 0 && marked.length > 0) this.#fail('mixed_ballots', ['ballots', i]);
    }
    return marked.length > 0 ? { kind: 'marked', ballots: marked } : { kind: 'ranked', ballots: ranked };
  }

  #ballot(value: unknown, path: JsonPath): RankedFileBallot | MarkedFileBallot {
    const ballot = this.#fields(value, path);
    const count = valueOf(ballot, 'count') ?? 1;
    if (typeof count !== 'number') this.#fail('bad_count', [...path, 'count'], count);
    this.#at([...path, 'count'], (at) => this.#turnout.add(count, at));
    const said = ['ranking', 'marks', 'scores', 'approvals'].filter((key) => Object.hasOwn(ballot, key));
    const [key] = said;
    if (key === undefined || said.length > 1) this.#fail('mixed_ballots', path);
    const place = [...path, key];
    if (key === 'ranking') return { count, ranking: this.#ranking(ballot[key], place) };
    return {
      count,
      marks: key === 'approvals' ? this.#approvals(ballot[key], place) : this.#marks(ballot[key], place),
    };
  }

  #ranking(value: unknown, path: JsonPath): number[][] {
    const seen = new Set<number>();
    const ranking = this.#list(value, path).map((tie, rank) =>
      this.#list(tie, [...path, rank]).map((each, i) => this.#addOnce(seen, each, [...path, rank, i])),
    );
    return withoutEmptyEnd(ranking);
  }

  #approvals(value: unknown, path: JsonPath): (number | null)[] {
    const seen = new Set<number>();
    for (const [i, each] of this.#list(value, path).entries()) this.#addOnce(seen, each, [...path, i]);
    return this.#names.list.map((_, i) => (seen.has(i) ? 1 : null));
  }

  #marks(value: unknown, path: JsonPath): (number | null)[] {
    if (!Array.isArray(value)) return this.#marksByName(this.#fields(value, path), path);
    const marks = this.#list(value, path).map((each, i) => this.#mark(each, [...path, i]));
    if (marks.length > this.#names.list.length) this.#fail('no_such_candidate', path, marks.length);
    return this.#names.list.map((_, i) => marks[i] ?? null);
  }

  #marksByName(fields: Fields, path: JsonPath): (number | null)[] {
    const marks = this.#names.list.map((): number | null => null);
    for (const [name, mark] of Object.entries(fields)) {
      const index = this.#names.indexOf(name);
      if (index === undefined) this.#fail('no_such_candidate', [...path, name], name);
      marks[index] = this.#mark(mark, [...path, name]);
    }
    return marks;
  }

  #mark(value: unknown, path: JsonPath): number | null {
    return value === null || isMark(value) ? value : this.#fail('bad_mark', path, value);
  }

  #addOnce(seen: Set<number>, value: unknown, path: JsonPath): number {
    if (typeof value !== 'number' || this.#names.list[value] === undefined)
      this.#fail('no_such_candidate', path, value);
    if (seen.has(value)) this.#fail('candidate_twice', path, value);
    seen.add(value);
    return value;
  }

  #word(file: Fields, key: string): string | null {
    const value = valueOf(file, key);
    if (value === undefined) return null;
    if (typeof value !== 'string') this.#fail('wrong_kind', [key], value);
    return /^[a-z0-9-]{1,40}$/.test(value) ? value : this.#fail('unknown_word', [key], value);
  }

  #oneOf<Word extends string>(file: Fields, key: string, words: readonly Word[]): Word | null {
    const value = valueOf(file, key);
    if (value === undefined) return null;
    return words.find((word) => word === value) ?? this.#fail('unknown_word', [key], value);
  }

  #list(value: unknown, path: JsonPath): readonly unknown[] {
    return Array.isArray(value) ? (value as unknown[]) : this.#fail('wrong_kind', path, value);
  }

  #fields(value: unknown, path: JsonPath): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      this.#fail('wrong_kind', path, value);
    return { ...value };
  }

  /** Runs a check that wants an offset, which is looked up only where the check fails. */
  #at(path: JsonPath, check: (at: number) => void): void {
    try {
      check(0);
    } catch (error) {
      if (error instanceof Misread) this.#fail(error.code, path, error.found);
      throw error;
    }
  }

  #fail(code: FileProblemCode, path: JsonPath, found: unknown = ''): never {
    throw new Misread(
      code,
      offsetOf(this.text, path),
      typeof found === 'string' ? found : JSON.stringify(found),
    );
  }
}

/** A field that is null says as little as one that is not there. */
function valueOf(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? (fields[key] ?? undefined) : undefined;
}
