/**
 * What may be wrong with an election file: a code from a closed list, with the place where it was found. Worded per
 * language in words/file-problem-in-words.ts.
 *
 * Inside the readers a problem is thrown as a `Misread` and caught at their one door (reading), so that no half of an
 * election can leave them.
 */
import { fileLimits, type ElectionFile } from './election-file';

export const fileProblemCodes = [
  'too_large',
  'empty',
  'syntax',
  'ends_early',
  'key_twice',
  'too_deep',
  'not_an_election',
  'wrong_kind',
  'unknown_word',
  'bad_seats',
  'bad_name',
  'no_candidates',
  'too_many_candidates',
  'name_twice',
  'no_such_candidate',
  'candidate_twice',
  'bad_count',
  'ballot_open',
  'bad_rank',
  'bad_mark',
  'bad_tie_order',
  'mixed_ballots',
  'too_many_ballots',
  'too_many_voters',
  'row_too_long',
  'quote_open',
  'text_after_end',
] as const;
export type FileProblemCode = (typeof fileProblemCodes)[number];

/** `line` and `column` count from 1, columns in UTF-16 code units; `found` is what stood there, shortened, or ''. */
export type FileProblem = { code: FileProblemCode; line: number; column: number; found: string };

export type FileReading = { ok: true; election: ElectionFile } | { ok: false; problem: FileProblem };

/** Thrown by readers at `at`, an offset into the text. */
export class Misread extends Error {
  constructor(
    readonly code: FileProblemCode,
    readonly at: number,
    readonly found = '',
  ) {
    super(code);
  }
}

/** Runs a reader over a text that is not too large; any other error than a Misread is a bug and passes. */
export function reading(text: string, read: (text: string) => ElectionFile): FileReading {
  if (text.length > fileLimits.characters)
    return { ok: false, problem: { code: 'too_large', ...start, found: '' } };
  try {
    return { ok: true, election: read(text) };
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    return {
      ok: false,
      problem: { code: error.code, ...placeOf(text, error.at), found: shortened(error.found) },
    };
  }
}

const start = { line: 1, column: 1 };

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before[before.length - 1] ?? '').length + 1 };
}

function shortened(found: string): string {
  return found.length > 40 ? `${found.slice(0, 39)}…` : found;
}
