// Moving between pages: links stay real links and are taken over only for a plain click; the page before stays until the next one
// has arrived; then focus goes to its heading and the scroll position is that of the history entry. The fragment is never touched.
import { tick, type Component } from 'svelte';
import { match, ownTarget, type Match, type ParamsOf } from './router';
import type { RouteName } from './routes';

/** A page takes no props; the parameters of its route are in `paramsOf(name)`. */
export type Page = Component<Record<string, never>>;

/** How the page of each route is loaded; handed in at the start (pages.ts), as pages themselves come back here to move on. */
export type Pages = Readonly<Record<RouteName, () => Promise<{ default: Page }>>>;

type View =
  { is: 'starting' } | { is: 'page'; page: Page; found: Match } | { is: 'notFound' } | { is: 'failed' };

let view = $state.raw<View>({ is: 'starting' });
let loading = $state(false);
let turn = 0;
let shownPlace = '';
let pages: Pages | undefined;

export const navigation = {
  get view(): View {
    return view;
  },
  /** True while the next page is on its way. */
  get loading(): boolean {
    return loading;
  },
};

/** The parameters of the page that is shown, for that page: `const { meeting } = $derived(paramsOf('meeting'))`. */
export function paramsOf<Name extends RouteName>(name: Name): ParamsOf<Name> {
  if (view.is !== 'page' || view.found.name !== name) throw new Error(`not on ${name}`);
  return view.found.params as ParamsOf<Name>;
}

const placeOf = (url: { pathname: string; search: string }): string => url.pathname + url.search;

/** Once, at the start: shows the page of the address and listens to links and to the history. */
export async function startNavigation(all: Pages): Promise<void> {
  pages = all;
  history.scrollRestoration = 'manual';
  addEventListener('popstate', () => {
    if (placeOf(location) !== shownPlace) void show(true);
    else stay();
  });
  addEventListener('click', onClick);
  let later: ReturnType<typeof setTimeout> | undefined;
  addEventListener('scroll', () => {
    clearTimeout(later);
    later = setTimeout(keepScroll, 150);
  });
  addEventListener('pagehide', keepScroll);
  await show(false);
}

/** To another page of ours; `to` comes from href(). */
export async function navigate(to: string, how: 'push' | 'replace' = 'push'): Promise<void> {
  keepScroll();
  if (how === 'push') history.pushState({ y: 0 }, '', to);
  else history.replaceState({ y: 0 }, '', to);
  await show(true);
}

/** After a page could not be loaded. */
export const tryAgain = (): Promise<void> => show(true);

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  const to = ownTarget(link, event, new URL(location.href));
  if (!to) return;
  event.preventDefault();
  void navigate(to.pathname + to.search + to.hash);
}

function keepScroll(): void {
  const state: unknown = history.state;
  const kept = typeof state === 'object' && state !== null ? state : {};
  history.replaceState({ ...kept, y: scrollY }, '');
}

/** Back at the page that is shown, before another one arrived: that one is not wanted any more. */
function stay(): void {
  turn += 1;
  loading = false;
}

async function show(moved: boolean): Promise<void> {
  const mine = ++turn;
  const found = match(location.pathname);
  let next: View = { is: 'notFound' };
  if (found && pages) {
    loading = true;
    try {
      next = { is: 'page', page: (await pages[found.name]()).default, found };
    } catch {
      next = { is: 'failed' };
    }
  }
  if (mine !== turn) return; // somebody has gone on meanwhile
  loading = false;
  view = next;
  shownPlace = next.is === 'failed' ? '' : placeOf(location);
  await tick();
  arrive(moved);
}

function arrive(moved: boolean): void {
  const state = history.state as { y?: unknown } | null;
  scrollTo({ top: typeof state?.y === 'number' ? state.y : 0, behavior: 'instant' });
  if (!moved) return;
  const heading = document.querySelector<HTMLElement>('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
