/**
 * Secrets of personal links: the link's id with its keyed hash. Nothing but the id is stored, so a stolen database
 * opens no meeting, and whoever may can be shown the same link again.
 */
import { timingSafeEqual } from 'node:crypto';
import type { Keys } from '../platform/ports';

const pattern = /^([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{43})$/;

export function linkSecret(keys: Keys, linkId: string): string {
  return linkId + keys.sign(`link:${linkId}`);
}

/** The link's id when the secret is genuine. */
export function readLinkSecret(keys: Keys, secret: string): string | null {
  const [, linkId, signature] = pattern.exec(secret) ?? [];
  if (linkId === undefined || signature === undefined) return null;
  return same(signature, keys.sign(`link:${linkId}`)) ? linkId : null;
}

/** The operator's standing invitation to create coalitions, where WHO_MAY_CREATE is `invited`. */
export function creationInvitation(keys: Keys): string {
  return keys.sign('create-coalitions');
}

export function isCreationInvitation(keys: Keys, invitation: string | null): boolean {
  return invitation !== null && same(invitation, creationInvitation(keys));
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
