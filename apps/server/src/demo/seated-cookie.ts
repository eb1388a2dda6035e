/** The Cookie header by which a client of our own shows its session. */
import type { NewSession } from '../access/sessions';
import type { Services } from '../services';

export function seatedCookie({ sessions }: Services, { token }: NewSession): string {
  return `${sessions.cookie.name}=${token}`;
}
