/** A decision's wording: one rich text (rich-text.ts) in the Y.XmlFragment `wording`. */
import type { CanonBlock } from '@mufakat/record';
import type * as Y from 'yjs';
import { readRichText } from './rich-text';

export function wordingFragment(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('wording');
}

/** The text as blocks, ready for packages/record's canonical form. */
export function readWording(doc: Y.Doc): CanonBlock[] {
  return readRichText(wordingFragment(doc));
}
