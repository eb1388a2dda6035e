// Starts the client: language first (no keys flash), then the page of the address. Its scripts are asked for together with the
// words, and those of the room as well where somebody is about to come in.
import { mount } from 'svelte';
import App from './App.svelte';
import { startLanguage } from './i18n/language.svelte';
import { startNavigation } from './navigation.svelte';
import { beginToEnter } from './platform/enter-link';
import { colourBrowser, followContrast } from './settings.svelte';
import { pages } from './pages';
import { match } from './router';
import type { RouteName } from './routes';
import './styles/index.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

const asked = match(location.pathname)?.name;
if (asked === 'link') beginToEnter();
const words = startLanguage();
if (asked) bring(asked);
// Whoever opens a personal link is in the room next; at the door there is time until a name is typed.
if (asked === 'link') bring('meeting');
colourBrowser();
followContrast();
await words;
mount(App, { target });
await startNavigation(pages);
if (asked === 'join') bring('meeting');

/** Ahead of being shown; where it fails, it is tried again then, and said. */
function bring(name: RouteName): void {
  pages[name]().catch(() => undefined);
}
