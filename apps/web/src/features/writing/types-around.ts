// Where a cursor stands in a shared document: what an awareness state holds is a position in some shared type.
import * as Y from 'yjs';

/** The type that a cursor stands in and all around it; a cursor of a stranger's client may be anything. */
export function typesAround(doc: Y.Doc, cursor: unknown): Y.AbstractType<unknown>[] {
  try {
    const head = typeof cursor === 'object' && cursor !== null && 'head' in cursor ? cursor.head : null;
    const position = Y.createRelativePositionFromJSON(head);
    const around: Y.AbstractType<unknown>[] = [];
    let type = Y.createAbsolutePositionFromRelativePosition(position, doc)?.type ?? null;
    while (type) {
      around.push(type as Y.AbstractType<unknown>);
      type = type.parent;
    }
    return around;
  } catch {
    return [];
  }
}
