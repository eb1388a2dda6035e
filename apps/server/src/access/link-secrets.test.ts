import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { systemIds } from '../platform/ids';
import type { Keys } from '../platform/ports';
import { creationInvitation, isCreationInvitation, linkSecret, readLinkSecret } from './link-secrets';

const keysWith = (secret: string): Keys => ({
  sign: (text) => createHmac('sha256', secret).update(text).digest('base64url'),
});
const keys = keysWith('one');
const linkId = systemIds.newId();
const secret = linkSecret(keys, linkId);

it('gives the link back for its own secret', () => {
  expect(readLinkSecret(keys, secret)).toBe(linkId);
  expect(linkSecret(keys, linkId)).toBe(secret);
});

it('refuses a secret with any character changed, cut, added or from another server', () => {
  for (let at = 0; at < secret.length - 1; at += 1) {
    const other = secret[at] === 'A' ? 'B' : 'A';
    expect(readLinkSecret(keys, secret.slice(0, at) + other + secret.slice(at + 1))).toBeNull();
  }
  for (const wrong of ['', linkId, secret.slice(1), `${secret}A`, `${secret}\n`, ` ${secret}`]) {
    expect(readLinkSecret(keys, wrong)).toBeNull();
  }
  expect(readLinkSecret(keysWith('two'), secret)).toBeNull();
});

it('the invitation to create is no link, and no link is one', () => {
  const invitation = creationInvitation(keys);
  expect(isCreationInvitation(keys, invitation)).toBe(true);
  expect(readLinkSecret(keys, invitation)).toBeNull();
  for (const wrong of [null, '', secret, secret.slice(22), creationInvitation(keysWith('two'))]) {
    expect(isCreationInvitation(keys, wrong)).toBe(false);
  }
});
