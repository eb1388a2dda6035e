// The texts of a document as parts with names, and two states of it side by side.
import type { XmlFragment } from 'yjs';

export interface TextPart {
  /** The same in every state of the document. */
  readonly key: string;
  /** Null where the document has one text only. */
  readonly label: string | null;
  readonly lang?: string;
  readonly fragment: XmlFragment;
}

export interface PartOfBoth {
  readonly key: string;
  readonly label: string | null;
  readonly lang: string | undefined;
  /** Null where that state does not have the part. */
  readonly old: XmlFragment | null;
  readonly now: XmlFragment | null;
}

/** Parts in today's order; those that are gone come where they stood, after the last one before them that is still there. */
export function partsOfBoth(old: readonly TextPart[], now: readonly TextPart[]): PartOfBoth[] {
  const was = new Map(old.map((part) => [part.key, part]));
  const out = now.map(({ key, label, lang, fragment }): PartOfBoth => ({
    key,
    label,
    lang,
    old: was.get(key)?.fragment ?? null,
    now: fragment,
  }));
  let before: string | null = null;
  for (const { key, label, lang, fragment } of old) {
    if (!out.some((part) => part.key === key)) {
      const at = before === null ? 0 : out.findIndex((part) => part.key === before) + 1;
      out.splice(at, 0, { key, label, lang, old: fragment, now: null });
    }
    before = key;
  }
  return out;
}
