/** A decision's wording: one rich text (rich-text.ts) in the Y.XmlFragment `wording`. */
import type { CanonBlock } from '@mufakat/record';
import * as Y from 'yjs';
import { editing } from './editing';
import { readRichText } from './rich-text';

export function wordingFragment(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('wording');
}

/** The text as blocks, ready for packages/record's canonical form. */
export function readWording(doc: Y.Doc): CanonBlock[] {
  return readRichText(wordingFragment(doc));
}

/** Fills a wording in which nobody has written yet, a paragraph a line; else does nothing. */
export function seedWording(doc: Y.Doc, text: string): void {
  if (doc.store.clients.size > 0) return;
  const paragraphs = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(line)]);
      return paragraph;
    });
  doc.transact(() => wordingFragment(doc).insert(0, paragraphs), editing);
}
