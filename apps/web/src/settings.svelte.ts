// How this person wants the page to look: theme, contrast and text size, kept on the device. public/first.js puts the same on <html>
// before the first paint; here they can be changed. Language is in i18n/language.svelte.ts.
import { forget, recall, remember } from './platform/storage';

export type Theme = 'device' | 'light' | 'dark';

export type Contrast = 'device' | 'more';

/** Steps of the text size with what each is of the usual size; tokens.css holds the same figures. */
const textSteps = [
  { step: -1, part: 0.9375 },
  { step: 0, part: 1 },
  { step: 1, part: 1.125 },
  { step: 2, part: 1.25 },
  { step: 3, part: 1.5 },
] as const;

const kept = recall('theme');
let theme = $state<Theme>(kept === 'light' || kept === 'dark' ? kept : 'device');
let contrast = $state<Contrast>(recall('contrast') === 'more' ? 'more' : 'device');
const keptAt = textSteps.findIndex(({ step }) => String(step) === recall('text'));
let textAt = $state(keptAt >= 0 ? keptAt : 1);

export const settings = {
  get theme(): Theme {
    return theme;
  },
  set theme(chosen: Theme) {
    theme = chosen;
    const root = document.documentElement;
    if (chosen === 'device') {
      delete root.dataset.theme;
      forget('theme');
    } else {
      root.dataset.theme = chosen;
      remember('theme', chosen);
    }
    colourBrowser(chosen);
  },
  get contrast(): Contrast {
    return contrast;
  },
  set contrast(chosen: Contrast) {
    contrast = chosen;
    if (chosen === 'more') remember('contrast', chosen);
    else forget('contrast');
    showContrast();
  },
  /** Of the usual size, 1 is 100 %. */
  get textPart(): number {
    return textSteps[textAt]?.part ?? 1;
  },
  get textSmallest(): boolean {
    return textAt === 0;
  },
  get textLargest(): boolean {
    return textAt === textSteps.length - 1;
  },
  resizeText(by: 1 | -1): void {
    textAt = Math.min(Math.max(textAt + by, 0), textSteps.length - 1);
    const step = String(textSteps[textAt]?.step ?? 0);
    document.documentElement.dataset.text = step;
    remember('text', step);
  },
};

/** Follows the device for as long as the page is open. */
export function followContrast(): void {
  askedContrast().addEventListener('change', showContrast);
  showContrast();
}

function showContrast(): void {
  const root = document.documentElement;
  if (contrast === 'more' || askedContrast().matches) root.dataset.contrast = 'more';
  else delete root.dataset.contrast;
}

function askedContrast(): MediaQueryList {
  return matchMedia('(prefers-contrast: more)');
}

/** The browser's own frame follows the theme that was chosen, not only the device's. */
export function colourBrowser(chosen: Theme = theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.dataset.for ?? '';
    meta.media = chosen === 'device' ? `(prefers-color-scheme: ${own})` : chosen === own ? 'all' : 'not all';
  }
}
