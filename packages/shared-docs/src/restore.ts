/**
 * An older text made the present one, by new edits: what stands in both is not touched, so it keeps its authors and
 * the cursors in it; what differs is written afresh by whoever restores. One transaction with the origin `editing`,
 * so one undo. A document is never rebuilt: its history would be lost, and everyone would see all of it twice.
 *
 * Not here: where the older document comes from (the server's history), who may write (the server asks the rules).
 */
import * as Y from 'yjs';
import { commonRows } from './common-rows';
import { editing } from './editing';
import {
  addClause,
  clausesOf,
  clauseText,
  goalLanguages,
  moveClause,
  readGoal,
  removeClause,
} from './goal-doc';
import { copyNode, keyOfNode, nodesIn, plainAttributes, setPlainAttribute, type RichNode } from './rich-node';
import { isElement, maxNesting } from './rich-text';
import { restoreText } from './restore-text';

/** Makes `target`, which is in a document, read as `source` does. */
export function restoreFragment(target: Y.XmlFragment, source: Y.XmlFragment): void {
  if (!target.doc) throw new Error('only what is in a document can be restored');
  target.doc.transact(() => restoreChildren(target, source, 0), editing);
}

/** Makes the clauses of `doc`, their order and their words those of `from`. */
export function restoreGoal(doc: Y.Doc, from: Y.Doc): void {
  doc.transact(() => {
    const wanted = readGoal(from).map(({ id }) => id);
    restoreList(doc, wanted);
    for (const id of wanted) {
      for (const language of goalLanguages) {
        restoreFragment(clauseText(doc, id, language), clauseText(from, id, language));
      }
    }
  }, editing);
}

/** Clauses that are there already keep their entries; only those out of their place move. */
function restoreList(doc: Y.Doc, wanted: readonly string[]): void {
  for (const id of [...clausesOf(doc).keys()]) if (!wanted.includes(id)) removeClause(doc, id);
  const kept = readGoal(doc).map(({ id }) => id);
  const inPlace = new Set(commonRows(kept, wanted).map(([, at]) => wanted[at]));
  wanted.forEach((id, at) => {
    if (inPlace.has(id)) return;
    const others = readGoal(doc).filter((one) => one.id !== id);
    // Behind the one that it follows, which stands where it should by now.
    const place = others.findIndex((one) => one.id === wanted[at - 1]) + 1;
    if (kept.includes(id)) moveClause(doc, id, place);
    else addClause(doc, id, place);
  });
}

function restoreChildren(target: Y.XmlFragment, source: Y.XmlFragment, depth: number): void {
  const present: unknown[] = target.toArray();
  const wanted = nodesIn(source);
  const keys = [present.map(keyOfNode), wanted.map(keyOfNode)] as const;
  const kept = commonRows(...keys);
  // From the end, so that places before stay as they were counted.
  let [presentEnd, wantedEnd] = [present.length, wanted.length];
  for (const [presentAt, wantedAt] of [...kept.reverse(), [-1, -1] as const]) {
    const gap = { at: presentAt + 1, present: present.slice(presentAt + 1, presentEnd) };
    restoreGap(target, gap, wanted.slice(wantedAt + 1, wantedEnd), depth);
    [presentEnd, wantedEnd] = [presentAt, wantedAt];
  }
}

interface Gap {
  /** Place of the first in its parent. */
  at: number;
  present: readonly unknown[];
}

/** Between two that stay: nodes of one kind are changed from within, others replaced. */
function restoreGap(
  parent: Y.XmlFragment,
  { at, present }: Gap,
  wanted: readonly RichNode[],
  depth: number,
): void {
  const pairs = Math.min(present.length, wanted.length);
  if (present.length > pairs) parent.delete(at + pairs, present.length - pairs);
  if (wanted.length > pairs)
    parent.insert(
      at + pairs,
      wanted.slice(pairs).map((node) => copyNode(node)),
    );
  for (let pair = 0; pair < pairs; pair += 1) {
    const node = wanted[pair];
    if (!node || restoreNode(present[pair], node, depth)) continue;
    parent.delete(at + pair, 1);
    parent.insert(at + pair, [copyNode(node)]);
  }
}

/** Whether the node could be made the wanted one from within. */
function restoreNode(present: unknown, wanted: RichNode, depth: number): boolean {
  if (present instanceof Y.XmlText && wanted instanceof Y.XmlText) return restoreText(present, wanted);
  if (!isElement(present) || !isElement(wanted) || present.nodeName !== wanted.nodeName) return false;
  if (depth > maxNesting) return false;
  restoreAttributes(present, wanted);
  restoreChildren(present, wanted, depth + 1);
  return true;
}

function restoreAttributes(present: Y.XmlElement, wanted: Y.XmlElement): void {
  const next = new Map(plainAttributes(wanted));
  const before: Record<string, unknown> = present.getAttributes();
  for (const name of Object.keys(before)) if (!next.has(name)) present.removeAttribute(name);
  for (const [name, value] of next) if (before[name] !== value) setPlainAttribute(present, name, value);
}
