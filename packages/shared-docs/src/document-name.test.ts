/** Names of documents are built and read in one place. */
import { expect, test } from 'vitest';
import { documentKinds, documentName, parseDocumentName } from './document-name';

const id = 'AAAAAAAAAAAAAAAAAAAAAA';

test('a name is its kind and the id of what it belongs to', () => {
  expect(documentName('wording', id)).toBe(`wording/${id}`);
  for (const kind of documentKinds) expect(parseDocumentName(documentName(kind, id))).toEqual({ kind, id });
});

test.each([
  '',
  id,
  `secret/${id}`,
  `agenda/${id}x`,
  `agenda/${id}/more`,
  `agenda/${id.slice(1)}`,
  `AGENDA/${id}`,
  `agenda\n/${id}`,
])('no document is called %j', (name) => {
  expect(parseDocumentName(name)).toBeNull();
});
