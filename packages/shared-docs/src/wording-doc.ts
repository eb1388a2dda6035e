/**
 * A wording's document: rich text in the Y.XmlFragment `wording`, in the shape that the editor (ProseMirror) writes:
 * paragraph, heading, bulletList, orderedList, listItem, blockquote, hardBreak, and text with marks.
 *
 * Reading is total: unknown elements are read through to their text, unknown marks are dropped.
 */
import type { CanonBlock, Mark, Run } from '@mufakat/record';
import * as Y from 'yjs';

export function wordingFragment(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('wording');
}

/** The text as blocks, ready for packages/record's canonical form. */
export function readWording(doc: Y.Doc): CanonBlock[] {
  return blocksIn(wordingFragment(doc), { kind: 'top' }, 0);
}

type Around = { kind: 'top' } | { kind: 'quote' } | { kind: 'bullet' | 'ordered'; depth: number };

/** Deeper than any text needs; a hostile document may nest without end. */
const maxNesting = 40;

function blocksIn(parent: Y.XmlFragment, around: Around, nesting: number): CanonBlock[] {
  if (nesting > maxNesting) return [];
  return parent.toArray().flatMap((child) => blockOf(child, around, nesting));
}

function blockOf(child: unknown, around: Around, nesting: number): CanonBlock[] {
  if (child instanceof Y.XmlText) return [block(around, runsIn(child))];
  if (!isElement(child)) return [];
  switch (child.nodeName) {
    case 'paragraph':
      return [block(around, inlineRuns(child))];
    case 'heading':
      return [{ kind: 'heading', level: levelOf(child.getAttribute('level')), runs: inlineRuns(child) }];
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
function isElement(child: unknown): child is Y.XmlElement {
  return child instanceof Y.XmlElement;
}

function block(around: Around, runs: Run[]): CanonBlock {
  switch (around.kind) {
    case 'top':
      return { kind: 'paragraph', runs };
    case 'quote':
      return { kind: 'quote', runs };
    default:
      return { ...around, runs };
  }
}

function depthBelow(around: Around): number {
  return 'depth' in around ? around.depth + 1 : 0;
}

/** Attributes of a Yjs element are typed as strings, but an editor writes numbers too. */
function levelOf(value: unknown): 1 | 2 | 3 {
  const level = Number(value);
  return level === 1 || level === 2 ? level : 3;
}

function inlineRuns(element: Y.XmlElement): Run[] {
  return element.toArray().flatMap((child): Run[] => {
    if (child instanceof Y.XmlText) return runsIn(child);
    return isElement(child) && child.nodeName === 'hardBreak' ? [{ text: '\n' }] : [];
  });
}

const markNames: Readonly<Record<string, Mark>> = {
  bold: 'bold',
  italic: 'italic',
  strike: 'strike',
  underline: 'underline',
  code: 'code',
};

function runsIn(text: Y.XmlText): Run[] {
  // Yjs types a delta as any; its shape is checked here piece by piece.
  const delta: unknown = text.toDelta();
  if (!Array.isArray(delta)) return [];
  return delta.flatMap((part: { insert?: unknown; attributes?: unknown }) => runIn(part));
}

function runIn({ insert, attributes }: { insert?: unknown; attributes?: unknown }): Run[] {
  return typeof insert === 'string' ? [{ text: insert, ...marksIn(attributes) }] : [];
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
