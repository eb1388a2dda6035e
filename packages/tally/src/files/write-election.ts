/**
 * Writes an election as a file of each format. Read back, JSON and BLT give the same election, whole; a table gives the
 * same candidates and ballots, since it has no place for more.
 */
import { writtenName } from './csv-columns';
import type { ElectionFile, MarkedFileBallot, RankedFileBallot } from './election-file';

/** The project's own format (read-json.ts), a ballot a line. */
export function writeJson(election: ElectionFile): string {
  const { kind: _, ballots, candidates, tieOrder, settings, withdrawn, ...said } = election;
  const ballotLines = ballots.map((ballot) => `    ${JSON.stringify(ballot)}`).join(',\n');
  const order = { tieBreak: tieOrder, withdrawn: withdrawn.length > 0 ? withdrawn : null };
  const lines = Object.entries({ ...said, ...order, ...settings, candidates })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${[...lines, `  "ballots": [${ballotLines === '' ? '' : `\n${ballotLines}\n  `}]`].join(',\n')}\n}\n`;
}

/** Null where the ballots are marks: BLT knows only rankings. */
export function writeBlt(election: ElectionFile): string | null {
  if (election.kind === 'marked') return null;
  const { candidates, seats, withdrawn, ballots, title } = election;
  return [
    `${candidates.length} ${seats}`,
    ...(withdrawn.length > 0 ? [withdrawn.map((index) => `-${index + 1}`).join(' ')] : []),
    ...ballots.map(bltBallot),
    '0',
    ...[...candidates, title].map((name) => `"${name.replaceAll('"', '""')}"`),
    ...bltSettings(election),
    '',
  ].join('\n');
}

function bltBallot({ count, ranking }: RankedFileBallot): string {
  const ranks = ranking.map((tie) => (tie.length === 0 ? '-' : tie.map((index) => index + 1).join('=')));
  return [count, ...ranks, 0].join(' ');
}

function bltSettings({ method, unranked, strength, tieOrder, settings }: ElectionFile): string[] {
  const order = tieOrder?.map((index) => index + 1).join(',') ?? null;
  const words = Object.entries({ method, unranked, strength, 'tie-break': order, ...settings })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${value}`);
  return words.length > 0 ? [`# mufakat: ${words.join(' ')}`] : [];
}

/** A column for each candidate after the count; with `separator` as the reader's sheets use it. */
export function writeCsv(election: ElectionFile, separator: ';' | ',' = ';'): string {
  const { candidates } = election;
  const rows =
    election.kind === 'ranked'
      ? election.ballots.map((ballot) => ranksRow(ballot, candidates.length))
      : election.ballots.map(marksRow);
  const head = ['count', ...candidates.map(writtenName)];
  return [head, ...rows].map((row) => `${row.map(csvCell).join(separator)}\r\n`).join('');
}

function ranksRow({ count, ranking }: RankedFileBallot, candidates: number): string[] {
  const row = [String(count), ...Array<string>(candidates).fill('')];
  ranking.forEach((tie, rank) => {
    for (const index of tie) row[index + 1] = String(rank + 1);
  });
  return row;
}

function marksRow({ count, marks }: MarkedFileBallot): string[] {
  return [String(count), ...marks.map((mark) => (mark === null ? '' : String(mark)))];
}

function csvCell(text: string): string {
  return /[";,\t\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
