/**
 * `mufakat tally FILE…`: each file is read and counted by itself, so that one which is broken hides nothing of the
 * others: a line with the place of what is wrong, and the next. Text goes to people, JSON to programs, one object a line.
 *
 * The file's own method, seats, strength and order for ties count, unless an option says otherwise. A BLT file, which
 * cannot name a method, is Scottish STV.
 */
import {
  ballotMethods,
  electionOfFile,
  electionProblems,
  fileLimits,
  fileProblemInWords,
  readElection,
  tallyElection,
  type CountWishes,
  type CsvCells,
} from '@mufakat/tally';
import type { Lang } from './messages';
import { decodeText, readBytes } from './read-bytes';
import { tallyJson } from './tally-json';
import { tallyMessages } from './tally-messages';
import { tallyText } from './tally-text';

/** As typed; undefined where nothing was. */
export type TallyOptions = {
  method: string | undefined;
  seats: string | undefined;
  strength: string | undefined;
  tieBreak: string | undefined;
};

type Wishes = Omit<CountWishes, 'tieOrder'> & { tieBreak: 'candidate-order' | 'none' | number[] | undefined };
type Reading = { json: boolean; lang: Lang; wishes: Wishes };
type Told = { out: string[]; err: string[] };

/** Control characters are not yet made harmless. `exitCode` 2: something was wrong with a file. */
export async function* tallyFiles(
  files: readonly string[],
  reading: Reading,
): AsyncGenerator<Told & { exitCode: 0 | 2 }> {
  for (const [i, file] of files.entries()) {
    const told = await tallyFile(file, reading);
    const gap = i > 0 && !reading.json && told.out.length > 0 ? [''] : [];
    yield { out: [...gap, ...told.out], err: told.err, exitCode: told.err.length > 0 ? 2 : 0 };
  }
}

/** What was wished for, or the line that says what is wrong with it. */
export function readWishes({ method, seats, strength, tieBreak }: TallyOptions, lang: Lang): Wishes | string {
  const say = tallyMessages[lang];
  if (method !== undefined && !isMethod(method)) return say.count.unknown_method(method);
  if (seats !== undefined && !/^[1-9]\d{0,2}$/.test(seats)) return say.badSeats(seats);
  if (strength !== undefined && strength !== 'margins' && strength !== 'winning')
    return say.badStrength(strength);
  const order = readTieBreak(tieBreak);
  if (order === null) return say.badTieBreak(tieBreak ?? '');
  return { method, seats: seats === undefined ? undefined : Number(seats), strength, tieBreak: order };
}

function isMethod(name: string): boolean {
  return ballotMethods.some((method) => method === name);
}

function readTieBreak(typed: string | undefined): Wishes['tieBreak'] | null {
  if (typed === undefined || typed === 'candidate-order' || typed === 'none') return typed;
  return /^[1-9]\d{0,3}(,[1-9]\d{0,3})*$/.test(typed)
    ? typed.split(',').map((each) => Number(each) - 1)
    : null;
}

async function tallyFile(file: string, reading: Reading): Promise<Told> {
  const say = tallyMessages[reading.lang];
  const bad = (sentence: string): Told => ({ out: [], err: [say.bad(file, sentence)] });
  const read = await readBytes(file, fileLimits.characters * 2);
  if (!read.ok) return bad(read.reason === 'EFBIG' ? say.tooLarge : say.unreadable(read.reason));
  const decoded = decodeText(read.bytes);
  if (!decoded.ok) return bad(say.notText(decoded.line, decoded.column));
  const told = tallyTextOf(file, decoded.text, reading);
  return typeof told === 'string' ? bad(told) : { out: told, err: [] };
}

/** The lines of the result, or what is wrong. */
function tallyTextOf(file: string, text: string, { json, lang, wishes }: Reading): string[] | string {
  const say = tallyMessages[lang];
  const read = readElection(text, cellsOf(wishes.method));
  if (!read.ok) return fileProblemInWords(read.problem, lang);
  const { election: found, format } = read;
  const method = format === 'blt' && found.method === null ? 'stv-scottish' : undefined;
  const countable = electionOfFile(found, {
    ...wishes,
    method: wishes.method ?? method,
    tieOrder: tieOrderOf(wishes.tieBreak, found.candidates.length),
  });
  if (!countable.ok) return say.count[countable.problem.code](countable.problem.found);
  const { election } = countable;
  const [problem] = electionProblems(election);
  if (problem) {
    const place = problem.ballot === null ? '' : `${say.ballot(problem.ballot + 1)}: `;
    return `${place}${say.election[problem.code]}`;
  }
  const result = tallyElection(election);
  return json
    ? [JSON.stringify(tallyJson(file, found.title, election.options, result))]
    : tallyText(file, found.title, election.options, result, lang);
}

/** Numbers in a table are ranks, unless the method marks. */
function cellsOf(method: string | undefined): CsvCells {
  const marking = ['approval', 'score', 'dots', 'quadratic', 'star', 'majority-judgment', 'temperature'];
  return method !== undefined && marking.includes(method) ? 'marks' : 'ranks';
}

function tieOrderOf(wish: Wishes['tieBreak'], candidates: number): readonly number[] | null | undefined {
  if (wish === 'none') return null;
  return wish === 'candidate-order' ? Array.from({ length: candidates }, (_, i) => i) : wish;
}
