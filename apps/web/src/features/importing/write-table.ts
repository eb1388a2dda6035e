// A table to take along: opens in Excel with its letters whole (byte order mark), in the separator that the language's sheets use,
// and no cell is ever a formula.
import type { Language } from '../../i18n/languages';

export async function writeTable(rows: readonly (readonly string[])[], language: Language): Promise<string> {
  const { default: papa } = await import('papaparse');
  const safe = rows.map((row) => row.map(harmless));
  const delimiter = language === 'id' ? ';' : ',';
  return `\uFEFF${papa.unparse(safe, { delimiter, newline: '\r\n' })}\r\n`;
}

/** A sheet would run what begins like a formula; the apostrophe makes it words. */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
