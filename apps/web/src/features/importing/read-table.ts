// A table as people have it: pasted from a sheet, or a file that Excel or LibreOffice wrote (commas, semicolons or tabs; a byte
// order mark; UTF-8, UTF-16 or the letters of an old Windows). The parser is loaded when the first table comes.
export interface Table {
  /** Empty ones too, so that lines count as in the sheet. */
  readonly rows: readonly (readonly string[])[];
}

/** More rows than a meeting takes people are a mistake. */
const mostRows = 1000;

export async function readTable(text: string): Promise<Table> {
  const { default: papa } = await import('papaparse');
  const clean = text.replace(/^\uFEFF/, '');
  // The separator is guessed from lines that have something in them.
  const { meta } = papa.parse(clean, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [';', ',', '\t', '|'],
    preview: 20,
  });
  const { data } = papa.parse<string[]>(clean, { delimiter: meta.delimiter, preview: mostRows + 1 });
  return { rows: data.map((row) => row.map((cell) => cell.normalize('NFC').replace(/\s+/gu, ' ').trim())) };
}

/** The words of a file, whatever it was saved as. */
export function decodeTable(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
