/**
 * Fills an empty rich text from plain lines, as a person would type them: `# ` begins a heading, `- ` a line of a list,
 * anything else is a paragraph. Does nothing where somebody has written.
 */
import * as Y from 'yjs';
import { editing } from './editing';

export function seedRichText(fragment: Y.XmlFragment, lines: readonly string[]): void {
  if (fragment.length > 0) return;
  const blocks: Y.XmlElement[] = [];
  let list: Y.XmlElement[] | null = null;
  const endList = () => {
    if (list) blocks.push(element('bulletList', list));
    list = null;
  };
  for (const line of lines) {
    if (line.startsWith('- ')) {
      (list ??= []).push(element('listItem', [paragraph(line.slice(2))]));
      continue;
    }
    endList();
    blocks.push(line.startsWith('# ') ? heading(line.slice(2)) : paragraph(line));
  }
  endList();
  const fill = () => fragment.insert(0, blocks);
  if (fragment.doc) fragment.doc.transact(fill, editing);
  else fill();
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

function paragraph(text: string): Y.XmlElement {
  return element('paragraph', [new Y.XmlText(text)]);
}

function heading(text: string): Y.XmlElement {
  const made = element('heading', [new Y.XmlText(text)]);
  // Typed as texts by Yjs; the editor knows its levels as numbers.
  const attributes: { setAttribute(name: string, value: unknown): void } = made;
  attributes.setAttribute('level', 3);
  return made;
}
