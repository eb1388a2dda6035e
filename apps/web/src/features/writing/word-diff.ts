// Two states of a text, word by word: what stayed, what went, what came. Blanks between changed words count as changed, so that
// a rewritten passage reads as one.
import { diffArrays } from 'diff';

export interface Passage {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

/** After this long a comparison gives up and shows the whole text as rewritten. */
const patienceMs = 800;

export function wordDiff(before: string, after: string): Passage[] {
  const changes = diffArrays(wordsIn(before), wordsIn(after), { timeout: patienceMs });
  if (!changes) return clean([passage('old', before), passage('new', after)]);
  return joined(
    clean(
      changes.map(({ value, added, removed }) =>
        passage(added ? 'new' : removed ? 'old' : 'same', value.join('')),
      ),
    ),
  );
}

export const isSame = (passages: readonly Passage[]): boolean =>
  passages.every(({ kind }) => kind === 'same');

const passage = (kind: Passage['kind'], text: string): Passage => ({ kind, text });
const clean = (passages: readonly Passage[]): Passage[] => passages.filter(({ text }) => text !== '');

/** Words with what belongs to them, blanks, and signs one by one. */
function wordsIn(text: string): string[] {
  return (
    text.match(/[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*|\n|[^\S\n]+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
  );
}

/** Old before new in each stretch of changes; blanks between two changes go with both. */
function joined(passages: readonly Passage[]): Passage[] {
  const out: Passage[] = [];
  let [old, fresh] = ['', ''];
  const close = (): void => {
    out.push(...clean([passage('old', old), passage('new', fresh)]));
    [old, fresh] = ['', ''];
  };
  for (const [at, { kind, text }] of passages.entries()) {
    const inside = kind === 'same' && isGap(text) && old !== '' && fresh !== '' && at < passages.length - 1;
    if (kind === 'same' && !inside) {
      close();
      out.push(passage('same', text));
    } else {
      if (kind !== 'new') old += text;
      if (kind !== 'old') fresh += text;
    }
  }
  close();
  return out;
}

const isGap = (text: string): boolean => /^[^\S\n]+$/u.test(text);
