// Exchanging the secret of a personal link, begun while the page's words and scripts are still on their way: it needs neither.
import type { Result } from '@mufakat/domain';
import type { Entered } from '@mufakat/protocol';
import { api } from './api';

let begun: { readonly secret: string; readonly answer: Promise<Result<Entered>> } | undefined;

/** At the start, where the address is that of a personal link. */
export function beginToEnter(): void {
  const secret = location.hash.slice(1);
  if (secret !== '') begun = { secret, answer: api.enter(secret) };
}

/** The answer to what was begun, where it was this secret, once; a later try asks anew. */
export function enterLink(secret: string): Promise<Result<Entered>> {
  const answer = begun?.secret === secret ? begun.answer : api.enter(secret);
  begun = undefined;
  return answer;
}
