// Runs before the first paint: puts the person's own theme, contrast, text size and language on <html>, so that nothing flashes.
// A file of its own because the page allows no inline script; classic because a module would come too late. The keys and the
// values are those of src/settings.svelte.ts and src/i18n/language.svelte.ts. Storage may be forbidden: then the device decides.
(() => {
  const root = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem('mufakat.' + key);
    } catch {
      return null;
    }
  };
  const theme = read('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const contrast = read('contrast') === 'more' || matchMedia('(prefers-contrast: more)').matches;
  if (contrast) root.dataset.contrast = 'more';
  const text = read('text');
  if (['-1', '1', '2', '3'].includes(text)) root.dataset.text = text;
  // Checked input is read by zod, which would otherwise try whether it may make functions from text; the page's policy forbids it.
  globalThis.__zod_globalConfig = { jitless: true };
  const language = read('language');
  if (language === 'en' || language === 'id') root.lang = language;
})();
