/**
 * Who wrote what: the Yjs client ids behind the characters of a text, as the document itself keeps them. Which person
 * stands behind a client id is the server's to say (a document's history). Marks are not counted, words are.
 */
import * as Y from 'yjs';
import { isElement, textBlocks, type TextBlock } from './rich-text';

export interface AuthorRun {
  text: string;
  clientId: number;
}

/** Runs of one author each, a list for each block of readRichText; a line break within a block is `\n`. */
export function authorRuns(fragment: Y.XmlFragment): AuthorRun[][] {
  return textBlocks(fragment).map(({ inline }) => merged(inline.flatMap(runsOf)));
}

/** Characters (code points) in these texts by the client id that wrote them. */
export function sharesIn(fragments: readonly Y.XmlFragment[]): Map<number, number> {
  const shares = new Map<number, number>();
  for (const { text, clientId } of fragments.flatMap(authorRuns).flat()) {
    shares.set(clientId, (shares.get(clientId) ?? 0) + [...text].length);
  }
  return shares;
}

function runsOf(inline: TextBlock['inline'][number]): AuthorRun[] {
  if (isElement(inline)) return inline._item ? [{ text: '\n', clientId: inline._item.id.client }] : [];
  const runs: AuthorRun[] = [];
  for (let item = inline._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    runs.push({ text: item.content.str, clientId: item.id.client });
  }
  return runs;
}

function merged(runs: readonly AuthorRun[]): AuthorRun[] {
  const out: AuthorRun[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last?.clientId === run.clientId) last.text += run.text;
    else out.push({ ...run });
  }
  return out;
}
