/**
 * `mufakat verify FILE…`: each file is read, verified and recounted by itself, so that one which is broken
 * hides nothing of the others. Text goes to people, JSON to programs; both say the same.
 *
 * Invariant: bytes are decoded as strict UTF-8, since a decoder that mends them could hide a changed byte.
 */
import { readFile } from 'node:fs/promises';
import { readRecord, verifyRecord, type RecordProblem, type Verdict } from '@mufakat/record';
import { tallyInWords } from '@mufakat/tally';
import { messages, type Lang, type Messages } from './messages';
import { recountPolls, type PollRecount } from './recount';

type Problem = Omit<RecordProblem, 'code'> & { code: keyof Messages['problem'] };
type Verified = Extract<Verdict, { ok: true }> & { file: string; polls: PollRecount[] };
type Report =
  | Verified
  | { file: string; ok: false; problems: Problem[] }
  | { file: string; ok: false; unreadable: string };

export type Lines = { out: string[]; err: string[]; exitCode: 0 | 1 | 2 };

export async function verifyFiles(
  files: readonly string[],
  { json, lang }: { json: boolean; lang: Lang },
): Promise<Lines> {
  const reports: Report[] = [];
  // One after the other: a record may be large.
  for (const file of files) reports.push(await verifyFile(file));
  const say = messages[lang];
  return {
    out: json ? jsonLines(reports) : reports.flatMap((report) => outLines(report, lang)),
    err: reports.flatMap((report) =>
      'unreadable' in report ? [say.unreadable(report.file, report.unreadable)] : [],
    ),
    exitCode: exitCodeOf(reports),
  };
}

/** Control characters stay readable to programs and harmless to screens. */
function jsonLines(reports: readonly Report[]): string[] {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(reports, null, 2)
    .split('\n')
    .map((line) => line.replace(/\p{Cc}/gu, escape));
}

function exitCodeOf(reports: readonly Report[]): 0 | 1 | 2 {
  if (reports.some((report) => 'unreadable' in report)) return 2;
  return reports.every(({ ok }) => ok) ? 0 : 1;
}

async function verifyFile(file: string): Promise<Report> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return { file, ok: false, unreadable: reasonOf(error) };
  }
  const text = decode(bytes);
  if (text === null) return { file, ok: false, problems: [{ code: 'not_utf8', seq: null, detail: '' }] };
  return verifyText(file, text);
}

function verifyText(file: string, text: string): Report {
  const verdict = verifyRecord(text);
  if (!verdict.ok) return { file, ...verdict };
  const read = readRecord(text);
  const polls = 'file' in read ? recountPolls(read.file) : [];
  const problems = polls.filter(({ state }) => state === 'differs').map(differing);
  return problems.length > 0 ? { file, ok: false, problems } : { file, ...verdict, polls };
}

function differing({ pollId, seq }: PollRecount): Problem {
  return { code: 'recount', seq, detail: `poll ${pollId} comes to another result` };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function outLines(report: Report, lang: Lang): string[] {
  const say = messages[lang];
  if ('unreadable' in report) return [];
  if (!report.ok)
    return [say.notVerified(report.file), ...report.problems.map((each) => problemLine(each, say))];
  return [
    say.verified(report.file),
    say.events(report.events),
    say.head(report.headWords.join(' ')),
    say.erased(report.erased),
    ...(report.hidden > 0 ? [say.hidden(report.hidden)] : []),
    ...report.polls.map((poll) => pollLine(poll, lang)),
  ];
}

function pollLine({ pollId, seq, state, tally }: PollRecount, lang: Lang): string {
  const [result = ''] = tally ? tallyInWords(tally, lang, {}) : [];
  return [messages[lang].poll(pollId, seq, state), result].filter((part) => part !== '').join('. ');
}

function problemLine({ code, seq }: Problem, say: Messages): string {
  return `  ${say.place(seq)}: ${say.problem[code]} [${code}]`;
}
