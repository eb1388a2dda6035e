/**
 * From a document to the text that a poll or a ratification points to: canonical text, its SHA-256, and plain text
 * for people. The only place where prose becomes a fact.
 */
import { canonicalText, plainText, sha256Hex } from '@mufakat/record';
import type * as Y from 'yjs';
import { readWording } from './wording-doc';

export interface FrozenText {
  /** `canon:1` of packages/record. */
  text: string;
  plain: string;
  /** SHA-256 of `text` as UTF-8, 64 hex digits. */
  hash: string;
}

export function freezeWording(doc: Y.Doc): FrozenText {
  const blocks = readWording(doc);
  const text = canonicalText(blocks);
  return { text, plain: plainText(blocks), hash: sha256Hex(text) };
}
