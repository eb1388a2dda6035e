/**
 * Names of shared documents: `<kind>/<id>`. Each kind is a permission zone of its own; the id is that of the fact
 * that the document belongs to (a meeting, a decision, a goal). Nothing else knows how names are built.
 */
export const documentKinds = ['agenda', 'wording', 'notes', 'minutes', 'goal'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface DocumentName {
  kind: DocumentKind;
  /** Of the meeting (agenda, notes, minutes), the decision (wording) or the goal. */
  id: string;
}

const pattern = /^([a-z]+)\/([A-Za-z0-9_-]{22})$/;

export function documentName(kind: DocumentKind, id: string): string {
  return `${kind}/${id}`;
}

/** Null for anything that is not a name of ours. */
export function parseDocumentName(name: string): DocumentName | null {
  const [, kind, id] = pattern.exec(name) ?? [];
  const known = documentKinds.find((one) => one === kind);
  return known && id !== undefined ? { kind: known, id } : null;
}
