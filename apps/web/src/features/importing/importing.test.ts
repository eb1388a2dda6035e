import fc from 'fast-check';
import papa from 'papaparse';
import { limits, meetingCommandSchema, coalitionCommandSchema } from '@mufakat/domain';
import { describe, expect, it } from 'vitest';
import { guessColumns } from './guess-columns';
import { ImportRun } from './import-run.svelte';
import { personFields, readPeople } from './people-list';
import { readPartners } from './partner-list';
import { decodeTable, readTable } from './read-table';
import { bom, coalitionOf, excelPeople, meetingOf } from './testing';
import { harmless, writeTable } from './write-table';

describe('a table', () => {
  it.each([
    ['semicolons and CRLF', 'a;b\r\nc;d\r\n'],
    ['commas', 'a,b\nc,d'],
    ['tabs, as pasted from a sheet', 'a\tb\nc\td\n'],
    ['a byte order mark', `${bom}a,b\nc,d\n`],
    ['empty lines', '\n\na,b\n , \n\nc,d\n\n'],
    ['quotes', '"a","b"\n"c","d"'],
  ])('with %s is read', async (_what, text) => {
    const { rows } = await readTable(text);
    expect(rows.filter((row) => row.some((cell) => cell !== ''))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps quotes, separators and line breaks inside a cell', async () => {
    const { rows } = await readTable('Nama;Mitra\r\n"Sari ""Upik"" Dewi";"A; B\r\nC"\r\n');
    expect(rows[1]).toEqual(['Sari "Upik" Dewi', 'A; B C']);
  });

  it('is decoded from UTF-8, UTF-16 and the letters of an old Windows', () => {
    const text = 'Nama\nJosé';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
    ]);
    expect(decodeTable(utf16)).toBe(text);
    expect(decodeTable(new TextEncoder().encode(text))).toBe(text);
    expect(decodeTable(Uint8Array.from('José', (c) => c.charCodeAt(0)))).toBe('José');
  });
});

describe('columns', () => {
  it('are found by their names, in any order and either language', () => {
    const { lines, known } = guessColumns(
      [
        ['VOTE', 'Full name', '', 'Organisation'],
        ['yes', 'Ani', 'x', 'DP'],
      ],
      personFields,
    );
    expect(lines).toEqual([
      { line: 2, cells: { name: 'Ani', address: '', partner: 'DP', role: '', vote: 'yes' } },
    ]);
    expect([...known].sort()).toEqual(['name', 'partner', 'vote']);
  });

  it('count lines as the sheet does, empty ones too', () => {
    const { lines } = guessColumns([[''], ['nama'], ['', ''], ['Ani']], personFields);
    expect(lines.map(({ line, cells }) => [line, cells.name])).toEqual([[4, 'Ani']]);
  });

  it('stand in the usual order where no name is known', () => {
    const { lines } = guessColumns([['Ani', 'Ibu', 'DP']], personFields);
    expect(lines).toEqual([
      { line: 1, cells: { name: 'Ani', address: 'Ibu', partner: 'DP', role: '', vote: '' } },
    ]);
  });
});

describe('people from a list', () => {
  it('become seats, or say what stands in the way', async () => {
    const { rows } = await readTable(excelPeople);
    const [ratna, sari, khalid, budi] = readPeople(rows, meetingOf());
    expect(ratna).toMatchObject({
      line: 2,
      problems: [],
      command: { name: 'Ratna Wulandari', address: 'Ibu', roles: ['delegate'], votes: true },
    });
    expect(sari).toMatchObject({
      problems: [],
      command: { name: 'Sari "Upik" Dewi', roles: ['participant'], votes: false },
    });
    expect(sari?.command.partnerId).not.toBeNull();
    expect(khalid).toMatchObject({
      problems: [],
      command: { name: 'خالد الحسن', roles: ['observer'], votes: false },
    });
    expect(budi?.problems).toEqual([
      { is: 'partnerUnknown', said: 'Dinas Pertanian' },
      { is: 'roleUnknown', said: 'raja' },
      { is: 'voteUnknown', said: 'mungkin' },
    ]);
    for (const one of [ratna, sari, khalid])
      expect(meetingCommandSchema.parse(one?.command)).toEqual(one?.command);
  });

  it('vote by themselves as participant or delegate, where no column says otherwise', () => {
    const lines = readPeople(
      [
        ['nama', 'mitra', 'peran'],
        ['Ani', 'DP', ''],
        ['Budi', '', 'peninjau'],
      ],
      meetingOf(),
    );
    expect(lines.map(({ command }) => command.votes)).toEqual([true, false]);
  });

  it('may hold several roles', () => {
    const [ani] = readPeople(
      [
        ['nama', 'peran'],
        ['Ani', 'Notulis dan fasilitator'],
      ],
      meetingOf(),
    );
    expect(ani).toMatchObject({ problems: [], command: { roles: ['secretary', 'facilitator'] } });
  });

  it('are told apart from themselves: twice in the list, here already', () => {
    const lines = readPeople(
      [
        ['nama', 'mitra'],
        ['Ani', 'DP'],
        ['ANI', 'Dinas Pendidikan'],
        ['Ketua Forum', 'DP'],
      ],
      meetingOf(),
    );
    expect(lines.map(({ problems }) => problems)).toEqual([
      [],
      [{ is: 'twice', line: 2 }],
      [{ is: 'hereAlready' }],
    ]);
  });

  it('are refused before the server would refuse them', () => {
    const problems = (...row: string[]) =>
      readPeople([['nama', 'sapaan', 'mitra', 'peran', 'suara'], row], meetingOf())[0]?.problems.map(
        ({ is }) => is,
      );
    expect(problems('', 'Ibu', '', '', '')).toEqual(['nameMissing']);
    expect(problems('a'.repeat(limits.nameLength + 1), '', '', '', '')).toEqual(['tooLong']);
    expect(problems('Ani', 'b'.repeat(41), '', '', '')).toEqual(['tooLong']);
    expect(problems('Ani', '', '', 'utusan', 'ya')).toEqual(['delegateNeedsPartner']);
    expect(problems('Ani', '', 'DP', 'peninjau', 'ya')).toEqual(['roleCannotVote']);
  });

  it('whatever the table holds, what has no problem is a command', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('DP', 'peserta', 'utusan', 'ya', 'nama', ''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (rows) => {
        const trimmed = rows.map((row) => row.map((one) => one.trim()));
        for (const { command, problems } of readPeople(trimmed, meetingOf()))
          if (problems.length === 0) expect(meetingCommandSchema.safeParse(command).success).toBe(true);
      }),
    );
  });
});

