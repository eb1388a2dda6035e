/**
 * The head of a record as eight words that people can read aloud at the close and compare later: 64 bits
 * of its hash, a word a byte. The list is ordinary Indonesian nouns, easy to say in other languages too.
 *
 * Invariants, tested: 256 words, none a letter away from another, none longer than eight letters. The list
 * never changes: another list would be another version of the record.
 */
import { isHash } from './hash';
import { wordList } from './word-list';

/** Throws RangeError where the text is not a SHA-256 in lower-case hexadecimal. */
export function headWords(hash: string): string[] {
  if (!isHash(hash)) throw new RangeError('not a hash');
  return Array.from({ length: 8 }, (_, i) => wordList[parseInt(hash.slice(2 * i, 2 * i + 2), 16)] ?? '');
}
