/**
 * One text node made that of another: first its characters (what both begin and end with stays), then their marks.
 * Marks that changed are set anew without touching the characters, which keep their authors.
 */
import type * as Y from 'yjs';
import { marksKey, textRuns, type Marks, type TextRun } from './rich-node';

/** False where the text holds anything but characters: nothing was changed, the node has to be replaced. */
export function restoreText(target: Y.XmlText, source: Y.XmlText): boolean {
  const present = charactersOf(textRuns(target));
  const wanted = textRuns(source);
  if (present.length !== target.length) return false;
  restoreCharacters(target, present, charactersOf(wanted));
  restoreMarks(target, wanted);
  return true;
}

function charactersOf(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}

function restoreCharacters(target: Y.XmlText, present: string, wanted: string): void {
  const shorter = Math.min(present.length, wanted.length);
  let start = 0;
  while (start < shorter && present[start] === wanted[start]) start += 1;
  if (isLowHalf(present, start) || isLowHalf(wanted, start)) start -= 1;
  let end = 0;
  while (end < shorter - start && present.at(-1 - end) === wanted.at(-1 - end)) end += 1;
  if (isLowHalf(present, present.length - end) || isLowHalf(wanted, wanted.length - end)) end -= 1;
  target.delete(start, present.length - start - end);
  target.insert(start, wanted.slice(start, wanted.length - end));
}

/** Whether a cut at `at` would part the two halves of a character, which Yjs would then spoil. */
function isLowHalf(text: string, at: number): boolean {
  return at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text.charAt(at));
}

function restoreMarks(target: Y.XmlText, wanted: readonly TextRun[]): void {
  const present = perCharacter(textRuns(target));
  let at = 0;
  for (const { text, marks } of wanted) {
    for (const stretch of stretchesOf(present.slice(at, at + text.length))) {
      if (marksKey(stretch.marks) !== marksKey(marks)) {
        target.format(at, stretch.length, { ...cleared(stretch.marks), ...marks });
      }
      at += stretch.length;
    }
  }
}

function perCharacter(runs: readonly TextRun[]): Marks[] {
  return runs.flatMap(({ text, marks }) => Array.from({ length: text.length }, () => marks));
}

/** Neighbours with the same marks, together. */
function stretchesOf(marks: readonly Marks[]): { marks: Marks; length: number }[] {
  const stretches: { marks: Marks; length: number }[] = [];
  for (const one of marks) {
    const last = stretches.at(-1);
    if (last?.marks === one) last.length += 1;
    else stretches.push({ marks: one, length: 1 });
  }
  return stretches;
}

function cleared(marks: Marks): Marks {
  return Object.fromEntries(Object.keys(marks).map((name) => [name, null]));
}