describe('partners from a list', () => {
  const header = ['nama', 'singkatan', 'jenis', 'unsur', 'tempat', 'bobot'];

  it('become partners; letters and kind are guessed where the table is silent', () => {
    const [lentera, koperasi] = readPartners(
      [
        header,
        ['Yayasan Lentera Hulu', '', '', 'warga', 'Lubuk Tengah', ''],
        ['Sinar Rakit', 'SR', 'Dunia usaha', 'Usaha', '', '2'],
      ],
      coalitionOf(),
    );
    expect(lentera).toMatchObject({
      problems: [],
      command: { mark: 'LH', kind: 'civil-society', weight: 1 },
    });
    expect(koperasi).toMatchObject({ problems: [], command: { mark: 'SR', kind: 'business', weight: 2 } });
    for (const one of [lentera, koperasi])
      expect(coalitionCommandSchema.parse(one?.command)).toEqual(one?.command);
  });

  it('say what is taken or unknown', () => {
    const rows = [
      header,
      ['dinas PENDIDIKAN', 'XX', 'pemerintah', 'Warga', '', ''],
      ['Baru', 'dp', 'pemerintah', 'Warga', '', ''],
      ['Lain', 'LN', 'kerajaan', 'Langit', '', 'berat'],
      ['Satu', 'ST', 'warga', 'Warga', '', ''],
      ['Dua', 'ST', 'warga', 'Warga', '', ''],
    ];
    expect(readPartners(rows, coalitionOf()).map(({ problems }) => problems.map(({ is }) => is))).toEqual([
      ['nameTaken'],
      ['markTaken'],
      ['kindUnknown', 'chamberUnknown', 'weightUnknown'],
      [],
      ['markTaken'],
    ]);
  });
});

describe('a table to take along', () => {
  it('has no formula in it, whatever people are called', async () => {
    expect(['=1+1', '+62', '-x', '@x', '\tx', 'Ani', "'=1"].map(harmless)).toEqual([
      "'=1+1",
      "'+62",
      "'-x",
      "'@x",
      "'\tx",
      'Ani',
      "'=1",
    ]);
    const rows = [
      ['Nama', 'Tautan'],
      ['=HYPERLINK("x")', 'https://x/l#a;b'],
    ];
    for (const language of ['id', 'en'] as const) {
      const text = await writeTable(rows, language);
      expect(text.startsWith(bom)).toBe(true);
      const { data } = papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
      expect(data).toEqual([rows[0], [`'=HYPERLINK("x")`, 'https://x/l#a;b']]);
    }
  });
});

describe('taking in', () => {
  it('goes on after a refusal, waits where the server asks for patience, and does nothing twice', async () => {
    const run = new ImportRun();
    const calls: number[] = [];
    let busy = 2;
    const act = ({ line }: { line: number }) => {
      calls.push(line);
      if (line === 2 && busy-- > 0)
        return Promise.resolve({ ok: false as const, code: 'too_many_requests' as const });
      return Promise.resolve(
        line === 3 ? { ok: false as const, code: 'last_chair' as const } : { ok: true as const, value: null },
      );
    };
    const lines = [{ line: 1 }, { line: 2 }, { line: 3 }, { line: 4 }];
    await run.take(lines, act);
    expect(calls).toEqual([1, 2, 2, 2, 3, 4]);
    expect(run.done).toBe(3);
    expect(run.of(3)).toEqual({ is: 'refused', code: 'last_chair' });
    await run.take(lines, act);
    expect(calls.slice(6)).toEqual([3]);
  });
});
