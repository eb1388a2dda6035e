/**
 * Which pages may speak to this server with a person's cookie: its own. Requests without an Origin header come from
 * programs, which carry no browser's cookie, and are let through.
 */
export type OriginCheck = (origin: string | undefined, host: string | undefined) => boolean;

export function createOriginCheck(publicUrl: string | null): OriginCheck {
  return (origin, host) => {
    if (origin === undefined) return true;
    if (origin === publicUrl) return true;
    // Without a public address any name that leads here is the server's own, as in a hall's network.
    return (
      publicUrl === null &&
      host !== undefined &&
      (origin === `http://${host}` || origin === `https://${host}`)
    );
  };
}
