/**
 * Rich text in a Y.XmlFragment, in the shape that the editor (ProseMirror) writes: paragraph, heading, bulletList,
 * orderedList, listItem, blockquote, hardBreak, and text with marks. Wordings, clauses, notes and minutes share it.
 *
 * Reading is total: unknown elements are read through to their text, unknown marks are dropped.
 */
import type { CanonBlock, Mark, Run } from '@mufakat/record';
import * as Y from 'yjs';

/** The text as blocks, ready for packages/record's canonical form. */
export function readRichText(fragment: Y.XmlFragment): CanonBlock[] {
  return textBlocks(fragment).map(readBlock);
}

export function readBlock({ kind, inline }: TextBlock): CanonBlock {
  return { ...kind, runs: inline.flatMap(runsOf) };
}

/** What a block is, apart from its words. */
type BlockKind =
  | { kind: 'paragraph' | 'quote' }
  | { kind: 'heading'; level: 1 | 2 | 3 }
  | { kind: 'bullet' | 'ordered'; depth: number };

export interface TextBlock {
  kind: BlockKind;
  /** Texts, and elements that stand for a line break. */
  inline: (Y.XmlText | Y.XmlElement)[];
}

/** Deeper than any text needs; a hostile document may nest without end. */
export const maxNesting = 40;

/** The blocks of a text in order, those of nested lists and quotes among them. */
export function textBlocks(fragment: Y.XmlFragment): TextBlock[] {
  return blocksIn(fragment, { kind: 'paragraph' }, 0);
}

function blocksIn(parent: Y.XmlFragment, around: BlockKind, nesting: number): TextBlock[] {
  if (nesting > maxNesting) return [];
  return parent.toArray().flatMap((child) => blockOf(child, around, nesting));
}

function blockOf(child: unknown, around: BlockKind, nesting: number): TextBlock[] {
  if (child instanceof Y.XmlText) return [{ kind: around, inline: [child] }];
  if (!isElement(child)) return [];
  switch (child.nodeName) {
    case 'paragraph':
      return [{ kind: around, inline: inlineOf(child) }];
    case 'heading': {
      const level = levelOf(child.getAttribute('level'));
      return [{ kind: { kind: 'heading', level }, inline: inlineOf(child) }];
    }
    case 'blockquote':
      return blocksIn(child, { kind: 'quote' }, nesting + 1);
    case 'bulletList':
      return blocksIn(child, { kind: 'bullet', depth: depthBelow(around) }, nesting + 1);
    case 'orderedList':
      return blocksIn(child, { kind: 'ordered', depth: depthBelow(around) }, nesting + 1);
    default:
      return blocksIn(child, around, nesting + 1);
  }
}

/** Narrows to the element without the `any` that Yjs gives its attributes. */
export function isElement(child: unknown): child is Y.XmlElement {
  return child instanceof Y.XmlElement;
}

function depthBelow(around: BlockKind): number {
  return 'depth' in around ? around.depth + 1 : 0;
}

/** Attributes of a Yjs element are typed as strings, but an editor writes numbers too. */
function levelOf(value: unknown): 1 | 2 | 3 {
  const level = Number(value);
  return level === 1 || level === 2 ? level : 3;
}

function inlineOf(element: Y.XmlElement): TextBlock['inline'] {
  return element.toArray().flatMap((child: unknown): TextBlock['inline'] => {
    if (child instanceof Y.XmlText) return [child];
    return isElement(child) && child.nodeName === 'hardBreak' ? [child] : [];
  });
}

const markNames: Readonly<Record<string, Mark>> = {
  bold: 'bold',
  italic: 'italic',
  strike: 'strike',
  underline: 'underline',
  code: 'code',
};

function runsOf(inline: Y.XmlText | Y.XmlElement): Run[] {
  if (isElement(inline)) return [{ text: '\n' }];
  return deltaOf(inline).flatMap(({ insert, attributes }) =>
    typeof insert === 'string' ? [{ text: insert, ...marksIn(attributes) }] : [],
  );
}

export interface DeltaPart {
  /** A string; anything else stands for something that is no text. */
  insert?: unknown;
  attributes?: unknown;
}

/** Yjs types a delta as any; whoever reads its parts checks them piece by piece. */
export function deltaOf(text: Y.XmlText): DeltaPart[] {
  const delta: unknown = text.toDelta();
  return Array.isArray(delta) ? delta.map((part: DeltaPart) => part) : [];
}

function marksIn(attributes: unknown): Pick<Run, 'marks' | 'link'> {
  if (typeof attributes !== 'object' || attributes === null) return {};
  const marks = Object.entries(attributes).flatMap(([name, value]) => {
    const mark = Object.hasOwn(markNames, name) ? markNames[name] : undefined;
    return mark && value !== null && value !== false ? [mark] : [];
  });
  const link = linkIn('link' in attributes ? attributes.link : null);
  return { ...(marks.length > 0 ? { marks } : {}), ...(link === null ? {} : { link }) };
}

function linkIn(value: unknown): string | null {
  const href = typeof value === 'object' && value !== null && 'href' in value ? value.href : null;
  return typeof href === 'string' ? href : null;
}
