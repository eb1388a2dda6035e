import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { partsOfBoth, type TextPart } from './text-parts';

const parts = (doc: Y.Doc, ...keys: string[]): TextPart[] =>
  keys.map((key) => ({ key, label: key, fragment: doc.getXmlFragment(key) }));

function both(old: string[], now: string[]): string[] {
  const [was, is] = [new Y.Doc(), new Y.Doc()];
  return partsOfBoth(parts(was, ...old), parts(is, ...now)).map(
    (part) => part.key + (part.old ? (part.now ? '' : '-') : '+'),
  );
}

it('puts today’s parts in today’s order, with what each was', () => {
  expect(both(['a', 'b'], ['b', 'a', 'c'])).toEqual(['b', 'a', 'c+']);
});

it('puts what is gone where it stood', () => {
  expect(both(['a', 'b', 'c', 'd'], ['a', 'd'])).toEqual(['a', 'b-', 'c-', 'd']);
  expect(both(['a', 'b'], [])).toEqual(['a-', 'b-']);
  expect(both(['a', 'b'], ['b'])).toEqual(['a-', 'b']);
});
