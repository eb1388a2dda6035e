// The page of each route, loaded when it is first shown. Pages join features to the live state; the gallery is for building and
// for tests, it carries sample words and no messages.
import type { Pages } from './navigation.svelte';

export const pages: Pages = {
  landing: () => import('./pages/LandingPage.svelte'),
  join: () => import('./pages/JoinPage.svelte'),
  link: () => import('./pages/LinkPage.svelte'),
  privacy: () => import('./pages/PrivacyPage.svelte'),
  demo: () => import('./pages/DemoPage.svelte'),
  newCoalition: () => import('./pages/NewCoalitionPage.svelte'),
  coalition: () => import('./pages/CoalitionPage.svelte'),
  plan: () => import('./pages/PlanPage.svelte'),
  meeting: () => import('./pages/MeetingPage.svelte'),
  script: () => import('./pages/ScriptPage.svelte'),
  gallery: () => import('./gallery/GalleryPage.svelte'),
};
