import type { CanonBlock } from '@mufakat/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isElement, readRichText } from './rich-text';
import { setPlainAttribute } from './rich-node';
import { seedRichText } from './seed-rich-text';
import { TextReader } from './text-reader';

function followed(lines: readonly string[]) {
  const fragment = new Y.Doc().getXmlFragment('wording');
  seedRichText(fragment, lines);
  const told: (readonly CanonBlock[])[] = [];
  const stop = new TextReader(fragment).follow((blocks) => told.push(blocks));
  return { fragment, told, stop, now: () => told.at(-1) ?? [] };
}

function textAt(fragment: Y.XmlFragment, at: number): Y.XmlText {
  const found: Y.XmlText[] = [];
  const walk = (node: unknown): void => {
    if (node instanceof Y.XmlText) found.push(node);
    else if (node instanceof Y.XmlFragment) for (const child of node.toArray()) walk(child);
  };
  walk(fragment);
  return found[at % found.length] ?? new Y.XmlText();
}

test('a letter gives one new block, the others are the same values', () => {
  const { fragment, told, now } = followed(['# Tujuan', 'Setiap kelas', '- ada', '- gurunya']);
  const before = now();
  textAt(fragment, 1).insert(0, 'x');
  expect(told).toHaveLength(2);
  expect(now()[1]?.runs).toEqual([{ text: 'xSetiap kelas' }]);
  expect(now().filter((block, at) => block !== before[at])).toHaveLength(1);
});

test('is told nothing any more once it is let go of', () => {
  const { fragment, told, stop } = followed(['Setiap kelas']);
  stop();
  textAt(fragment, 0).insert(0, 'x');
  expect(told).toHaveLength(1);
});

const change = fc.oneof(
  fc.record({ do: fc.constant('insert' as const), at: fc.nat(20), text: fc.string({ maxLength: 5 }) }),
  fc.record({ do: fc.constant('bold' as const), at: fc.nat(20) }),
  fc.record({ do: fc.constant('break' as const), at: fc.nat(20) }),
  fc.record({ do: fc.constant('drop' as const), at: fc.nat(20) }),
  fc.record({ do: fc.constant('level' as const), at: fc.nat(20), level: fc.integer({ min: 1, max: 3 }) }),
);

test('gives at any time what reading from the start gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('# Kepala', 'Isi', '- satu', '- dua', ''), { minLength: 1, maxLength: 8 }),
      fc.array(change, { maxLength: 12 }),
      (lines, changes) => {
        const { fragment, now } = followed(lines);
        for (const one of changes) {
          const text = textAt(fragment, one.at);
          const parent = text.parent;
          if (one.do === 'insert') text.insert(0, one.text);
          else if (one.do === 'bold') text.format(0, Math.min(1, text.length), { bold: true });
          else if (one.do === 'break' && parent instanceof Y.XmlElement)
            parent.push([new Y.XmlElement('hardBreak'), new Y.XmlText('lagi')]);
          else if (one.do === 'level' && isElement(parent)) setPlainAttribute(parent, 'level', one.level);
          else if (one.do === 'drop' && fragment.length > 1) fragment.delete(one.at % fragment.length, 1);
        }
        expect(now()).toEqual(readRichText(fragment));
      },
    ),
  );
});
