/**
 * Nodes of a rich text compared and copied. A copy takes what the shape of texts knows: elements, texts, attributes
 * that are plain values; it ends where reading ends, so a hostile text cannot make it run for ever.
 */
import * as Y from 'yjs';
import { deltaOf, isElement, maxNesting } from './rich-text';

export type RichNode = Y.XmlElement | Y.XmlText;

function isNode(child: unknown): child is RichNode {
  return isElement(child) || child instanceof Y.XmlText;
}

export function nodesIn(parent: Y.XmlFragment): RichNode[] {
  return parent.toArray().filter((child: unknown) => isNode(child));
}

/** Equal for nodes that are built alike; whatever is no node is like no other. */
export function keyOfNode(node: unknown): string {
  return JSON.stringify(shapeOf(node, 0));
}

function shapeOf(node: unknown, depth: number): unknown {
  if (node instanceof Y.XmlText) return textRuns(node).map(({ text, marks }) => [text, marksKey(marks)]);
  if (!isElement(node)) return null;
  const children: unknown[] = depth > maxNesting ? [] : node.toArray();
  const attributes = plainAttributes(node).sort(([a], [b]) => (a < b ? -1 : 1));
  return { is: node.nodeName, attributes, children: children.map((child) => shapeOf(child, depth + 1)) };
}

/** A new node, for another place or another document. */
export function copyNode(node: RichNode, depth = 0): RichNode {
  return isElement(node) ? copyElement(node, depth) : copyText(node);
}

function copyElement(element: Y.XmlElement, depth: number): Y.XmlElement {
  const copy = new Y.XmlElement(element.nodeName);
  for (const [name, value] of plainAttributes(element)) setPlainAttribute(copy, name, value);
  if (depth <= maxNesting) {
    const children = nodesIn(element).map((child) => copyNode(child, depth + 1));
    copy.insert(0, children);
  }
  return copy;
}

function copyText(text: Y.XmlText): Y.XmlText {
  const copy = new Y.XmlText();
  const delta = textRuns(text).map(({ text: insert, marks }) => ({ insert, attributes: marks }));
  copy.applyDelta(delta, { sanitize: false });
  return copy;
}

export type PlainValue = string | number | boolean;

export function plainAttributes(element: Y.XmlElement): [string, PlainValue][] {
  const attributes: Record<string, unknown> = element.getAttributes();
  return Object.entries(attributes).flatMap(([name, value]): [string, PlainValue][] =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, value]]
      : [],
  );
}

/** Yjs types attributes as strings by default, and keeps whatever plain value an editor gives. */
export function setPlainAttribute(
  element: Y.XmlElement<Record<string, PlainValue>>,
  name: string,
  value: PlainValue,
): void {
  element.setAttribute(name, value);
}

export type Marks = Record<string, unknown>;

export interface TextRun {
  text: string;
  marks: Marks;
}

/** Characters with their marks; what is no text is left out. */
export function textRuns(text: Y.XmlText): TextRun[] {
  const runs: TextRun[] = [];
  for (const { insert, attributes } of deltaOf(text)) {
    if (typeof insert !== 'string') continue;
    const marks = typeof attributes === 'object' && attributes !== null ? { ...attributes } : {};
    const last = runs.at(-1);
    if (last && marksKey(last.marks) === marksKey(marks)) last.text += insert;
    else runs.push({ text: insert, marks });
  }
  return runs;
}

/** Equal for equal marks, in whatever order they were set. */
export function marksKey(marks: Marks): string {
  return JSON.stringify(Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)));
}
