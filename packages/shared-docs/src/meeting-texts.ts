/**
 * Notes and minutes: one document a meeting each, with a rich text (rich-text.ts) a part. Parts are top-level types,
 * which are made by asking: two who open the same part at once write into the same one, and a note is there before
 * its agenda item is adopted.
 */
import type * as Y from 'yjs';

/** The notes to an agenda item. */
export function notesOf(doc: Y.Doc, itemId: string): Y.XmlFragment {
  return doc.getXmlFragment(`item:${itemId}`);
}

/** The secretary's prose beside the facts of a part of the minutes: `opening`, `closing`, or an agenda item's id. */
export function minutesPart(doc: Y.Doc, partId: string): Y.XmlFragment {
  return doc.getXmlFragment(`part:${partId}`);
}
