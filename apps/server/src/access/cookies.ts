/**
 * The session's cookie. On HTTPS it has the `__Host-` prefix (no subdomain can plant one); on a hall's plain HTTP
 * that prefix cannot be used, so it is an HttpOnly one and the host is told that the network can listen.
 */
export interface CookieKind {
  name: string;
  attributes: string;
  /** Of the same cookie when it is taken back; a browser ignores a `__Host-` cookie that is not Secure. */
  gone: string;
}

const lifeSeconds = 60 * 60 * 24 * 90;

export function cookieKind(secure: boolean): CookieKind {
  const common = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    name: secure ? '__Host-mufakat' : 'mufakat',
    attributes: `${common}; Max-Age=${lifeSeconds}`,
    gone: `${common}; Max-Age=0`,
  };
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
