import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileProblemInWords } from '../words/file-problem-in-words';
import type { ElectionFile } from './election-file';
import { fileProblemCodes, type FileProblemCode, type FileReading } from './file-problem';
import { readElection } from './read-election';
import { readBlt } from './read-blt';
import { readCsv } from './read-csv';
import { readJson } from './read-json';
import { electionFiles } from './testing';
import { writeBlt, writeCsv, writeJson } from './write-election';

function read(reading: FileReading): ElectionFile {
  if (!reading.ok) throw new Error(fileProblemInWords(reading.problem, 'en'));
  return reading.election;
}

function problemOf(text: string, cells: 'ranks' | 'marks' = 'ranks'): unknown[] {
  const reading = readElection(text, cells);
  if (reading.ok) return ['read'];
  const { code, line, column } = reading.problem;
  return [code, line, column];
}

const fourForTwo = `4 2          # four candidates, two seats
-2
3 1 3 4 0
(17) 4 1 - 3=2 0
1 0
0
"Adam" "Basil"
Charlotte
"Donald ""Don"" Duck, Jr."
"Title # of it" # not of it
"a source"
`;

describe('BLT', () => {
  test('everything that it knows', () => {
    expect(read(readBlt(fourForTwo))).toEqual({
      title: 'Title # of it',
      method: null,
      seats: 2,
      candidates: ['Adam', 'Basil', 'Charlotte', 'Donald "Don" Duck, Jr.'],
      withdrawn: [1],
      kind: 'ranked',
      ballots: [
        { count: 3, ranking: [[0], [2], [3]] },
        { count: 4, ranking: [[0], [], [2, 1]] },
        { count: 1, ranking: [] },
      ],
      unranked: null,
      strength: null,
      tieOrder: null,
      settings: {},
      grades: null,
    });
  });

  test('with the line ends of Windows and a byte order mark', () => {
    expect(readElection(`\ufeff${fourForTwo.replaceAll('\n', '\r\n')}`, 'ranks')).toEqual({
      ok: true,
      format: 'blt',
      election: read(readBlt(fourForTwo)),
    });
  });

  test.each<[string, string, FileProblemCode, number, number]>([
    ['a candidate that does not stand', '2 1\n3 1 3 0\n0\n"A"\n"B"\n', 'no_such_candidate', 2, 5],
    ['a 0 within a ballot', '2 1\n3 1 0 2 0\n0\n"A"\n"B"\n', 'no_such_candidate', 2, 5],
    ['a ballot without its 0', '2 1\n3 1 2\n0\n"A"\n"B"\n', 'ballot_open', 2, 6],
    ['a candidate twice', '2 1\n3 1 1 0\n0\n"A"\n"B"\n', 'candidate_twice', 2, 5],
    ['a candidate twice in a tie', '2 1\n3 1=1 0\n0\n"A"\n"B"\n', 'candidate_twice', 2, 3],
    ['half a ballot paper', '2 1\n0.5 1 0\n0\n"A"\n"B"\n', 'bad_count', 2, 1],
    ['a ballot of weight 0', '2 1\n0 1 0\n0\n"A"\n"B"\n', 'bad_count', 2, 1],
    ['no end of the ballots', '2 1\n3 1 0\n"A"\n"B"\n', 'bad_count', 3, 1],
    ['a name too few', '2 1\n3 1 0\n0\n"A"\n', 'ends_early', 5, 1],
    ['a name twice', '2 1\n3 1 0\n0\n"A"\n"A"\n', 'name_twice', 5, 1],
    ['a ballot after the end', '2 1\n0\n3 1 0\n"A"\n"B"\n', 'syntax', 3, 1],
    ['a quotation mark that is not closed', '2 1\n0\n"A\n"B"\n', 'quote_open', 3, 1],
    ['one that is closed too early', '2 1\n0\n"A"a"\n"B"\n', 'quote_open', 3, 3],
    ['something after the title', '1 1\n0\n"A"\n"T"\n"S"\n"C"\n"more"\n', 'text_after_end', 7, 1],
    ['a stranger who withdraws', '2 1\n-3\n0\n"A"\n"B"\n', 'no_such_candidate', 2, 1],
    ['nobody', '0 1\n0\n', 'no_candidates', 1, 1],
    ['no seat', '2 0\n0\n"A"\n"B"\n', 'bad_seats', 1, 3],
    [
      'a comment of ours that is wrong',
      '1 1\n0\n"A"\n# mufakat: method=x strength=huge\n',
      'unknown_word',
      4,
      1,
    ],
    ['an order for ties that is none', '2 1\n0\n"A"\n"B"\n# mufakat: tie-break=1,1\n', 'bad_tie_order', 5, 1],
    ['a hundred thousand candidates', '99999 1\n0\n', 'too_many_candidates', 1, 1],
  ])('%s has its place', (_what, text, ...problem) => {
    expect(problemOf(text)).toEqual(problem);
  });
});

