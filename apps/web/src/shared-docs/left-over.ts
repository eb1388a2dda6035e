/**
 * Words that did not get into a frozen text: written here, on a dead line or in the last moment, and refused. They
 * are offered as a proposal, never lost and never merged in silence.
 */
import type { Decision } from '@mufakat/domain';
import { freezeWording } from '@mufakat/shared-docs';
import type * as Y from 'yjs';

/** This side's plain text where it says something else than the frozen one; marks alone are no other words. */
export function leftOverOf(doc: Y.Doc, decision: Decision): string | null {
  if (decision.text.status !== 'frozen') return null;
  const { plain } = freezeWording(doc);
  return plain === decision.text.plain || plain.trim() === '' ? null : plain;
}
