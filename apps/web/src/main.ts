// Starts the client: language first (no keys flash), then the page of the address.
import { mount } from 'svelte';
import App from './App.svelte';
import { startLanguage } from './i18n/language.svelte';
import { startNavigation } from './navigation.svelte';
import { colourBrowser, followContrast } from './settings.svelte';
import { pages } from './pages';
import './styles/index.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

colourBrowser();
followContrast();
await startLanguage();
mount(App, { target });
await startNavigation(pages);
