/**
 * The session's cookie. On HTTPS it has the `__Host-` prefix (no subdomain can plant one); on a hall's plain HTTP
 * that prefix cannot be used, so it is an HttpOnly one and the host is told that the network can listen.
 */
export interface CookieKind {
  name: string;
  attributes: string;
}

const lifeSeconds = 60 * 60 * 24 * 90;

export function cookieKind(secure: boolean): CookieKind {
  const common = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifeSeconds}`;
  return secure
    ? { name: '__Host-mufakat', attributes: `${common}; Secure` }
    : { name: 'mufakat', attributes: common };
}

export const sessionLifeMs = lifeSeconds * 1000;

/** The value of one cookie in a Cookie header. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}