describe('a table', () => {
  const expected = {
    candidates: ['Adam', 'Basil', 'Charlotte'],
    kind: 'ranked',
    ballots: [
      { count: 3, ranking: [[0], [1]] },
      { count: 1, ranking: [[1, 2], [], [0]] },
    ],
  };

  test.each([
    ['semicolons', 'jumlah;Adam;Basil;Charlotte\n3;1;2;\n1;3;1;1\n'],
    ['commas, quotes and the count at the end', '"Adam",Basil,Charlotte,Count\r\n1,"2",,3\r\n3,1,1,1\r\n'],
    [
      'tabs and a byte order mark',
      '\ufeffballot id\tAdam\tBasil\tCharlotte\tweight\n\n7\t1\t2\t\t3\n\t 3 \t1\t1\t1',
    ],
  ])('of ranks, with %s', (_what, text) => {
    expect(read(readCsv(text, 'ranks'))).toMatchObject(expected);
  });

  test('of preferences in order: a ballot a row without a count', () => {
    const text = 'Pilihan 1,Pilihan 2,Pilihan 3\nCharlotte,"Adam, B.",\n,,\n"Adam, B.",,Charlotte\n';
    expect(read(readCsv(text, 'ranks'))).toMatchObject({
      candidates: ['Adam, B.', 'Charlotte'],
      ballots: [
        { count: 1, ranking: [[1], [0]] },
        { count: 1, ranking: [[0], [], [1]] },
      ],
    });
  });

  test('of marks', () => {
    expect(read(readCsv('A;B\n5;0\n;3\n', 'marks'))).toMatchObject({
      kind: 'marked',
      ballots: [
        { count: 1, marks: [5, 0] },
        { count: 1, marks: [null, 3] },
      ],
    });
  });

  test.each<[string, string, FileProblemCode, number, number]>([
    ['nothing', '', 'empty', 1, 1],
    ['only line ends', '\n\r\n', 'empty', 1, 1],
    ['a rank that is none', 'A;B\n1;2\n1;x\n', 'bad_rank', 3, 3],
    ['a rank 0', 'A;B\n0;1\n', 'bad_rank', 2, 1],
    ['no number of ballots', 'count;A;B\n;1;2\n', 'bad_count', 2, 1],
    ['a name twice', 'A;B;A\n1;2;3\n', 'name_twice', 1, 5],
    ['a column without a name', 'A;;B\n1;2;3\n', 'bad_name', 1, 3],
    ['a row that is too long', 'A;B\n1;2;3\n', 'row_too_long', 2, 5],
    ['a choice made twice', '1,2\nA,A\n', 'candidate_twice', 2, 3],
    ['only a count', 'count\n3\n', 'no_candidates', 1, 1],
    ['preferences of nobody', 'count,1\n3,\n', 'no_candidates', 1, 1],
    ['an open quotation mark', 'A;B\n1;"2\n', 'quote_open', 2, 3],
  ])('%s has its place', (_what, text, ...problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  test('a mark that is none has its place', () => {
    expect(problemOf('A;B\n5;1.5\n', 'marks')).toEqual(['bad_mark', 2, 3]);
  });

  test('names that a sheet would run, or that look like headings, come back as they were', () => {
    const candidates = [
      '=1+1',
      "'=1",
      '2',
      'Ballot',
      ' spaced ',
      'count',
      '1',
      'Rank 3',
      "'t Hooft",
      '"q"',
      '__proto__',
    ];
    const election: ElectionFile = { ...read(readCsv('A\n1\n', 'ranks')), candidates };
    expect(writeCsv(election)).toMatch(/^count;'=1\+1;''=1;/);
    expect(read(readCsv(writeCsv(election), 'ranks')).candidates).toEqual(candidates);
  });
});

describe('JSON', () => {
  const least = '{"candidates":["A","B"],"ballots":[{"ranking":[[1],[0]]}]}';

  test('candidates and ballots are enough', () => {
    expect(read(readJson(least))).toEqual({
      title: '',
      method: null,
      seats: 1,
      candidates: ['A', 'B'],
      withdrawn: [],
      kind: 'ranked',
      ballots: [{ count: 1, ranking: [[1], [0]] }],
      unranked: null,
      strength: null,
      tieOrder: null,
      settings: {},
      grades: null,
    });
  });

  test('marks by candidate, by name, and approvals', () => {
    const of = (ballot: string) => read(readJson(`{"candidates":["A","B"],"ballots":[${ballot}]}`));
    expect(of('{"count":2,"marks":[3]}').ballots).toEqual([{ count: 2, marks: [3, null] }]);
    expect(of('{"scores":{"B":4}}').ballots).toEqual([{ count: 1, marks: [null, 4] }]);
    expect(of('{"approvals":[1]}').ballots).toEqual([{ count: 1, marks: [null, 1] }]);
  });

  test.each<[string, string, FileProblemCode, number, number]>([
    ['an open list', '{"candidates":["A"],\n "ballots":[', 'ends_early', 2, 13],
    ['a comma too many', '{"candidates":["A",],\n "ballots":[]}', 'syntax', 1, 20],
    ['a key twice', '{"candidates":["A"],\n "ballots":[],\n "ballots":[]}', 'key_twice', 3, 2],
    ['text after the end', '{"candidates":["A"],"ballots":[]} x', 'text_after_end', 1, 35],
    ['an open text', '{"candidates":["A', 'quote_open', 1, 16],
    ['a list', '[]', 'wrong_kind', 1, 1],
    ['another thing', '{"a":1}', 'not_an_election', 1, 1],
    ['no ballots', '{"candidates":["A"],"ballots":{}}', 'wrong_kind', 1, 31],
    ['nobody', '{"candidates":[],"ballots":[]}', 'no_candidates', 1, 15],
    ['a name that is a number', '{"candidates":["A",1],"ballots":[]}', 'wrong_kind', 1, 20],
    ['a name twice', '{"candidates":["A","A"],"ballots":[]}', 'name_twice', 1, 20],
    ['a name with a line break', '{"candidates":["A\\n"],"ballots":[]}', 'bad_name', 1, 16],
    [
      'a stranger',
      '{"candidates":["A"],"ballots":[\n{"ranking":[[0]]},\n{"ranking":[[1]]}]}',
      'no_such_candidate',
      3,
      14,
    ],
    ['half a candidate', '{"candidates":["A"],"ballots":[{"ranking":[[0.5]]}]}', 'no_such_candidate', 1, 45],
    ['a candidate twice', '{"candidates":["A"],"ballots":[{"ranking":[[0],[0]]}]}', 'candidate_twice', 1, 49],
    ['a rank that is no list', '{"candidates":["A"],"ballots":[{"ranking":[0]}]}', 'wrong_kind', 1, 44],
    ['no votes', '{"candidates":["A"],"ballots":[{"count":0,"ranking":[]}]}', 'bad_count', 1, 41],
    ['half a vote', '{"candidates":["A"],"ballots":[{"count":1.5,"ranking":[]}]}', 'bad_count', 1, 41],
    [
      'too many votes',
      '{"candidates":["A"],"ballots":[{"count":9007199254740991,"ranking":[]}]}',
      'too_many_voters',
      1,
      41,
    ],
    [
      'ballots of two kinds',
      '{"candidates":["A"],"ballots":[{"ranking":[]},{"marks":[]}]}',
      'mixed_ballots',
      1,
      47,
    ],
    ['an empty ballot', '{"candidates":["A"],"ballots":[{}]}', 'mixed_ballots', 1, 32],
    ['half a mark', '{"candidates":["A"],"ballots":[{"marks":[0.5]}]}', 'bad_mark', 1, 42],
    ['seats', '{"seats":0,"candidates":["A"],"ballots":[]}', 'bad_seats', 1, 10],
    ['strength', '{"strength":"huge","candidates":["A"],"ballots":[]}', 'unknown_word', 1, 13],
    ['a field of the method', '{"stopAt":"never","candidates":["A"],"ballots":[]}', 'unknown_word', 1, 11],
    ['half an order', '{"tieBreak":[0],"candidates":["A","B"],"ballots":[]}', 'bad_tie_order', 1, 13],
  ])('%s has its place', (_what, text, ...problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  test('keys that mean something to JavaScript mean nothing', () => {
    const text =
      '{"__proto__":{"method":"irv"},"candidates":["__proto__"],"ballots":[{"scores":{"__proto__":2}}]}';
    expect(read(readJson(text))).toMatchObject({ method: null, ballots: [{ count: 1, marks: [2] }] });
  });
});

describe('what is written is read back', () => {
  test('JSON: the same election', () => {
    fc.assert(
      fc.property(electionFiles(), (election) => {
        expect(readElection(writeJson(election), 'ranks')).toEqual({ ok: true, format: 'json', election });
      }),
    );
  });

  test('BLT: the same election', () => {
    fc.assert(
      fc.property(electionFiles('ranked'), (election) => {
        expect(readElection(writeBlt(election) ?? '', 'ranks')).toEqual({
          ok: true,
          format: 'blt',
          election,
        });
      }),
    );
  });

  test('a table: the same candidates and ballots', () => {
    fc.assert(
      fc.property(electionFiles(), fc.constantFrom<';' | ','>(';', ','), (election, separator) => {
        const { kind, candidates, ballots } = election;
        const cells = kind === 'ranked' ? 'ranks' : 'marks';
        const back = read(readCsv(writeCsv(election, separator), cells));
        expect(back).toMatchObject({ kind: ballots.length > 0 ? kind : back.kind, candidates, ballots });
      }),
    );
  });

  test('marks are nothing for BLT', () => {
    expect(writeBlt(read(readCsv('A\n1\n', 'marks')))).toBeNull();
  });
});

describe('a file that was changed anywhere', () => {
  const written = electionFiles().chain((election) =>
    fc.constantFrom(writeJson(election), writeBlt(election) ?? writeCsv(election), writeCsv(election)),
  );
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(3),
    put: fc.oneof(
      fc.constantFrom('', '"', '0', '-1', '\n', '\r', ';', '{', '[', '=', '#', '\u0000', '\ud800'),
      fc.string(),
    ),
  });

  test('is read, or has its place', () => {
    fc.assert(
      fc.property(written, fc.array(change, { minLength: 1, maxLength: 3 }), (text, changes) => {
        let changed = text;
        for (const { at, cut, put } of changes) {
          const from = Math.floor(at * changed.length);
          changed = changed.slice(0, from) + put + changed.slice(from + cut);
        }
        for (const cells of ['ranks', 'marks'] as const) expectReadOrPlaced(changed, cells);
      }),
      { numRuns: 1000 },
    );
  });

  test('so is any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expectReadOrPlaced(text, 'ranks')));
  });

  function expectReadOrPlaced(text: string, cells: 'ranks' | 'marks'): void {
    const reading = readElection(text, cells);
    if (reading.ok) {
      expect(reading.election.candidates.length).toBeGreaterThan(0);
      return;
    }
    const { code, line, column } = reading.problem;
    const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
    expect(fileProblemCodes).toContain(code);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 2);
  }
});

describe('a hostile file ends in a sentence', () => {
  test.each([
    ['lists in lists', '['.repeat(1e6), 'too_deep'],
    ['a text without end', `{"a":"${'x'.repeat(5e6)}`, 'quote_open'],
    ['a number without end', `{"a":${'9'.repeat(5e6)}}`, 'syntax'],
    ['gaps', `{"a":${' '.repeat(5e6)}`, 'ends_early'],
    ['empty lines', `2 1${'\n'.repeat(5e6)}`, 'ends_early'],
    ['cells', ';'.repeat(5e6), 'row_too_long'],
    ['ranks', `2 1\n1 ${'- '.repeat(2e6)}`, 'row_too_long'],
    ['one large cell', `A;"${'x'.repeat(5e6)}`, 'quote_open'],
    ['names', `{"candidates":[${'"a",'.repeat(1e6)}"b"],"ballots":[]}`, 'name_twice'],
    ['more than may be', ' '.repeat(64 * 1024 * 1024 + 1), 'too_large'],
  ])(
    '%s',
    (_what, text, code) => {
      expect(problemOf(text)[0]).toBe(code);
    },
    20_000,
  );
});

test('every problem has a sentence in each language', () => {
  for (const code of fileProblemCodes) {
    const problem = { code, line: 3, column: 7, found: '9' };
    expect(fileProblemInWords(problem, 'en')).toMatch(/^line 3, column 7: .{8,} \(9\)$/);
    expect(fileProblemInWords(problem, 'id')).toMatch(/^baris 3, kolom 7: .{8,} \(9\)$/);
  }
});
