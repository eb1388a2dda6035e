import type { Tally } from '../result';
import type { Lang, Names } from './rule-in-words';

/** Short sentences, the result first. */
export function tallyInWords(_tally: Tally, _lang: Lang, _names: Names): string[] {
  throw new Error('not written yet');
}
