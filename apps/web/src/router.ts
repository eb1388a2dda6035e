// Addresses to routes and back, without a browser: typed by the patterns themselves (`href('meeting', { meeting })`).
// Moving between pages is in navigation.svelte.ts.
import { inject, parse, type RouteParams } from 'regexparam';
import { routes, type RouteName } from './routes';

export type ParamsOf<Name extends RouteName> = RouteParams<(typeof routes)[Name]>;

export interface Match {
  readonly name: RouteName;
  readonly params: Readonly<Record<string, string>>;
}

type Table = Readonly<Record<string, string>>;
interface Row {
  readonly name: string;
  readonly keys: readonly string[];
  readonly pattern: RegExp;
}

/** A matcher over a table of patterns; the first that fits wins, so put fixed words before parameters. */
export function matcher<T extends Table>(table: T) {
  const rows: Row[] = Object.entries(table).map(([name, pattern]) => ({ name, ...parse(pattern) }));
  return (pathname: string): { name: keyof T & string; params: Record<string, string> } | undefined => {
    for (const { name, keys, pattern } of rows) {
      const found = pattern.exec(pathname);
      if (!found) continue;
      const params: Record<string, string> = {};
      keys.forEach((key, at) => {
        const value = found[at + 1];
        if (value !== undefined) params[key] = decode(value);
      });
      return { name, params };
    }
    return undefined;
  };
}

const find = matcher(routes);

export const match = (pathname: string): Match | undefined => find(pathname);

/** The address of a route; parameters are escaped. */
export function href<Name extends RouteName>(
  name: Name,
  ...[params]: keyof ParamsOf<Name> extends never ? [] : [ParamsOf<Name>]
): string {
  const escaped = Object.fromEntries(
    Object.entries(params ?? {}).map(([key, value]) => [key, encodeURIComponent(String(value))]),
  );
  return inject<string>(routes[name], escaped);
}

/** What a click on a link asks us to show, or undefined where the browser should do what it always does. */
export function ownTarget(link: HTMLAnchorElement, click: MouseEvent, from: URL): URL | undefined {
  const plain = click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey;
  if (!plain || click.defaultPrevented || link.target || link.hasAttribute('download')) return undefined;
  const to = new URL(link.href, from);
  if (to.origin !== from.origin || !match(to.pathname)) return undefined;
  const samePlace = to.pathname === from.pathname && to.search === from.search;
  return samePlace && to.hash !== '' ? undefined : to;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
